"""The reference names every field of every record, and no other."""

import re

import pytest

from helpdesk.marketplace.terms import records
from tests.architecture.house import ROOT

PAGE = (ROOT / "docs/reference/records.md").read_text("utf-8")
BODIES = [
    records.MarketBody,
    records.SellerBody,
    records.MemberBody,
    records.BuyerBody,
    records.OfferBody,
    records.OrderBody,
    records.ShipmentBody,
    records.RefundBody,
]


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.KIND.value)
def test_every_field_is_described(body: type[records.Body]) -> None:
    section = PAGE.split(f"\n## {body.KIND}\n")[1].split("\n## ")[0]
    first_cells = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    described = {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}
    assert described | {"version"} == set(body.model_fields)
