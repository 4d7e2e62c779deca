"""Update an order: the Seller tells before anybody asks."""

from datetime import date, timedelta
from typing import Any

import pytest

from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import MAX_UPDATES, News
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from tests.cases.test_take_step import DHL
from tests.cases.told import Tale, entries, leaf_of
from tests.cast import ANNA, CLARA, DMITRI, HANIA, READER
from tests.conversations.clocks import findings, open_obligation


def tell(tale: Tale, what: News = News.DELAYED, actor: Actor = ANNA, **more: Any) -> Posted:
    terms = {"key": tale.key(), "expected_on": date(2026, 11, 20), **more}
    return cases.update_order(actor=actor, now=tale.later(), order=tale.order, what=what, **terms)


def test_a_delay_is_told_in_the_orders_thread(tale: Tale) -> None:
    tell(tale, words="Ihre Bestellung verspätet sich: sie kommt voraussichtlich am 20. November.")
    [one] = queries.updates_of(actor=CLARA, order=tale.order)
    assert (one.what, one.expected_on) == (News.DELAYED, date(2026, 11, 20))
    assert one.words.startswith("Ihre Bestellung")
    assert entries() == ["order.updated"]
    assert open_obligation() is None
    assert findings() == []


def test_a_parcel_with_its_number(tale: Tale) -> None:
    posted = tell(tale, News.DISPATCHED, **DHL)
    [one] = queries.updates_of(actor=CLARA, order=tale.order)
    assert (one.carrier, one.tracking) == ("DHL", DHL["tracking"])
    assert DHL["tracking"] not in leaf_of(posted.receipt.entry)
    assert findings() == []


def test_it_answers_no_question(tale: Tale) -> None:
    tale.ask("Where is my parcel?")
    tell(tale)
    assert open_obligation() is not None


@pytest.mark.parametrize(
    ("what", "given", "code"),
    [
        (News.DELAYED, {"expected_on": None}, "case.day_missing"),
        (News.DELAYED, {"expected_on": date(2026, 11, 15)}, "case.past_day"),
        (News.DELAYED, {"expected_on": date(2027, 12, 1)}, "order.far"),
        (News.DISPATCHED, {"carrier": "DHL"}, "order.parcel_missing"),
        (News.DISPATCHED, {"carrier": "UPS", "tracking": "1Z999AA10123456785"}, "tracking"),
    ],
)
def test_what_is_missing_or_cannot_be(tale: Tale, what: News, given: dict[str, Any], code: str) -> None:
    with pytest.raises(Invalid, match=code.replace(".", r"\.")):
        tell(tale, what, **given)
    assert entries() == []


def test_more_than_six_a_day_are_noise(tale: Tale) -> None:
    for _ in range(MAX_UPDATES):
        tell(tale)
    with pytest.raises(Conflict, match=r"order\.told_often"):
        tell(tale)
    tale.later(timedelta(days=1))
    tell(tale)


def test_the_same_request_again_is_answered_as_the_first_time(tale: Tale) -> None:
    first, again = (tell(tale, key="once") for _ in range(2))
    assert (again.replayed, again.receipt) == (True, first.receipt)


@pytest.mark.parametrize(
    ("actor", "refusal"), [(DMITRI, NotFound), (HANIA, NotFound), (READER, Forbidden), (CLARA, Forbidden)]
)
def test_nobody_else_tells(tale: Tale, actor: Actor, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        tell(tale, actor=actor)
    tell(tale)
    if refusal is NotFound:
        assert queries.updates_of(actor=actor, order=tale.order) == []
