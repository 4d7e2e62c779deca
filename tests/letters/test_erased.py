"""Letters go with their thread, with their buyer, and when their time is over."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Value
from helpdesk.conversations.queries import Spared
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.letters import queries
from helpdesk.retention import actions
from tests.cast import ANNA, ANNAS_SHOP, CLARA
from tests.letters.voice import ANSWER, LETTER, answer, read, write
from tests.retention.asking import carried_out, erased, faults, hold
from tests.shops import Shops

_WORDS = [LETTER.encode(), ANSWER.encode()]


def kept() -> int:
    """How many letters still have their words."""
    with everything():
        return Value.objects.filter(name="body", value__in=_WORDS).count()


@pytest.mark.parametrize("author", [CLARA, ANNA], ids=["buyer", "seller"])
@pytest.mark.parametrize("scope", ["conversation", "buyer"])
def test_both_sides_letters_go_with_the_thread_and_with_the_buyer(
    asked: Ref, author: Actor, scope: str
) -> None:
    place = write(actor=author, conversation=asked).correspondence
    read(asked)
    answer(place)
    assert kept() == 2
    erased(asked, scope)
    assert kept() == 0
    shown = queries.correspondence(actor=author, correspondence=place).letters
    assert [(one.text, one.erased is not None) for one in shown] == [(None, True)] * 2
    assert faults() == []


def test_a_buyers_letters_about_nothing_go_with_the_buyer(asked: Ref, shops: Shops) -> None:
    write()
    write(order=shops.dmitris_order, key="d")
    assert kept() == 2
    erased(asked, "buyer")
    assert kept() == 0
    assert faults() == []


def test_letters_beside_no_thread_go_with_time(shops: Shops) -> None:
    write(order=shops.claras_order)
    write(actor=ANNA)
    later = clock.now() + timedelta(days=366 * 12)
    assert actions.retain(actor=SYSTEM, now=clock.now()) == 0
    with acting(SYSTEM):
        assert len(queries.old_letters(before=later, limit=10, spared=Spared())) == 2
        orders = Spared(orders=[shops.claras_order.id])
        assert len(queries.old_letters(before=later, limit=10, spared=orders)) == 1
        sellers = Spared(sellers=[ANNAS_SHOP])
        assert queries.old_letters(before=later, limit=10, spared=sellers) == []


def test_those_beside_a_thread_wait_for_it(asked: Ref) -> None:
    write(conversation=asked)
    later = clock.now() + timedelta(days=366 * 12)
    with acting(SYSTEM):
        assert queries.old_letters(before=later, limit=10, spared=Spared()) == []


def test_a_hold_on_the_thread_keeps_them(asked: Ref) -> None:
    write(conversation=asked)
    hold(asked)
    carried_out()
    assert kept() == 1
