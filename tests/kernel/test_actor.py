"""Actors: one hat at a time."""

from dataclasses import FrozenInstanceError

import pytest

from helpdesk.kernel.actor import SYSTEM, Role, Side
from tests.cast import ANNA, EDDA, EVERYBODY


def test_an_actor_holds_the_roles_of_one_hat() -> None:
    assert EDDA.has(Role.SUPPORT)
    assert EDDA.has(Role.AUDITOR, Role.REVIEWER)
    assert not EDDA.has(Role.AUDITOR)
    assert not EDDA.has()


def test_a_hat_does_not_change_while_it_is_worn() -> None:
    with pytest.raises(FrozenInstanceError):
        ANNA.seller_id = 2  # type: ignore[misc]


def test_only_sellers_and_buyers_have_rows_of_their_own() -> None:
    for actor in (*EVERYBODY, SYSTEM):
        assert (actor.seller_id is not None) == (actor.side is Side.SELLER)
        assert (actor.buyer_id is not None) == (actor.side is Side.BUYER)
