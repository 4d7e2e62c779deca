"""What an import changes is found without another message: names and parcels; not what was forgotten."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.console.refreshing import refresh_once
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Buyer, Moved
from helpdesk.search.models import SearchEntry
from helpdesk.search.queries import found
from helpdesk.search.terms import Kind
from tests.cast import ANNA, CLARA, DMITRI
from tests.marketplace import samples
from tests.retention.asking import approved, requested


@dataclass(frozen=True)
class Sold:
    """A shop and its buyer as the Platform's records have them, and the thread about the order."""

    seller: Actor
    buyer: Actor
    thread: Ref


@pytest.fixture
def sold(database: str, settle: Callable[[], None]) -> Sold:
    for record in samples.everything()[:5]:
        samples.put(record)
    order = samples.put(samples.order()).ref
    assert order is not None
    with acting(SYSTEM):
        id = Buyer.objects.get().id
    buyer = replace(CLARA, person=id, buyer_id=id)
    asked = conversations.ask_about_order(
        actor=buyer, now=clock.now(), order=order, draft="When will it come?", key="c"
    )
    settle()
    return Sold(replace(ANNA, seller_id=order.seller_id), buyer, asked.conversation)


def kinds(actor: Actor, text: str) -> list[Kind]:
    return [hit.kind for hit in found(actor=actor, text=text).hits]


def waiting() -> int:
    with acting(SYSTEM):
        return Moved.objects.count()


@pytest.mark.parametrize("way", [samples.put, samples.import_])
def test_a_parcel_that_comes_later_is_found_by_both(sold: Sold, way: Callable[..., object]) -> None:
    assert kinds(sold.seller, "JJD-000390") == []
    way(samples.shipment(tracking="JJD-000390"))
    assert refresh_once() == 1
    for actor in (sold.seller, sold.buyer):
        (hit,) = found(actor=actor, text="jjd000390").hits
        assert (hit.kind, hit.conversation) == (Kind.THREAD, sold.thread)
    assert kinds(DMITRI, "JJD-000390") == []
    assert (refresh_once(), waiting()) == (0, 0)


def test_another_number_takes_the_place_of_the_first(sold: Sold) -> None:
    samples.put(samples.shipment(tracking="JJD-000390"))
    samples.put(samples.shipment(tracking="JJD-000777", version=2))
    assert waiting() == 1  # noted once
    refresh_once()
    assert (kinds(sold.seller, "JJD-000390"), kinds(sold.seller, "JJD-000777")) == ([], [Kind.THREAD])


def test_a_new_name_is_found_and_the_old_one_not(sold: Sold) -> None:
    assert kinds(sold.seller, "clara ") == [Kind.PERSON]
    samples.put(samples.buyer(display_name="Clara Łękowska", version=2))
    refresh_once()
    assert kinds(sold.seller, "lekowska ") == [Kind.PERSON]
    samples.put(samples.buyer(display_name="Klara Nowak", version=3))
    refresh_once()
    assert (kinds(sold.seller, "lekowska "), kinds(sold.seller, "nowak ")) == ([], [Kind.PERSON])


def test_who_was_never_talked_with_is_not_noted(database: str) -> None:
    for record in samples.everything():
        samples.put(record)
    samples.put(samples.buyer(display_name="Clara Łękowska", version=2))
    assert waiting() == 0


def test_what_was_forgotten_does_not_come_back(sold: Sold, settle: Callable[[], None]) -> None:
    approved(requested(sold.thread))
    settle()
    samples.put(samples.buyer(display_name="Clara Łękowska", version=2))
    assert refresh_once() == 1
    assert kinds(sold.seller, "lekowska ") == []
    with acting(SYSTEM):
        assert not SearchEntry.objects.filter(kind=Kind.PERSON.value).exists()
