"""Seams: numbers of which each message says a few digits, with words around them."""

from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules import typed
from helpdesk.conduct.rules.numerals import atoms, runs
from helpdesk.conduct.rules.phone import home_of
from helpdesk.conduct.rules.plans import planned
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label

_LONGEST: Final = 7  # digits of a part
Part = tuple[int, int, str]


def find(reading: Reading, view: View, text: str) -> Iterator[Finding]:
    """The parts of this message and of those right before it, put together."""
    parts = _parts(text)
    if not 2 <= len(parts) <= 12:
        return
    border = len(" ".join(reading.said.earlier)) + 1
    for first in range(len(parts) - 1):
        digits = "".join(part[2] for part in parts[first:])
        start, end = parts[first][0], parts[-1][1]
        raw = view.span(start, end)
        if not (8 <= len(digits) <= 14 and raw[0] < border < raw[1]):
            continue
        plan = planned(
            digits, plus=text[start - 1 : start] == "+", home=home_of(reading), regions=reading.pack.regions
        )
        if plan is not None and plan.home:
            score = 0.9 if typed.calls(text, 0, len(text)) or _mostly(parts, text) else 0.66
            yield reading.found(
                Label.PHONE,
                "phone.seam",
                start,
                end,
                score,
                view=view,
                evidence=("seam",),
                as_read=plan.as_read,
            )
            return


def _parts(text: str) -> list[Part]:
    """Short numbers that nothing else explains."""
    found: list[Part] = []
    for run in runs(text, atoms(text)):
        some = run.parts(run.manners()[0])
        digits = "".join(part[2] for part in some)
        if not some or len(digits) > _LONGEST or (len(digits) < 2 and run.spoken and run.atoms[0].weak):
            continue
        start, end = run.atoms[some[0][0]].start, run.atoms[some[-1][1]].end
        if not typed.around(text, start, end).typed:
            found.append((start, end, digits))
    return found


def _mostly(parts: list[Part], text: str) -> bool:
    """Digits are most of what was said."""
    return sum(end - start for start, end, _ in parts) * 3 > len(text)
