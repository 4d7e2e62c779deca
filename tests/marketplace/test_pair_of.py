"""The pair: one random stand-in per buyer and seller, made once, for those two and the operator only."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import actions
from helpdesk.marketplace.models import Pair
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, EDDA, HANIA
from tests.shops import open_shops

pytestmark = pytest.mark.usefixtures("database")


def pair(actor: Actor, buyer: Actor = CLARA) -> UUID:
    assert buyer.buyer_id
    return actions.pair_of(actor=actor, now=clock.now(), seller_id=ANNAS_SHOP, buyer_id=buyer.buyer_id)


def test_both_sides_and_the_operator_get_the_same() -> None:
    open_shops()
    assert pair(CLARA) == pair(ANNA) == pair(EDDA) != pair(HANIA, HANIA)
    assert pair(CLARA).version == 4


def test_strangers_and_nobody_get_none() -> None:
    open_shops()
    stranger = replace(CLARA, person=UUID(int=7), buyer_id=UUID(int=7))
    for actor, buyer in ((DMITRI, CLARA), (HANIA, CLARA), (stranger, stranger)):
        with pytest.raises(NotFound):
            pair(actor, buyer)


def test_the_seller_sees_the_row_and_the_buyer_does_not() -> None:
    open_shops()
    pair(CLARA)
    seen = {}
    for actor in (ANNA, CLARA, DMITRI):
        with acting(actor):
            seen[actor.name] = Pair.objects.count()
    assert seen == {"Anna": 1, "Clara": 0, "Dmitri": 0}


def test_eight_at_once_make_one() -> None:
    open_shops()

    def make(_: int) -> UUID:
        try:
            return pair(CLARA)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(make, range(8)))) == 1
