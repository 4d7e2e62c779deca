"""Choose wishes: a person's own, counting at once; what no clock shows is refused."""

from dataclasses import replace

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import Kind, Rhythm, Wishes
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, PLATFORM
from tests.conversations.clocks import MONDAY
from tests.shops import Shops

CHOSEN = Wishes(
    mailed=frozenset({Kind.OVERDUE, Kind.DUE_50}),
    rhythm=Rhythm.HOURLY,
    zone="Europe/Lisbon",
    digest_at=600,
    quiet_from=0,
    quiet_until=360,
)


def choose(wishes: Wishes, actor: Actor = ANNA) -> None:
    actions.choose_wishes(actor=actor, now=MONDAY, wishes=wishes)


def wished(actor: Actor) -> Wishes:
    with everything():
        found = queries.readers_of(sellers=[ANNAS_SHOP], buyers=[])
    return next(reader.wishes for reader in found if reader.person == actor.person)


def test_what_was_chosen_last_counts_for_its_person_alone(shops: Shops) -> None:
    before = wished(BRUNO)
    choose(replace(CHOSEN, rhythm=Rhythm.DAILY))
    choose(CHOSEN)
    assert wished(ANNA) == CHOSEN
    assert wished(BRUNO) == before


def test_no_zone_of_ones_own_is_the_shops(shops: Shops) -> None:
    choose(replace(CHOSEN, zone=""))
    assert wished(ANNA) == replace(CHOSEN, zone="Europe/Warsaw")


@pytest.mark.parametrize(
    "wrong", [{"zone": "Mars/Base"}, {"zone": "../etc"}, {"digest_at": -1}, {"quiet_until": 1440}]
)
def test_what_no_clock_shows_is_refused(shops: Shops, wrong: dict[str, object]) -> None:
    before = wished(ANNA)
    with pytest.raises(Invalid):
        choose(replace(CHOSEN, **wrong))  # type: ignore[arg-type]
    assert wished(ANNA) == before


@pytest.mark.parametrize("actor", [PLATFORM])
def test_who_is_told_nothing_wishes_nothing(shops: Shops, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        choose(CHOSEN, actor)
