"""Delivery details and the refund account over HTTP: whose they are, and who never learns of them."""

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.conversations.handing import placed
from tests.shops import Shops

DETAILS = {"phone": "0151 23456789", "note": "Entrance B"}
ACCOUNT = {"iban": "DE89 3704 0044 0532 0130 00", "holder": "Clara Weiß"}


@pytest.fixture
def path(shops: Shops) -> str:
    """Clara's order."""
    placed(shops.claras_order)
    return f"/orders/{shops.claras_order}"


def test_delivery_details_are_the_parties(call: CallAs, path: str) -> None:
    stored = call(CLARA).post(f"{path}/delivery-details", DETAILS)
    assert stored.status_code == 201
    for actor in (CLARA, ANNA, PLATFORM):
        shown = call(actor).get(f"{path}/delivery-details").json()
        assert (shown["phone"], shown["note"]) == ("+4915123456789", "Entrance B")
        assert (shown["versions"], shown["erased"]) == (1, False)
    entry = call(ANNA).get(f"/entries/{stored.json()['entry']}")
    assert entry.status_code == 200
    assert "2345" not in entry.content.decode()


def test_a_refund_account_is_there_for_nobody_but_buyer_and_platform(call: CallAs, path: str) -> None:
    stored = call(CLARA).post(f"{path}/refund-account", ACCOUNT)
    for actor in (CLARA, PLATFORM):
        shown = call(actor).get(f"{path}/refund-account").json()
        assert (shown["iban"], shown["holder"]) == ("DE89370400440532013000", "Clara Weiß")
    answers = [call(actor).get(f"{path}/refund-account") for actor in (ANNA, DMITRI, HANIA)]
    assert {answer.status_code for answer in answers} == {404}
    assert call(ANNA).get(f"/entries/{stored.json()['entry']}").status_code == 404
    assert "DE89" not in call(ANNA).get(path).content.decode()


def test_an_administrator_reads_them_with_a_reason(call: CallAs, path: str, asked: Ref) -> None:
    call(CLARA).post(f"{path}/refund-account", ACCOUNT)
    assert call(EDDA).get(f"{path}/refund-account").status_code == 403
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="report", key="1")
    assert call(EDDA).get(f"{path}/refund-account").json()["holder"] == "Clara Weiß"


def test_the_same_key_again(call: CallAs, path: str) -> None:
    clara = call(CLARA)
    first = clara.post(f"{path}/delivery-details", DETAILS, key="one")
    again = clara.post(f"{path}/delivery-details", DETAILS, key="one")
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"


@pytest.mark.parametrize(
    ("noun", "body", "code", "field"),
    [
        ("delivery-details", {"phone": "12"}, "delivery.phone", "phone"),
        ("delivery-details", {"note": "clara.weiss@gmail.com"}, "delivery.contact", "note"),
        ("refund-account", {"iban": "DE00", "holder": "C"}, "refund.iban", "iban"),
    ],
)
def test_a_wrong_field_is_named(
    call: CallAs, path: str, noun: str, body: dict[str, str], code: str, field: str
) -> None:
    answer = call(CLARA).post(f"{path}/{noun}", body)
    assert answer.status_code in (400, 422)
    assert code in answer.content.decode()
    assert field in answer.content.decode()


def test_what_was_not_given_is_not_there(call: CallAs, path: str) -> None:
    for noun in ("delivery-details", "refund-account"):
        assert call(CLARA).get(f"{path}/{noun}").status_code == 404
