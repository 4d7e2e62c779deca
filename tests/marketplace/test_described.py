"""The reference names every field of every record, and no other."""

import json
import re

import pytest

from helpdesk.marketplace.terms import records
from helpdesk.marketplace.terms.kinds import Kind
from tests.architecture.house import ROOT
from tests.marketplace import samples

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


EXAMPLES = [json.loads(line) for line in PAGE.split("```json\n")[1].split("```")[0].splitlines()]
LEFT_OUT = {
    "code",
    "removed_at",
    "withdrawal_excluded",
    "email",
}  # what need not or cannot stand beside the rest


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.KIND.value)
def test_the_example_shows_every_field(body: type[records.Body]) -> None:
    (shown,) = (example for example in EXAMPLES if example["type"] == body.KIND)
    assert set(body.model_fields) - LEFT_OUT <= shown.keys()


@pytest.mark.usefixtures("database")
def test_the_example_is_taken_in_as_it_stands() -> None:
    report = samples.import_(*EXAMPLES, strict=True)
    assert (report.problems, report.incomplete) == ([], 0)
    assert report.applied.keys() == set(Kind) - {Kind.PERSON}
