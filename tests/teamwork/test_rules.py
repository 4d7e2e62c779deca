"""Who may cover in which days, as a rule: whatever is taken, somebody who is there covers."""

from functools import reduce
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel.refusal import Refusal
from helpdesk.teamwork import rules
from helpdesk.teamwork.terms import Days, Planned
from tests.teamwork.leave import day

PEOPLE = [UUID(int=n) for n in range(1, 6)]
SPANS = st.sampled_from(
    [Days(first=day(first), last=day(first + length)) for first in range(13) for length in range(5)]
)


@given(st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), SPANS), max_size=12))
def test_whoever_follows_covers_ends_with_somebody_who_is_there(asked: list[tuple[UUID, UUID, Days]]) -> None:
    """Of whatever is taken, on each day: the walk from the absent is as short as there are people."""
    taken: list[tuple[UUID, UUID, Days]] = []
    for who, cover, days in asked:
        planned = [Planned(person=one, days=of) for one, _, of in taken]
        try:
            rules.cover_for(
                person=who, cover=cover, days=days, team=dict.fromkeys(PEOPLE, "x"), planned=planned
            )
        except Refusal:
            continue
        taken.append((who, cover, days))
    for n in range(20):
        today = Days(first=day(n), last=day(n))
        covers = {who: cover for who, cover, days in taken if days.meets(today)}
        assert len(covers) == sum(days.meets(today) for _, _, days in taken)
        for at in covers.values():
            end = reduce(lambda one, _: covers.get(one, one), PEOPLE, at)
            assert end not in covers
