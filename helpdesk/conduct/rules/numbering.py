"""Numbers: whatever reads as one is looked at by the rules of accounts first, then by those of telephones."""

from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules import bank, groups_said, handles, phone, pieces, seam, typed
from helpdesk.conduct.rules.numerals import Budget, Run, atoms, runs
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Place

_TOLD: Final = 0.6  # from here on a number counts as found
_AFTER: Final = 32  # characters that show what the last number is


def find(reading: Reading) -> Iterator[Finding]:
    """Telephone numbers, bank accounts and payment handles, in all views of a text that differ."""
    yield from _in_view(reading, reading.folded)
    if reading.joined is not None and handles.cued(reading.joined.text):
        yield from handles.find(
            reading, reading.joined, list(runs(reading.joined.text, atoms(reading.joined.text)))
        )
    if reading.decoded is not None:
        yield from _in_view(reading, reading.decoded)


def _in_view(reading: Reading, view: View) -> Iterator[Finding]:
    found = atoms(view.text)
    if not found and not handles.cued(view.text):
        return
    every = list(runs(view.text, found))
    taken: list[tuple[int, int]] = []
    yield from bank.find(reading, view, every, taken)
    yield from handles.find(reading, view, every)
    if found:
        yield from _phones(reading, view, every, taken)
        if reading.place is not Place.SEAM:
            yield from pieces.find(reading, view)


def _phones(
    reading: Reading, view: View, every: list[Run], taken: list[tuple[int, int]]
) -> Iterator[Finding]:
    """Among what is not masked as a date, a price or a measure."""
    if reading.place is not Place.SEAM and len(every) < 2 and not _may_ring(every[0]):
        return
    end = every[-1].atoms[-1].end + _AFTER
    text = typed.masked(view.text[:end]) + view.text[end:]
    some = every if text == view.text else runs(text, atoms(text))
    budget = Budget()
    told = False
    for run in (some := list(some)):
        if _may_ring(run):
            for one in phone.find(reading, view, text, run, taken, budget):
                told = told or one.score >= _TOLD
                yield one
    if not told and len(some) > 1:
        yield from groups_said.find(reading, view, text, some)
    if reading.place is Place.SEAM:
        yield from seam.find(reading, view, text)


def _may_ring(run: Run) -> bool:
    """Has as many digits as the shortest number that is looked into."""
    return sum(len(one.text) if not one.spoken else 2 for one in run.atoms) >= phone.MIN_SHORT
