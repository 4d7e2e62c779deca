"""One sheet of paper for something that a page shows: a heading, facts, paragraphs, as PDF/A-2b."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

import msgspec
import typst

from helpdesk.evidence.rules.glyphs import pieces

_TEMPLATE = Path(__file__).parents[1] / "shipped" / "sheet.typ"
_one_at_a_time = Lock()  # a compilation takes all it can get of a core


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is printed, in the language (BCP 47) of its reader."""

    language: str
    heading: str
    title: str
    before: Sequence[str]
    facts: Sequence[tuple[str, str]]
    after: Sequence[str]
    foot: str


def sheet_for_system(*, sheet: Sheet, at: datetime) -> bytes:
    """The PDF; the same sheet of the same instant gives the same bytes. What is said is never markup."""
    data = {
        "_title": f"{sheet.title} · {sheet.heading}",
        "_keywords": ["Helpdesk"],
        "_language": sheet.language,
        "heading": pieces(sheet.heading),
        "title": pieces(sheet.title),
        "before": [pieces(one) for one in sheet.before],
        "facts": [[pieces(name), pieces(value)] for name, value in sheet.facts],
        "after": [pieces(one) for one in sheet.after],
        "foot": pieces(sheet.foot),
    }
    with _one_at_a_time:
        return typst.compile(
            _TEMPLATE,
            root=_TEMPLATE.parent,
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards="a-2b",
            sys_inputs={"record": msgspec.json.encode(data).decode()},
            timestamp=int(at.timestamp()),
        )
