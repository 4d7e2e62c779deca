"""Hand over: what the courier needs, and the account for refunds, beside messages."""

from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions, queries
from helpdesk.conversations.models import HandedOver as Row
from helpdesk.conversations.queries import Handed, HandedOver
from helpdesk.conversations.rules.details import AT_MOST, SERVED
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, Refused, TooLarge
from helpdesk.marketplace.models import Shipment
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM, READER
from tests.conversations.handing import IBAN, NOTE, deliver, placed, refund
from tests.shops import Shops


def seen(order: Ref, actor: Actor) -> dict[Handed, HandedOver]:
    return queries.handed_over_for(actor=actor, now=clock.now(), order=order)


def ask(shops: Shops, draft: str, *, key: str) -> Posted:
    return actions.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=draft, key=key
    )


def arrived(order: Ref, *, ago: timedelta) -> None:
    """Its only parcel, with all that was bought."""
    at = clock.now() - ago
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=order.seller_id,
            id=uuid7(),
            order_id=order.id,
            buyer_id=CLARA.person,
            external_id="S-1",
            lines=[{"line": "1", "quantity": 2}],
            direction="out",
            dispatched_at=at - timedelta(days=2),
            delivered_at=at,
        )


def test_the_courier_gets_a_number_and_a_note(shops: Shops) -> None:
    placed(shops.claras_order)
    deliver(shops.claras_order)
    for actor in (CLARA, ANNA, READER, PLATFORM, EDDA):
        given = seen(shops.claras_order, actor)[Handed.DELIVERY]
        assert given.values == {"phone": "+4915123456789", "note": NOTE}
        assert given.phone == "+49 1512 3456789"


def test_the_refund_account_is_never_the_sellers(shops: Shops) -> None:
    placed(shops.claras_order)
    refund(shops.claras_order)
    for actor in (CLARA, PLATFORM, EDDA):
        given = seen(shops.claras_order, actor)[Handed.REFUND]
        assert given.values == {"iban": IBAN.replace(" ", ""), "holder": "Clara Weiß"}
        assert given.iban == IBAN
    assert seen(shops.claras_order, ANNA) == {}
    with acting(ANNA):
        assert not Row.objects.exists()
        assert not Entry.objects.filter(kind="refund.stated").exists()
        assert not Value.objects.filter(name__in=["iban", "holder"]).exists()


def test_each_is_one_entry_with_committed_values(shops: Shops) -> None:
    placed(shops.claras_order)
    kept = [deliver(shops.claras_order), refund(shops.claras_order)]
    with acting(EDDA):
        entries = list(Entry.objects.filter(id__in=[one.receipt.entry for one in kept]).order_by("kind"))
        rows = list(Row.objects.order_by("what"))
    assert [(one.kind, one.audience, one.n) for one in entries] == [
        ("delivery.stated", 0, 0),
        ("refund.stated", 3, 0),
    ]
    assert [row.id for row in rows] == [one.receipt.entry for one in kept]
    assert b"2345" not in b"".join(bytes(one.leaf) for one in entries)
    assert not [one for one in verify(mirrors=MIRRORS) if isinstance(one, Finding)]


def test_the_latest_counts_and_all_stay_on_record(shops: Shops) -> None:
    placed(shops.claras_order)
    deliver(shops.claras_order)
    deliver(shops.claras_order, note="Entrance C.", key="d2")
    given = seen(shops.claras_order, CLARA)[Handed.DELIVERY]
    assert (given.values["note"], given.versions) == ("Entrance C.", 2)


def test_nothing_in_both_fields_takes_it_back(shops: Shops) -> None:
    placed(shops.claras_order)
    deliver(shops.claras_order)
    back = deliver(shops.claras_order, phone="", note="", key="back")
    assert seen(shops.claras_order, ANNA) == {}
    assert deliver(shops.claras_order, phone="", note="", key="back").receipt.entry == back.receipt.entry
    with pytest.raises(Invalid, match=r"details\.empty"):
        deliver(shops.claras_order, phone=" ", note="", key="again")


def test_the_same_key_is_the_same_deed(shops: Shops) -> None:
    placed(shops.claras_order)
    first = deliver(shops.claras_order)
    again = deliver(shops.claras_order)
    assert again.replayed
    assert again.receipt.entry == first.receipt.entry
    with pytest.raises(KeyReused):
        deliver(shops.claras_order, note="Another.")
    with acting(EDDA):
        assert Row.objects.count() == 1


