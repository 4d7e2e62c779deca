"""A verification on its way: how far it is, in percent and in words, and not more often than people read."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from babel.numbers import format_decimal
from django.utils.translation import gettext

from helpdesk.archive.terms import Finding, Progress
from helpdesk.kernel.refusal import Busy
from helpdesk.oversight.terms import Verified
from helpdesk.oversight.words import STAGES
from helpdesk.portal.locales import locale

Step = Progress | Finding | Verified | Busy
_SHARES = {
    "entries": (0, 65),
    "order": (65, 10),
    "log": (75, 8),
    "leaves": (83, 7),
    "pages": (90, 4),
    "files": (94, 6),
}  # percent: where it begins, how much it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """`percent` of the whole look; `said` names the part and how much of it is done."""

    percent: int
    said: str


def paced(steps: Iterable[Step], *, seconds: float, most: int) -> Iterator[Step]:
    """All results, the first `most` findings, and of the progress what is `seconds` apart or ends a part."""
    shown_at, findings, ended = 0.0, 0, set[str]()
    for step in steps:
        if isinstance(step, Finding):
            findings += 1
            if findings > most:
                continue
        elif isinstance(step, Progress):
            if step.done < step.total and time.monotonic() - shown_at < seconds:
                continue
            if step.done == step.total and _part(step) in ended:
                continue
            shown_at = time.monotonic()
            ended |= {_part(step)} if step.done == step.total else set()
        yield step


def mark(progress: Progress) -> Mark:
    """In the reader's language and numbers."""
    part = _part(progress)
    start, share = _SHARES[part]
    done = progress.done / progress.total if progress.total else 1.0
    numbers = {"done": number(progress.done), "total": number(progress.total), "part": str(STAGES[part])}
    said = numbers["part"] if part == "pages" else gettext("%(part)s: %(done)s of %(total)s") % numbers
    return Mark(percent=start + round(share * done), said=said)


def _part(progress: Progress) -> str:
    return progress.stage if progress.stage in STAGES else "pages"


def number(amount: int) -> str:
    """With the separators of the reader's locale."""
    return str(format_decimal(amount, locale=locale()))
