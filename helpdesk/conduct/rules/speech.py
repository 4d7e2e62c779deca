"""What is said: moving elsewhere, marketing, reviews, insults, threats. The words are read once for all."""

from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules import denying, marketing, moving, reviews
from helpdesk.conduct.rules.clauses import Patterns, Tagged
from helpdesk.conduct.rules.etiquette import insult, shout, threat
from helpdesk.conduct.rules.etiquette.unmasking import bared
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import Finding, Label
from helpdesk.kernel.actor import Side

Table = tuple[Label, Patterns]
_SAID: Final[tuple[Table, ...]] = ((Label.MOVE, moving.PATTERNS),)
_SOLD: Final[tuple[Table, ...]] = (
    *_SAID,
    (Label.PROMO, marketing.PATTERNS),
    (Label.REVIEW, reviews.PATTERNS),
    (Label.RIGHTS, denying.PATTERNS),
)
_HURLED: Final[tuple[Table, ...]] = ((Label.INSULT, insult.PATTERNS), (Label.THREAT, threat.PATTERNS))


def find(reading: Reading) -> Iterator[Finding]:
    """Everything that is said and may not be."""
    said = Tagged(reading.folded, reading.sentences, reading.said.language)
    reading.classes += [frozenset([f"said:{kind}" for kind in part]) for part in said.parts]
    tables = _SOLD if reading.said.side is Side.SELLER else _SAID
    yield from _met(reading, said, tables)
    yield from _met(reading, said, _HURLED, across=True)
    yield from shout.find(reading)
    for view in _others(reading):
        said = Tagged(view, [(0, len(view.text))], reading.said.language)
        yield from _met(reading, said, (*tables, *_HURLED), across=True)


def _others(reading: Reading) -> Iterator[View]:
    """What is disguised: letters apart, stars and digits for letters, codes."""
    for view in (reading.joined, reading.decoded, bared(reading.folded)):
        if view is not None:
            yield view


def _met(
    reading: Reading, said: Tagged, tables: tuple[Table, ...], *, across: bool = False
) -> Iterator[Finding]:
    for label, table in tables:
        for match in said.meets(table, across=across):
            yield reading.found(
                label,
                match.pattern.rule,
                match.start,
                match.end,
                match.pattern.score,
                view=said.view,
                evidence=("clause",),
            )
