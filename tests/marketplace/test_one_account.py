"""Who buys and who works for a seller under one id of the Platform's is one person, with a hat for each."""

import json
from typing import Any

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.marketplace import actions
from helpdesk.marketplace.queries import hats_for_system, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind
from tests.cast import PLATFORM

MARKET = {
    "type": "market",
    "id": "pl",
    "version": 1,
    "country": "PL",
    "currency": "PLN",
    "time_zone": "Europe/Warsaw",
    "languages": ["pl"],
    "delivery_countries": ["PL"],
    "law": "PL",
}
SELLER = {
    "type": "seller",
    "id": "S-1",
    "version": 1,
    "name": "Shop",
    "trader": True,
    "legal_name": "Shop",
    "address": {"lines": ["ul. Smolna 8"], "city": "Warszawa", "country": "PL"},
    "establishment": {"country": "PL", "time_zone": "Europe/Warsaw"},
}
MEMBER = {
    "type": "member",
    "id": "M-1",
    "version": 1,
    "seller": "S-1",
    "person": "P-1",
    "name": "Bruno",
    "role": "agent",
}
BUYER = {
    "type": "buyer",
    "id": "P-1",
    "version": 1,
    "display_name": "Bruno W.",
    "language": "pl",
    "market": "pl",
}


def take_in(*records: dict[str, Any]) -> None:
    lines = [json.dumps(record).encode() for record in records]
    report = actions.import_records(actor=PLATFORM, now=clock.now(), lines=lines, strict=True)
    assert report.rejected == 0, report.problems


@pytest.mark.parametrize("order", [(MEMBER, BUYER), (BUYER, MEMBER)], ids=["works first", "buys first"])
@pytest.mark.parametrize("together", [True, False], ids=["one file", "two files"])
def test_one_person_has_both_hats(database: str, order: tuple[dict[str, Any], ...], together: bool) -> None:
    if together:
        take_in(MARKET, SELLER, *order)
    else:
        take_in(MARKET, SELLER, order[0])
        take_in(order[1])
    person = resolve_for_system(kind=Kind.PERSON, external_id="P-1").id
    assert person == resolve_for_system(kind=Kind.BUYER, external_id="P-1").id
    assert [hat.side for hat in hats_for_system(person_id=person)] == [Side.SELLER, Side.BUYER]


def test_another_id_is_another_person(database: str) -> None:
    take_in(MARKET, SELLER, MEMBER, BUYER | {"id": "B-2"})
    person = resolve_for_system(kind=Kind.PERSON, external_id="P-1").id
    assert [hat.side for hat in hats_for_system(person_id=person)] == [Side.SELLER]
