"""Anna's and Dmitri's shops with orders of Clara's and Hania's, as the Platform would send them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Buyer, Market, Member, Offer, Order, OrderLine, Seller
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, DMITRIS_SHOP, HANIA, PLATFORM, person

WARSAW = "Europe/Warsaw"
PLACED = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)
TITLES = {"en": "Gasket 8 mm", "pl": "Uszczelka 8 mm", "de": "Dichtung 8 mm"}


@dataclass(frozen=True, kw_only=True)
class Shops:
    """Refs into the database of one test."""

    claras_order: Ref
    hanias_order: Ref
    dmitris_order: Ref
    offer: Ref


def today() -> date:
    """In Anna's shop, where it begins an hour or two before UTC's."""
    return clock.now().astimezone(ZoneInfo(WARSAW)).date()


def open_shops() -> Shops:
    """Fill a fresh database."""
    with acting(PLATFORM):
        for code, country, currency, zone in (
            ("pl", "PL", "PLN", WARSAW),
            ("de", "DE", "EUR", "Europe/Berlin"),
        ):
            Market.objects.create(
                code=code,
                country=country,
                currency=currency,
                time_zone=zone,
                languages=[code],
                delivery_countries=[country],
                law=country,
                allowed_hosts=[],
            )
        _shop(ANNAS_SHOP, "Anna's Espresso Parts", "PL", WARSAW, ANNA, BRUNO)
        _shop(DMITRIS_SHOP, "Dmitri's Lamps", "DE", "Europe/Berlin", DMITRI)
        for buyer, market in ((CLARA, "de"), (HANIA, "pl")):
            Buyer.objects.create(
                id=buyer.person,
                external_id=buyer.name,
                display_name=buyer.name,
                language=buyer.language,
                market_id=market,
                kind="consumer",
                addresses=[],
            )
        return Shops(
            claras_order=order(ANNAS_SHOP, "A-1001", CLARA, "de"),
            hanias_order=order(ANNAS_SHOP, "A-1002", HANIA, "pl"),
            dmitris_order=order(DMITRIS_SHOP, "D-2001", CLARA, "de"),
            offer=_offer(ANNAS_SHOP),
        )


def _shop(seller_id: int, name: str, country: str, zone: str, *people: Actor) -> None:
    Seller.objects.create(
        seller_id=seller_id,
        external_id=name,
        stand_in=person(f"stand-in of {name}"),
        name=name,
        trader=True,
        country=country,
        time_zone=zone,
        status="active",
    )
    for member in people:
        Member.objects.create(
            seller_id=seller_id,
            external_id=member.name,
            person_id=member.person,
            name=member.name,
            role=next(iter(member.roles)).value,
        )


def _offer(seller_id: int) -> Ref:
    offer = Offer.objects.create(
        seller_id=seller_id, external_id="gasket", title=TITLES, condition="new", markets={}
    )
    return Ref(seller_id, offer.id)


def order(seller_id: int, number: str, buyer: Actor, market: str) -> Ref:
    """One more sale, of two gaskets."""
    with acting(PLATFORM):
        offer = _offer(seller_id)
        assert isinstance(buyer.buyer_id, UUID)
        placed = Order.objects.create(
            seller_id=seller_id,
            buyer_id=buyer.buyer_id,
            external_id=number,
            number=number,
            market_id=market,
            placed_at=PLACED,
        )
        OrderLine.objects.create(
            seller_id=seller_id,
            order_id=placed.id,
            line="1",
            buyer_id=buyer.buyer_id,
            position=1,
            offer_id=offer.id,
            quantity=2,
            price_minor=1290,
            currency="EUR",
        )
        return Ref(seller_id, placed.id)
