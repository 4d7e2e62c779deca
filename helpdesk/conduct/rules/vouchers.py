"""Vouchers: money sent to a name, and codes of gift cards."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.stems import sections, stems
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_WORDS: Final = sections("numbers/paying.txt")
_CHECKOUT: Final = stems(_WORDS["checkout"])
_TRANSFER: Final = stems(_WORDS["transfers"])
_CARD: Final = stems(_WORDS["cards"])
_WARNED: Final = stems(_WORDS["warned"])
_SENDING: Final = stems(_WORDS["sending"])
_PERSON: Final = re.compile(
    r"\W{0,3}(?:(?:to|for|in the name of|an|auf den namen|na|dla|na nazwisko|a|al nome di|intestat[oa] a|"
    r"au nom de|pour|payable to|na dane)\W+)"
    r"([A-ZĄĆĘŁŃÓŚŹŻÄÖÜÉÈ][\w'-]+(?:[ ,]+[A-ZĄĆĘŁŃÓŚŹŻÄÖÜÉÈ][\w'-]+){1,4})"
)


def transfers(reading: Reading, view: View) -> Iterator[Finding]:
    """Cash sent to a name."""
    for found in islice(_TRANSFER.finditer(view.text), MAX_CANDIDATES):
        last = view.span(*found.span())[1]
        person = _PERSON.match(reading.text, last, last + 90)
        if person:
            yield _person(reading, person)
        elif (
            found[0].startswith(("western", "money", "ria", "world", "remit"))
            and found[0] != "money order"
            and not _CHECKOUT.search(view.text, max(0, found.start() - 80), found.end() + 80)
        ):
            yield reading.found(Label.PAYH, "payh.transfer", *found.span(), 0.5, view=view)


def _person(reading: Reading, person: re.Match[str]) -> Finding:
    return Finding(
        label=Label.PAYH,
        rule="payh.transfer",
        start=person.start(1),
        end=person.end(1),
        score=0.9,
        place=reading.place,
        as_read=person[1],
        file=reading.file,
    )


def cards(reading: Reading, view: View) -> Iterator[Finding]:
    """The code of a gift card."""
    card = _CARD.search(view.text)
    if card is None or _WARNED.search(view.text):
        return
    sending = _SENDING.search(view.text, max(0, card.start() - 80), card.end() + 100)
    if sending is not None:
        yield reading.found(Label.PAYH, "payh.code", *sending.span(), 0.9, view=view)
