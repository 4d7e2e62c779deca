"""A return label as PDF/A-2b: whose parcel, whither, and the number of its case as a code to be scanned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

import msgspec
import typst

from helpdesk.evidence.rules.glyphs import pieces

_TEMPLATE = Path(__file__).parents[1] / "shipped" / "label.typ"
_one_at_a_time = Lock()  # a compilation takes all it can get of a core


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What is printed, in the language (BCP 47) of its reader; pairs are a name and what it names.

    `code` is the SVG of the code of `number`, `alt` says so in words; `steps` are what is to be done with it.
    """

    language: str
    heading: str
    number: str
    code: str
    alt: str
    sender: tuple[str, str]
    to: tuple[str, Sequence[str]]
    facts: Sequence[tuple[str, str]]
    cut: str
    steps: Sequence[str]
    pieces: tuple[str, Sequence[str]]


def label_for_system(*, label: Label, at: datetime) -> bytes:
    """The PDF; the same label of the same instant gives the same bytes. What is said is never markup."""
    data = {
        "_title": f"{label.heading} · {label.number}",
        "_keywords": ["Helpdesk"],
        "_language": label.language,
        "_number": label.number,
        "_code": label.code,
        "_alt": label.alt,
        "heading": pieces(label.heading),
        "from-name": pieces(label.sender[0]),
        "from": pieces(label.sender[1]),
        "to-name": pieces(label.to[0]),
        "to": [pieces(one) for one in label.to[1]],
        "facts": [[pieces(name), pieces(value)] for name, value in label.facts],
        "cut": pieces(label.cut),
        "steps": [pieces(one) for one in label.steps],
        "pieces-name": pieces(label.pieces[0]),
        "pieces": [pieces(one) for one in label.pieces[1]],
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
