"""A family of rules for tests: it finds marks that no message has, so that what follows can be looked at.

What the rules themselves find is the matter of tests/conduct.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from helpdesk.conduct.rules import examining, families, warm
from helpdesk.conduct.rules.deciding import decide
from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Decision, Finding, Label, Said

CONTACT, RUDE, SALES, MAYBE, MARKED = "⟦contact⟧", "⟦rude⟧", "⟦sales⟧", "⟦faint⟧", "⟦marked⟧"
REFUSED, TO_CONFIRM, WARNED, LOGGED, HELD = (
    f"It does fit. {mark} So long." for mark in (CONTACT, RUDE, SALES, MAYBE, MARKED)
)
_MARKS = {
    CONTACT: (Label.EMAIL, 0.99),  # refused
    RUDE: (Label.INSULT, 0.97),  # held for its author
    SALES: (Label.PROMO, 0.8),  # its author is warned
    MAYBE: (Label.PHONE, 0.4),  # kept, and nobody is told
    MARKED: (Label.URL, 0.99),  # held for a reviewer
}


def spots(reading: Reading) -> Iterator[Finding]:
    """Each mark that stands in a text."""
    for mark, (label, score) in _MARKS.items():
        start = reading.text.find(mark)
        if start >= 0:
            yield reading.found(
                label, f"mark.{mark[1:-1]}", start, start + len(mark), score, view=reading.raw, as_read=mark
            )


def _decided(*, finding: Finding, said: Said, pack: Pack) -> Finding:
    decided = decide(finding=finding, said=said, pack=pack)
    return replace(decided, decision=Decision.HOLD_REVIEWER) if finding.rule == "mark.marked" else decided


@pytest.fixture
def spotting(monkeypatch: pytest.MonkeyPatch) -> None:
    """This family instead of all others."""
    warm()  # with those that other tests of this process need
    monkeypatch.setattr(examining, "decide", _decided)
    monkeypatch.setattr(families, "IDENTIFYING", (spots,))
    monkeypatch.setattr(families, "SPEAKING", ())
