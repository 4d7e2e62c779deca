"""Retain: what is older than its period is ordered to go, by nobody's hand; what is held stays."""

import json
from datetime import datetime, timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Refused
from helpdesk.marketplace.models import Shipment
from helpdesk.oversight import actions as oversight
from helpdesk.retention import actions, queries
from helpdesk.retention.rules import add_months
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM
from tests.retention.asking import carried_out, entries, erased, faults, hold, values_of
from tests.shops import Shops


def after(months: int, days: int = 2) -> datetime:
    """An instant so many months and days from now."""
    now = clock.now()
    return now + (add_months(now.date(), months=months) - now.date()) + timedelta(days=days)


def retained(at: datetime, limit: int = 100) -> int:
    done = total = actions.retain(actor=SYSTEM, now=at, limit=limit)
    while done:
        done = actions.retain(actor=SYSTEM, now=at, limit=limit)
        total += done
    carried_out()
    return total


@pytest.fixture
def presale(shops: Shops) -> Ref:
    """A question about an offer, which led to nothing."""
    posted = conversations.ask_about_offer(
        actor=CLARA, now=clock.now(), offer=shops.offer, draft="Do you ship to Malta?", key="offer"
    )
    return posted.conversation


def test_nothing_goes_before_its_time(thread: Ref, presale: Ref) -> None:
    assert retained(after(12, days=-1)) == 0
    assert retained(after(12)) == 1
    assert values_of(presale) == {("erased", "by")}
    assert ("message", "body") in values_of(thread)
    assert retained(after(72, days=-1)) == 0
    assert retained(after(72)) == 1
    assert ("message", "body") not in values_of(thread)
    assert faults() == []


def test_the_order_says_which_rule(thread: Ref, presale: Ref) -> None:
    retained(after(12))
    [order] = entries("erased")
    leaf = json.loads(bytes(order.leaf))
    assert (leaf["by"]["role"], leaf["f"]["ground"], leaf["f"]["kept"], leaf["f"]["months"]) == (
        "system",
        "retention_period",
        "presale",
        12,
    )
    assert {how for how, _ in leaf["ref"]} == {"erases"}


def test_a_published_period_is_named_by_its_entry(presale: Ref) -> None:
    now = clock.now()
    asked = actions.publish_period(
        actor=FELIX,
        now=now,
        market="de",
        kept="presale",
        months=24,
        effective_on=now.date() + timedelta(days=1),
        key="p",
    )
    assert retained(after(12)) == 0
    assert retained(after(24)) == 1
    [order] = entries("erased")
    assert json.loads(bytes(order.leaf))["ref"][0] == ["ordered", str(asked.entry)]


def test_what_happened_to_the_order_counts_too(thread: Ref, shops: Shops) -> None:
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=shops.claras_order.seller_id,
            order_id=shops.claras_order.id,
            buyer_id=CLARA.person,
            external_id="parcel",
            lines=[],
            direction="back",
            delivered_at=clock.now() + timedelta(days=300),
        )
    assert retained(after(72)) == 0
    assert retained(after(72, days=303)) == 1


@pytest.mark.parametrize("on", ["conversation", "order", "seller", "buyer"])
def test_what_is_held_stays_and_is_listed(thread: Ref, other: Ref, on: str) -> None:
    hold(thread, on)
    at = after(72)
    assert retained(at) == (0 if on == "buyer" else 1)
    assert ("message", "body") in values_of(thread)
    back = {one.conversation for one in queries.held_back(actor=GRETA, now=at)}
    assert back == ({thread, other} if on == "buyer" else {thread})
    assert queries.held_back(actor=GRETA, now=clock.now()) == []


def test_what_a_hold_keeps_is_listed_by_its_markets_own_period(thread: Ref, presale: Ref) -> None:
    now = clock.now()
    for kept, months in (("order", 100), ("presale", 24)):
        actions.publish_period(
            actor=FELIX,
            now=now,
            market="de",
            kept=kept,
            months=months,
            effective_on=now.date() + timedelta(days=1),
            key=kept,
        )
    for ref in (thread, presale):
        hold(ref, key=str(ref))

    def back(months: int) -> set[Ref]:
        return {one.conversation for one in queries.held_back(actor=GRETA, now=after(months))}

    assert [back(months) for months in (12, 24, 72, 100)] == [
        set(),
        {presale},
        {presale},
        {presale, thread},
    ]


def test_refused_texts_go_after_a_year(thread: Ref) -> None:
    with pytest.raises(Refused):
        conversations.post_question(
            actor=CLARA, now=clock.now(), conversation=thread, draft="\N{ZERO WIDTH SPACE}", key="nothing"
        )
    [attempt] = entries("attempt.refused")
    assert retained(after(12)) == 1
    [order] = entries("erased")
    assert order.chain == attempt.chain != thread.id
    assert ("message", "body") in values_of(thread)
    assert faults() == []


def test_readings_go_after_six_years_unless_the_file_is_held(thread: Ref, other: Ref) -> None:
    for ref in (thread, other):
        oversight.open_file(actor=EDDA, now=clock.now(), conversation=ref, reason="complaint", key=str(ref))
    hold(thread)
    assert retained(after(72)) == 2  # the other thread, and the reading of it
    assert faults() == []
    assert len(entries("reading")) == 2


def test_in_batches_and_once(thread: Ref, other: Ref, presale: Ref) -> None:
    assert actions.retain(actor=SYSTEM, now=after(72), limit=1) == 2
    assert actions.retain(actor=SYSTEM, now=after(72), limit=1) == 1
    assert actions.retain(actor=SYSTEM, now=after(72), limit=1) == 0


def test_what_was_erased_on_request_is_not_ordered_again(thread: Ref) -> None:
    erased(thread)
    assert retained(after(72)) == 0


def test_only_the_system_sweeps(thread: Ref) -> None:
    for actor in (EDDA, FELIX, ANNA):
        with pytest.raises(Forbidden):
            actions.retain(actor=actor, now=clock.now())
        with pytest.raises(Forbidden):
            actions.carry_out(actor=actor, now=clock.now())
