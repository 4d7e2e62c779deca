"""Delivery details and the refund account in the portal, and the ways there from a message."""

from uuid import uuid4

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import ANNA, CLARA, EDDA, HANIA
from tests.conversations.handing import IBAN, NOTE, deliver, placed, refund
from tests.portal.conftest import SignIn
from tests.shops import Shops

ADDRESS = "Please send it to Lange Straße 12, 10115 Berlin."


@pytest.fixture
def order(shops: Shops) -> Ref:
    """Clara's, placed yesterday."""
    placed(shops.claras_order)
    return shops.claras_order


def form(**values: str) -> dict[str, str]:
    return {"key": str(uuid4()), **values}


def test_they_are_given_and_shown_to_those_who_may_see_them(sign_in: SignIn, order: Ref, asked: Ref) -> None:
    clara, page = sign_in(CLARA), f"/buyer/orders/{order}"
    given = clara.post(f"{page}/delivery-details", form(phone="0151 23456789", note=NOTE))
    assert given["Location"] == f"{page}/details?kept=delivery#delivery"
    assert clara.post(f"{page}/refund-account", form(iban=IBAN, holder="Clara Weiß")).status_code == 302
    for path in (page, f"{page}/details", f"/buyer/conversations/{asked}"):
        shown = clara.get(path).content.decode()
        assert NOTE in shown
        assert IBAN in shown
    shop = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert NOTE in shop
    assert "+49 1512 3456789" in shop
    assert "3704" not in shop


def test_an_administrator_sees_the_account_under_a_reading(sign_in: SignIn, order: Ref, asked: Ref) -> None:
    refund(order)
    edda, path = sign_in(EDDA), f"/administrator/files/{asked}"
    assert IBAN not in edda.get(path).content.decode()
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="report", key="1")
    assert IBAN in edda.get(path).content.decode()


@pytest.mark.parametrize(
    ("noun", "values", "said"),
    [
        ("delivery-details", {"phone": "12", "note": NOTE}, "no number at which a courier can call"),
        ("delivery-details", {"phone": "", "note": "clara.weiss@gmail.com"}, "for the way to the door"),
        ("refund-account", {"iban": "DE00 1111", "holder": "Clara"}, "not a valid IBAN"),
    ],
)
def test_what_was_typed_stays_with_the_reason(
    sign_in: SignIn, order: Ref, noun: str, values: dict[str, str], said: str
) -> None:
    answer = sign_in(CLARA).post(f"/buyer/orders/{order}/{noun}", form(**values))
    assert answer.status_code == 400
    shown = answer.content.decode()
    assert said in shown
    assert all(value in shown for value in values.values())
    assert 'aria-invalid="true"' in shown


def test_they_are_taken_back(sign_in: SignIn, order: Ref) -> None:
    deliver(order)
    clara, page = sign_in(CLARA), f"/buyer/orders/{order}"
    clara.post(f"{page}/delivery-details", form())
    assert NOTE not in clara.get(f"{page}/details").content.decode()


def test_a_stranger_finds_no_such_page(sign_in: SignIn, order: Ref) -> None:
    assert sign_in(HANIA).get(f"/buyer/orders/{order}/details").status_code == 404


@pytest.mark.parametrize(
    ("text", "field"),
    [("My number is 0151 23456789, please call me.", "delivery"), (f"Refund to {IBAN} please.", "refund")],
)
def test_a_refused_text_leads_to_the_right_field(sign_in: SignIn, order: Ref, text: str, field: str) -> None:
    answer = sign_in(CLARA).post(f"/buyer/orders/{order}/questions", form(text=text))
    listed = answer.content.decode().split("<template>")[0]
    assert f'href="/buyer/orders/{order}/details#{field}"' in listed


def test_the_live_check_names_the_field(sign_in: SignIn, order: Ref, asked: Ref) -> None:
    text = "My number is 0151 23456789, please call me."
    found = sign_in(CLARA).post(f"/buyer/conversations/{asked}/checks", {"text": text}).json()["findings"]
    assert found[0]["label"] == "A_PHONE"
    assert found[0]["field"] == "delivery"
    found = sign_in(ANNA).post(f"/seller/conversations/{asked}/checks", {"text": text}).json()["findings"]
    assert {one["field"] for one in found} == {""}


def test_an_address_is_sent_and_a_better_place_offered(sign_in: SignIn, order: Ref, asked: Ref) -> None:
    clara, page = sign_in(CLARA), f"/buyer/conversations/{asked}"
    assert clara.post(f"{page}/checks", {"text": ADDRESS}).json()["address"] is True
    sent = clara.post(f"{page}/messages", form(text=ADDRESS))
    assert sent.status_code == 302
    assert "It holds an address." in clara.get(sent["Location"]).content.decode()
    assert "It holds an address." not in clara.get(page).content.decode()
