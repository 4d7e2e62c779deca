"""Choose what is usual: for colleagues who chose nothing, by owners and platform administrators alone."""

from dataclasses import replace

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import KINDS_OF, MAILED, Kind, Rhythm, Wishes
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, PLATFORM
from tests.conversations.clocks import MONDAY
from tests.shops import Shops

CHOSEN = Wishes(mailed=frozenset({Kind.OVERDUE}), rhythm=Rhythm.HOURLY, zone="Europe/Lisbon", quiet_from=0)
PAULA = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))


def wished(actor: Actor) -> Wishes:
    found = queries.reader(actor=actor)
    assert found is not None
    return found.wishes


def test_it_counts_for_colleagues_who_chose_nothing_and_for_no_other_shop(shops: Shops) -> None:
    own = replace(CHOSEN, rhythm=Rhythm.DAILY)
    before = wished(DMITRI)
    actions.choose_wishes(actor=ANNA, now=MONDAY, wishes=own)
    actions.choose_usual(actor=ANNA, now=MONDAY, wishes=replace(CHOSEN, rhythm=Rhythm.AT_ONCE))
    actions.choose_usual(actor=ANNA, now=MONDAY, wishes=CHOSEN)
    assert (wished(ANNA), wished(BRUNO), wished(DMITRI)) == (own, CHOSEN, before)
    assert queries.usual(actor=ANNA) == CHOSEN


def test_before_anybody_chose_it_is_the_houses(shops: Shops) -> None:
    assert queries.usual(actor=ANNA).rhythm is Rhythm.AT_ONCE
    assert queries.usual(actor=PAULA).rhythm is Rhythm.DAILY


def test_the_desk_has_its_own(shops: Shops) -> None:
    accounts.grant_role(actor=SYSTEM, now=MONDAY, person_id=EDDA.person, role=Role.REVIEWER)
    chosen = replace(CHOSEN, mailed=frozenset({Kind.REVIEW}))
    actions.choose_usual(actor=PAULA, now=MONDAY, wishes=chosen)
    assert wished(EDDA) == chosen
    assert queries.usual(actor=ANNA) != chosen


@pytest.mark.parametrize("actor", [BRUNO, CLARA, EDDA, PLATFORM])
def test_nobody_else_chooses_or_reads_it(shops: Shops, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        actions.choose_usual(actor=actor, now=MONDAY, wishes=CHOSEN)
    with pytest.raises(Forbidden):
        queries.usual(actor=actor)


@pytest.mark.parametrize("wrong", [{"zone": "Mars/Base"}, {"digest_at": -1}, {"quiet_until": 1440}])
def test_what_no_clock_shows_is_refused(shops: Shops, wrong: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        actions.choose_usual(actor=ANNA, now=MONDAY, wishes=replace(CHOSEN, **wrong))  # type: ignore[arg-type]
    assert queries.usual(actor=ANNA).rhythm is Rhythm.AT_ONCE


def test_whoever_wears_two_hats_keeps_what_the_other_side_alone_is_told(shops: Shops) -> None:
    accounts.grant_role(actor=SYSTEM, now=MONDAY, person_id=ANNA.person, role=Role.REVIEWER)
    desk = replace(ANNA, side=Side.ADMINISTRATOR, roles=frozenset({Role.REVIEWER}), seller_id=None)
    actions.choose_wishes(actor=ANNA, now=MONDAY, wishes=replace(CHOSEN, mailed=frozenset()))
    alone = MAILED[Side.ADMINISTRATOR] - {*KINDS_OF[Side.SELLER]}
    assert wished(desk).mailed == alone >= {Kind.REVIEW}
    actions.choose_wishes(actor=desk, now=MONDAY, wishes=replace(CHOSEN, mailed=frozenset()))
    assert (wished(desk).mailed, wished(ANNA).mailed) == (frozenset(), frozenset())
