"""Terse: replies that answer in a list of words or in one short sentence, naming nothing of what was asked."""

from collections.abc import Mapping, Sequence
from typing import Final

from helpdesk.conduct.rules.answers import vague, values
from helpdesk.conduct.rules.answers.bonds import common_of, link_of
from helpdesk.conduct.rules.answers.clauses import Clause
from helpdesk.conduct.rules.answers.kinds import OPEN, Asked, Kind

_ITEM: Final = 8
_BARE: Final = 4
_BRIEF: Final = 8
"""Words of an item of a list, and of a whole reply that is brief."""


def by_list(wanted: Sequence[Asked], pieces: Sequence[Clause]) -> bool:
    """ "Yes, no, 5 days": as many items as questions, each of the type that the question in its place asks for."""
    said = [one for one in pieces if not values.is_empty(one)]
    if not 2 <= len(wanted) == len(said):
        return False
    if any(len(one.words) > _ITEM or vague.is_vague(one) or values.is_status(one) for one in said):
        return False
    common = common_of(wanted)
    return all(_belongs(n, wanted, said, common) for n in range(len(wanted)))


def _belongs(n: int, wanted: Sequence[Asked], said: Sequence[Clause], common: Mapping[str, int]) -> bool:
    """Item `n` is of the type that question `n` asks for, and goes on with nothing that was said before."""
    one, clause = wanted[n], said[n]
    link = link_of(one, clause, common)
    if not values.fits(one, clause) or any(
        link_of(other, clause, common) > link for other in wanted if other is not one
    ):
        return False
    if n == 0 or link >= _AKIN or clause.says_yes_or_no:
        return True
    if one.kind is Kind.POLAR:
        brief = len(clause.words) <= _BARE and all(len(one.words) <= _ITEM for one in said)
        return "NEG" in clause.names or (brief and not said[n - 1].says_yes_or_no)
    return bool(clause.numbers) or clause.dated or (one.kind is Kind.WHERE and "PLACE" in clause.names)


_AKIN: Final = 0.35
"""So much in common binds an item to the question in its place."""


def by_brevity(wanted: Sequence[Asked], pieces: Sequence[Clause]) -> bool:
    """ "Does it need a battery?" - "Wound by hand": one question, and nothing but one short statement."""
    said = [one for one in pieces if not values.is_empty(one)]
    if len(wanted) != 1 or not said or len({one.sentence for one in said}) > 1:
        return False
    if sum(len(one.words) for one in said) > _BRIEF or wanted[0].kind not in _STATED:
        return False
    if any(vague.is_vague(one) or one.hollow or values.is_status(one) for one in said):
        return False
    if wanted[0].kind is Kind.HOW and any(vague.is_weak_for(wanted[0], one) for one in said):
        return False
    if any("FLUFF" in one.names for one in pieces):
        return False
    return any(one.matter.stems or one.numbers for one in said)


_STATED: Final = OPEN | {Kind.POLAR}
