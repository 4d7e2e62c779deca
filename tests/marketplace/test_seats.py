"""The question before every page: may this person still wear this hat?"""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Person
from helpdesk.accounts.terms import Scope
from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role, Side
from helpdesk.marketplace.actions import change_market
from helpdesk.marketplace.models import Member, Order
from helpdesk.marketplace.queries import Seat, bearer_for_system, seat_for_system
from helpdesk.marketplace.terms.restrictions import Restricted, RestrictionKind
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRIS_SHOP, EDDA
from tests.marketplace.restricted import impose, lift
from tests.shops import Shops, open_shops


def sits(**who: Any) -> Seat | None:
    """Somebody's seat now."""
    return seat_for_system(at=clock.now(), **who)


@pytest.fixture
def shops(database: str) -> Shops:
    """Two shops; Anna and Clara have been here before."""
    opened = open_shops()
    for one in (ANNA, CLARA):
        accounts.enrol_person(
            actor=SYSTEM, now=clock.now(), id=one.person, display_name=one.name, language=one.language
        )
    return opened


def test_a_seat_is_the_hat_and_its_wall_clock(shops: Shops) -> None:
    annas = sits(person_id=ANNA.person, side=Side.SELLER, seller_id=ANNAS_SHOP)
    claras = sits(person_id=CLARA.person, side=Side.BUYER)
    assert annas
    assert claras
    assert (annas.actor, annas.zone) == (ANNA, "Europe/Warsaw")
    assert (claras.actor, claras.zone) == (CLARA, "Europe/Berlin")


def test_a_buyer_is_on_the_market_they_chose_else_on_that_of_the_record(shops: Shops) -> None:
    def claras() -> tuple[str | None, str]:
        seat = sits(person_id=CLARA.person, side=Side.BUYER)
        assert seat
        return seat.market, seat.zone

    assert claras() == ("de", "Europe/Berlin")
    change_market(actor=CLARA, now=clock.now(), was="de", to="pl", address=None, key="k")
    assert claras() == ("pl", "Europe/Warsaw")


def test_at_work_a_market_is_a_filter_and_all_come_first(shops: Shops) -> None:
    def annas() -> str | None:
        seat = sits(person_id=ANNA.person, side=Side.SELLER, seller_id=ANNAS_SHOP)
        assert seat
        assert (seat.zone, seat.markets) == ("Europe/Warsaw", (("de", "DE"), ("pl", "PL")))
        return seat.market

    assert annas() is None
    for chosen, expected in (("pl", "pl"), ("gone", None)):
        Person.objects.filter(id=ANNA.person).update(market_filter=chosen)
        assert annas() == expected


def test_an_administrator_has_every_role_in_force_and_no_clock_of_their_own(shops: Shops) -> None:
    now = clock.now()
    accounts.enrol_person(actor=SYSTEM, now=now, id=EDDA.person, display_name="Edda", language="en")
    assert sits(person_id=EDDA.person, side=Side.ADMINISTRATOR) is None
    for role in EDDA.roles:
        accounts.grant_role(actor=SYSTEM, now=now, person_id=EDDA.person, role=role)
    eddas = sits(person_id=EDDA.person, side=Side.ADMINISTRATOR)
    assert eddas
    assert (eddas.actor, eddas.zone, eddas.market) == (EDDA, "", None)


def test_a_hat_of_somebody_else_fits_nobody(shops: Shops) -> None:
    assert sits(person_id=ANNA.person, side=Side.SELLER, seller_id=DMITRIS_SHOP) is None
    assert sits(person_id=ANNA.person, side=Side.BUYER) is None
    assert sits(person_id=CLARA.person, side=Side.SELLER, seller_id=ANNAS_SHOP) is None
    assert sits(person_id=CLARA.person, side=Side.ADMINISTRATOR) is None


def test_the_disabled_and_the_removed_are_out_at_once(shops: Shops) -> None:
    with acting(SYSTEM):
        Member.objects.filter(person_id=ANNA.person).update(removed_at=clock.now())
    assert sits(person_id=ANNA.person, side=Side.SELLER, seller_id=ANNAS_SHOP) is None
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=CLARA.person)
    assert sits(person_id=CLARA.person, side=Side.BUYER) is None


def test_asking_leaves_the_scope_as_it_was(shops: Shops) -> None:
    assert Order.objects.count() == 0
    with acting(ANNA):
        seen = Order.objects.count()
        sits(person_id=CLARA.person, side=Side.BUYER)
        assert Order.objects.count() == seen == 2
    assert Order.objects.count() == 0


@pytest.mark.parametrize("kind", RestrictionKind)
def test_a_seat_knows_what_is_taken_away_and_who_wrote_for_a_removed_shop_reads(
    shops: Shops, kind: RestrictionKind
) -> None:
    measure, kept = impose(kind, days=7)
    seat = sits(person_id=ANNA.person, side=Side.SELLER, seller_id=ANNAS_SHOP)
    assert seat
    assert seat.restricted == (Restricted(kind=kind, ends_at=kept.receipt.at + timedelta(days=7)),)
    removed = kind is RestrictionKind.REMOVAL
    assert seat.actor.roles == ({Role.READER, Role.FORMER} if removed else ANNA.roles)
    lift(measure)
    again = sits(person_id=ANNA.person, side=Side.SELLER, seller_id=ANNAS_SHOP)
    assert again
    assert (again.actor, again.restricted) == (ANNA, ())


def test_a_token_of_a_removed_shop_reads_too_and_others_keep_their_roles(shops: Shops) -> None:
    tokens = {
        hat: accounts.issue_token(actor=SYSTEM, now=clock.now(), hat=hat, scopes=(Scope.WRITE,))
        for hat in (ANNA, CLARA)
    }

    def roles() -> list[frozenset[Role] | None]:
        read = partial(bearer_for_system, now=clock.now())
        found = [read(token=tokens[hat]) for hat in (ANNA, CLARA)]
        return [bearer.actor.roles if bearer else None for bearer in found]

    assert roles() == [ANNA.roles, CLARA.roles]
    impose(RestrictionKind.REMOVAL, days=None)
    assert roles() == [{Role.READER, Role.FORMER}, CLARA.roles]
