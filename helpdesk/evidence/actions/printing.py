"""Print a record as PDF/A-2b: a template of ours, and data that typst reads as data.

What people wrote never becomes markup: the template gets it as one JSON document, in a string.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
import typst

from helpdesk.evidence.rules.glyphs import pieces

_TEMPLATE = Path(__file__).parents[1] / "shipped" / "conversation.typ"
_DATA = "record"
_one_at_a_time = Lock()  # a compilation takes all it can get of a core


def printed(*, document: Mapping[str, Any], made_at: datetime) -> bytes:
    """The PDF. The same document at the same instant gives the same bytes."""
    data = msgspec.json.encode(_drawable(document)).decode()
    with _one_at_a_time:
        return typst.compile(
            _TEMPLATE,
            root=_TEMPLATE.parent,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="a-2b",
            sys_inputs={_DATA: data},
            timestamp=int(made_at.timestamp()),
        )


def _drawable(value: Any) -> Any:
    """The document with every text in the pieces that the fonts can draw."""
    if isinstance(value, str):
        return pieces(value)
    if isinstance(value, dict):
        return {name: item if name.startswith("_") else _drawable(item) for name, item in value.items()}
    return [_drawable(item) for item in value] if isinstance(value, list) else value
