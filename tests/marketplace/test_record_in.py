"""Reading one record: what is valid is understood exactly, what is not is named with its place."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel.shape import Misshapen
from helpdesk.marketplace.rules.reading import MAX_LINE, record_in
from helpdesk.marketplace.terms import records
from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.money import Money, currencies, decimal
from helpdesk.marketplace.terms.values import countries
from tests.marketplace import samples


def read(record: samples.Record) -> records.Body:
    return record_in(json.dumps(record).encode())[1]


def flaws(record: samples.Record | bytes) -> list[tuple[str, str]]:
    line = record if isinstance(record, bytes) else json.dumps(record).encode()
    with pytest.raises(Misshapen) as caught:
        record_in(line)
    return [(flaw.code, flaw.pointer) for flaw in caught.value.flaws]


def test_each_kind_is_read() -> None:
    names = [record_in(line)[0] for line in samples.ndjson(*samples.everything())]
    assert [name.kind for name in names] == [kind for kind in Kind if kind is not Kind.PERSON]
    assert names[-3] == Name(Kind.ORDER, "A-1001")


def test_times_are_kept_in_utc_and_money_in_minor_units() -> None:
    order = read(samples.order(placed_at="2026-10-01T09:30:00.25+02:00"))
    assert isinstance(order, records.OrderBody)
    assert order.placed_at == datetime(2026, 10, 1, 7, 30, 0, 250_000, tzinfo=UTC)
    assert order.lines[0].price.minor == 1290


def test_versions_are_integers_or_times_in_one_order() -> None:
    sent = [1, 2, "2026-10-01T09:30:00Z", "2026-10-01T11:30:00.000001+02:00"]
    versions = [read(samples.market(version=version)).version for version in sent]
    assert versions == sorted(versions, key=lambda version: version.order)
    assert [version.text for version in versions] == [str(version) for version in sent]


def test_every_flaw_is_named_at_once() -> None:
    bad = samples.order(lines=[samples.line(quantity="2", colour="red")], paid=1)
    assert flaws(bad) == [
        ("input.type", "/lines/0/quantity"),
        ("input.unknown_field", "/lines/0/colour"),
        ("input.unknown_field", "/paid"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"version": -1}, "value.version"),
        ({"version": True}, "value.version"),
        ({"version": 1.0}, "value.version"),
        ({"version": 1 << 53}, "value.version"),
        ({"version": "2026-10-01"}, "value.instant"),
        ({"country": "XX"}, "value.country"),
        ({"country": "pl"}, "value.country"),
        ({"currency": "DEM"}, "value.currency"),
        ({"time_zone": "Europe/Atlantis"}, "value.time_zone"),
        ({"time_zone": "../../etc/passwd"}, "value.time_zone"),
        ({"languages": ["xx"]}, "value.language"),
        ({"languages": []}, "input.bounds"),
        ({"languages": "de"}, "input.type"),
        ({"code": "pl"}, "value.market_code"),
        ({"id": "a b"}, "input.pattern"),
        ({"id": None}, "input.type"),
        ({"type": "planet"}, "input.not_listed"),
        ({"allowed_hosts": ["http://shop.example"]}, "input.pattern"),
    ],
)
def test_a_bad_market_is_refused(change: dict[str, Any], code: str) -> None:
    assert [found for found, _ in flaws(samples.market(**change))] == [code]


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"id": "a/b"}, "value.external_id", "/id"),
        ({"id": "ä"}, "value.external_id", "/id"),
        ({"id": ""}, "value.external_id", "/id"),
        ({"id": "x" * 101}, "value.external_id", "/id"),
        ({"number": "  "}, "text.empty", "/number"),
        ({"number": "a\u0000b"}, "text.nul", "/number"),
        ({"number": "a\nb"}, "text.control", "/number"),
        ({"number": "1" * 61}, "text.too_long", "/number"),
        ({"placed_at": "2026-02-30T09:30:00Z"}, "value.instant", "/placed_at"),
        ({"placed_at": "2026-10-01T09:30:00"}, "value.instant", "/placed_at"),
        ({"placed_at": "0001-01-01T00:00:00+14:00"}, "value.instant", "/placed_at"),
        ({"placed_at": 1}, "value.instant", "/placed_at"),
        ({"lines": []}, "input.bounds", "/lines"),
        ({"lines": [samples.line(), samples.line()]}, "value.line_twice", ""),
        ({"lines": [samples.line(quantity=0)]}, "input.bounds", "/lines/0/quantity"),
        (
            {"lines": [samples.line(price={"amount": 12.9, "currency": "EUR"})]},
            "input.type",
            "/lines/0/price/amount",
        ),
        (
            {"lines": [samples.line(price={"amount": "12.901", "currency": "EUR"})]},
            "value.amount",
            "/lines/0/price",
        ),
        (
            {"lines": [samples.line(price={"amount": "1.5", "currency": "JPY"})]},
            "value.amount",
            "/lines/0/price",
        ),
        (
            {"lines": [samples.line(price={"amount": "-1", "currency": "EUR"})]},
            "value.amount",
            "/lines/0/price",
        ),
        (
            {"lines": [samples.line(price={"amount": "١٢", "currency": "EUR"})]},
            "value.amount",
            "/lines/0/price",
        ),
        (
            {"lines": [samples.line(), samples.line(id="2", price={"amount": "1", "currency": "PLN"})]},
            "value.one_currency",
            "",
        ),
        (
            {"delivery_address": {**samples.ADDRESS, "country": "ZZ"}},
            "value.country",
            "/delivery_address/country",
        ),
    ],
)
def test_a_bad_order_is_refused(change: dict[str, Any], code: str, place: str) -> None:
    assert flaws(samples.order(**change)) == [(code, place)]


def test_a_subdivision_lies_in_its_country() -> None:
    place = {"country": "GB", "subdivision": "GB-ENG", "time_zone": "Europe/London"}
    body = read(samples.seller(establishment=place))
    assert isinstance(body, records.SellerBody)
    assert body.establishment.subdivision == "GB-ENG"
    wrong = {**place, "country": "IE"}
    assert flaws(samples.seller(establishment=wrong)) == [("value.subdivision", "/establishment")]


@pytest.mark.parametrize("ean", ["5901234123457", "4006381333931", "96385074", "012345678905"])
def test_a_true_ean_passes(ean: str) -> None:
    body = read(samples.offer(ean=ean))
    assert isinstance(body, records.OfferBody)
    assert body.ean == ean


@pytest.mark.parametrize("ean", ["5901234123458", "590123412345", "", "abc", "\uff15901234123457"])
def test_a_wrong_ean_is_refused(ean: str) -> None:
    assert flaws(samples.offer(ean=ean)) == [("value.ean", "/ean")]


@pytest.mark.parametrize(
    "line",
    [b"{", b"\xff\xfe", b'{"type":"order","id":"\\ud800"}', b"[" * 100_000, b"nul"],
)
def test_what_is_no_json_is_refused(line: bytes) -> None:
    assert flaws(line) == [("input.not_json", "")]


@pytest.mark.parametrize("line", [b"[]", b"1", b'"order"', b"null"])
def test_what_is_no_object_is_refused(line: bytes) -> None:
    assert flaws(line) == [("input.type", "")]


def test_a_record_of_no_type_is_refused() -> None:
    assert flaws(b"{}") == [("input.missing", "/type")]


def test_a_line_beyond_the_limit_is_not_parsed() -> None:
    assert flaws(b" " * (MAX_LINE + 1)) == [("input.too_large", "")]


def test_the_lists_are_of_their_standards() -> None:
    assert len(countries()) == 249
    assert {"PLN", "EUR", "GBP", "JPY"} <= currencies()


@given(st.integers(0, 10**14), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_money_survives_both_ways(minor: int, currency: str) -> None:
    amount = decimal(minor=minor, currency=currency)
    if len(amount.split(".")[0]) <= 12:
        assert Money(amount=amount, currency=currency).minor == minor


@given(
    st.binary(max_size=60) | st.text().map(lambda text: json.dumps({"type": "buyer", "id": text}).encode())
)
def test_no_line_breaks_the_reader(line: bytes) -> None:
    with pytest.raises(Misshapen):
        record_in(line)