@pytest.mark.parametrize("phone", ["12", "0900 1234567", "call me", "+48 123", "0151 23456789 ext. 5"])
def test_a_number_that_no_courier_can_call(shops: Shops, phone: str) -> None:
    with pytest.raises(Invalid, match=r"delivery\.phone") as error:
        deliver(shops.claras_order, phone=phone)
    assert error.value.field == "phone"


@pytest.mark.parametrize("written", ["+48 512 345 678", "0048512345678", "+48512345678"])
def test_a_number_abroad_needs_its_country(shops: Shops, written: str) -> None:
    placed(shops.claras_order)
    deliver(shops.claras_order, phone=written)
    assert seen(shops.claras_order, CLARA)[Handed.DELIVERY].values["phone"] == "+48512345678"


@pytest.mark.parametrize("note", ["Write to clara.weiss@gmail.com", "See www.clara-weiss.de for the way"])
def test_the_note_leads_nobody_past_the_platform(shops: Shops, note: str) -> None:
    placed(shops.claras_order)
    with pytest.raises(Invalid, match=r"delivery\.contact") as error:
        deliver(shops.claras_order, note=note)
    assert error.value.field == "note"


@pytest.mark.parametrize("account", ["DE89 3704 0044 0532 0130 01", "DE89", "XX00", "89370400440532013000"])
def test_an_account_with_a_wrong_check_digit(shops: Shops, account: str) -> None:
    with pytest.raises(Invalid, match=r"refund\.iban"):
        refund(shops.claras_order, account=account)


def test_an_account_is_somebodys(shops: Shops) -> None:
    with pytest.raises(Invalid, match=r"text\.empty") as error:
        refund(shops.claras_order, holder="")
    assert error.value.field == "holder"


def test_too_long(shops: Shops) -> None:
    with pytest.raises(TooLarge):
        deliver(shops.claras_order, note="x" * 301)


def test_only_the_buyer_gives_them(shops: Shops) -> None:
    for actor in (ANNA, EDDA, PLATFORM):
        with pytest.raises(Forbidden):
            deliver(shops.claras_order, actor=actor)
        with pytest.raises(Forbidden):
            refund(shops.claras_order, actor=actor)
    for stranger in (HANIA, DMITRI):
        with pytest.raises(NotFound):
            deliver(shops.claras_order, actor=stranger)
        with pytest.raises(NotFound):
            seen(shops.claras_order, stranger)


@pytest.mark.parametrize(("left", "is_seen"), [(timedelta(hours=1), True), (-timedelta(hours=1), False)])
def test_the_seller_sees_it_while_the_order_is_served(
    shops: Shops, left: timedelta, *, is_seen: bool
) -> None:
    order = shops.claras_order
    placed(order, days_ago=60)
    deliver(order)
    arrived(order, ago=SERVED - left)
    assert (Handed.DELIVERY in seen(order, ANNA)) is is_seen
    assert Handed.DELIVERY in seen(order, CLARA)
    assert Handed.DELIVERY in seen(order, PLATFORM)


def test_an_order_that_nobody_reports_as_delivered(shops: Shops) -> None:
    placed(shops.claras_order)
    deliver(shops.claras_order)
    placed(shops.claras_order, days_ago=AT_MOST.days + 1)
    assert seen(shops.claras_order, ANNA) == {}
    with pytest.raises(Conflict, match=r"delivery\.over"):
        deliver(shops.claras_order, key="late")
    deliver(shops.claras_order, phone="", note="", key="back")
    assert seen(shops.claras_order, CLARA) == {}


def test_it_needs_no_thread_and_opens_none(shops: Shops) -> None:
    placed(shops.claras_order)
    deliver(shops.claras_order)
    assert queries.threads_about_orders(actor=CLARA, orders=[shops.claras_order]) == {}
    posted = ask(shops, "When does it come?", key="q")
    assert posted.n == 0


def test_what_stands_there_may_be_repeated_by_its_buyer_only(shops: Shops) -> None:
    placed(shops.claras_order)
    text = "My number is 0151 23456789, please call me."
    with pytest.raises(Refused):
        ask(shops, text, key="q1")
    deliver(shops.claras_order)
    posted = ask(shops, text, key="q2")
    with pytest.raises(Refused):
        actions.post_reply(
            actor=ANNA,
            now=clock.now(),
            conversation=posted.conversation,
            draft="Please call us at 0151 23456789.",
            key="a",
        )


def test_what_stands_in_the_refund_account_may_not(shops: Shops) -> None:
    refund(shops.claras_order)
    with pytest.raises(Refused):
        ask(shops, f"Refund to {IBAN}", key="q")
