"""Limits: what cannot be read in time, or holds too much, waits for a person; nothing passes unread."""

from collections.abc import Iterator
from itertools import count

import pytest

from helpdesk.conduct.rules import examine
from helpdesk.conduct.terms import MAX_CANDIDATES, MAX_READ, Decision, Said
from helpdesk.kernel.actor import Side


def ticking(step: float) -> Iterator[float]:
    return (n * step for n in count())


def test_what_takes_too_long_waits_for_a_person() -> None:
    slow = ticking(1.5)
    verdict = examine(said=Said(text="It fits.", side=Side.SELLER), seconds=lambda: next(slow))
    assert not verdict.unread
    slower = ticking(2.5)
    verdict = examine(said=Said(text="It fits.", side=Side.SELLER), seconds=lambda: next(slower))
    assert verdict.unread
    assert verdict.decision is Decision.HOLD_REVIEWER
    assert not verdict.findings


@pytest.mark.parametrize("piece", ["anna.{}@poczta.pl ", "www.sklep{}.pl ", "call 02079 4609{:02} "])
def test_too_much_is_found(piece: str) -> None:
    text = "".join(piece.format(n) for n in range(100))
    verdict = examine(said=Said(text=text, side=Side.BUYER))
    assert verdict.decision is Decision.REFUSE  # stricter than waiting
    assert len(verdict.findings) <= MAX_CANDIDATES + 1


def test_what_is_longer_than_a_message_is_read_up_to_there() -> None:
    said = Said(text=" " * MAX_READ + "anna@poczta.pl", side=Side.SELLER)
    assert examine(said=said).decision is Decision.NONE
