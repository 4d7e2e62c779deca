"""Numbers: whatever reads as one is looked at by the rules of accounts first, then by those of telephones."""

from collections.abc import Iterator

from helpdesk.conduct.rules import bank, handles, phone, seam, typed
from helpdesk.conduct.rules.numerals import Budget, Run, atoms, runs
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Place


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


def _phones(
    reading: Reading, view: View, every: list[Run], taken: list[tuple[int, int]]
) -> Iterator[Finding]:
    """Among what is not masked as a date, a price or a measure."""
    text = typed.masked(view.text)
    some = every if text == view.text else runs(text, atoms(text))
    budget = Budget()
    for run in some:
        yield from phone.find(reading, view, text, run, taken, budget)
    if reading.place is Place.SEAM:
        yield from seam.find(reading, view, text)
