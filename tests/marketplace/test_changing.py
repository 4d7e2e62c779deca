"""What a market changes for a buyer: the rules, by properties."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.marketplace.rules import changing
from helpdesk.marketplace.terms.market import Address

COUNTRIES = ("PL", "DE", "FR", "IT")
lines = st.text(alphabet="abcdefgh ", min_size=1, max_size=8)
records = st.fixed_dictionaries(
    {"lines": st.lists(lines, min_size=1, max_size=3), "city": lines, "country": st.sampled_from(COUNTRIES)},
    optional={"recipient": lines, "postal_code": lines, "region": lines},
)
known = st.lists(records.map(changing.address_of), max_size=5)
delivers = st.frozensets(st.sampled_from(COUNTRIES))
wanted = st.none() | st.text(alphabet="0123456789abcdef", max_size=16)
prices = st.fixed_dictionaries(
    {
        "price_minor": st.integers(0, 10**9),
        "currency": st.sampled_from(("EUR", "PLN")),
        "availability": st.sampled_from(("in_stock", "limited", "out", "not_sold")),
    }
)


@given(record=records)
def test_an_address_keeps_its_id_and_every_word(record: dict[str, Any]) -> None:
    address = changing.address_of(record)
    assert address == changing.address_of(dict(reversed(record.items())))
    shown = " ".join(address.lines)
    for part in (record.get("recipient"), *record["lines"], record["city"], record.get("region")):
        assert part is None or part in shown


@given(one=records, other=records)
def test_two_addresses_have_two_ids(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (changing.address_of(one).id == changing.address_of(other).id) == (one == other)


@given(known=known, chosen=st.none() | records.map(changing.address_of), has_chosen=st.booleans())
def test_the_present_address_is_one_that_the_platform_knows(
    known: list[Address], chosen: Address | None, has_chosen: bool
) -> None:
    present = changing.present_address(known=known, chosen=chosen, has_chosen=has_chosen)
    assert present is None or present in known
    if has_chosen and (chosen is None or chosen in known):
        assert present == chosen
    elif known:
        assert present == known[0]


@given(known=known, delivers_to=delivers, at=st.integers(0, 4))
def test_an_address_is_kept_exactly_where_the_market_delivers(
    known: list[Address], delivers_to: frozenset[str], at: int
) -> None:
    present = known[at] if at < len(known) else None
    delivery = changing.delivery_on(delivers_to=delivers_to, present=present, known=known)
    assert delivery.kept == (present is not None and present.country in delivers_to)
    assert all(choice in known and choice.country in delivers_to for choice in delivery.choices)
    if not delivery.kept:
        assert all(one in delivery.choices for one in known if one.country in delivers_to)


@given(known=known, delivers_to=delivers, wanted=wanted, at=st.integers(0, 4))
def test_no_change_leads_to_an_address_that_the_market_does_not_deliver_to(
    known: list[Address], delivers_to: frozenset[str], wanted: str | None, at: int
) -> None:
    present = known[at] if at < len(known) else None
    delivery = changing.delivery_on(delivers_to=delivers_to, present=present, known=known)
    for asked in (wanted, None, *(address.id for address in known)):
        fits, chosen = changing.settled(delivery=delivery, wanted=asked)
        assert chosen is None or chosen.country in delivers_to
        if asked is not None and fits:
            assert chosen is not None
            assert chosen.id == asked
        if asked is None:
            assert fits
            assert chosen == (present if delivery.kept else None)


@given(markets=st.dictionaries(st.sampled_from(("pl", "de")), prices), code=st.sampled_from(("pl", "de")))
def test_a_price_is_the_markets_own_or_none(markets: dict[str, dict[str, Any]], code: str) -> None:
    shown = changing.on_sale(markets=markets, code=code)
    on = markets.get(code)
    assert (shown.price is None) == (shown.availability == "not_sold")
    if on is None or on["availability"] == "not_sold":
        assert shown.price is None
    else:
        assert shown.price
        assert (shown.price.minor, shown.price.currency) == (on["price_minor"], on["currency"])


def test_a_market_without_a_price_does_not_sell() -> None:
    shown = changing.on_sale(markets={"pl": {"availability": "in_stock"}}, code="pl")
    assert (shown.availability, shown.price) == ("not_sold", None)
