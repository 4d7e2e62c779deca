"""A text is read while it is written and again when it is sent; remarks stand beside it, nothing is lost."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations import queries
from helpdesk.conversations.models import Attempt
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.spotted import TO_CONFIRM, spotting
from tests.portal.conftest import QUESTION, SignIn
from tests.portal.test_composer import send
from tests.shops import Shops

__all__ = ["spotting"]  # a fixture

MAIL = "The grinder fits. Write to anna.nowak@poczta.pl for the rest."
PROMO = "It fits. Subscribe to our newsletter and get 10% off your next order!"


def check(client: Client, path: str, text: str) -> Any:
    return client.post(path, {"text": text}).json()


def kept() -> tuple[int, int]:
    """Entries and attempts, as an administrator sees them."""
    with acting(EDDA):
        return Entry.objects.count(), Attempt.objects.count()


def texts(asked: Ref) -> list[str | None]:
    return [message.text for message in queries.thread(actor=ANNA, conversation=asked).messages]


def test_what_is_written_is_read_and_not_kept(sign_in: SignIn, asked: Ref) -> None:
    client, before = sign_in(ANNA), kept()
    answer = check(client, f"/seller/conversations/{asked}/checks", MAIL)
    (found,) = answer["findings"]
    assert MAIL[found["start"] : found["end"]] == "anna.nowak@poczta.pl"
    assert (found["label"], found["weight"]) == ("A_EMAIL", "stop")
    assert "e-mail" in found["reason"]
    assert found["remedy"]
    assert answer["said"] == "1 remark on your text"
    assert kept() == before


def test_a_clean_text_has_no_remarks(sign_in: SignIn, asked: Ref) -> None:
    answer = check(sign_in(ANNA), f"/seller/conversations/{asked}/checks", "Yes, it fits 58 mm groups.")
    assert answer["findings"] == []
    assert answer["said"] == ""


def test_a_buyer_is_told_where_a_number_belongs(sign_in: SignIn, shops: Shops, asked: Ref) -> None:
    clara = sign_in(CLARA)
    for path in (
        f"/buyer/conversations/{asked}/checks",
        f"/buyer/orders/{shops.claras_order}/checks",
        f"/buyer/offers/{shops.offer}/checks",
    ):
        (found,) = check(clara, path, "My number is 0171 2345678, for the courier.")["findings"]
        assert found["label"] == "A_PHONE"
        assert "Delivery details" in found["remedy"]


def test_others_check_nothing(sign_in: SignIn, asked: Ref) -> None:
    assert sign_in(DMITRI).post(f"/seller/conversations/{asked}/checks", {"text": "x"}).status_code == 404


def test_other_buyers_check_nothing(sign_in: SignIn, shops: Shops, asked: Ref) -> None:
    hania = sign_in(HANIA)
    for path in (f"conversations/{asked}", f"orders/{shops.claras_order}"):
        assert hania.post(f"/buyer/{path}/checks", {"text": "x"}).status_code == 404


def test_what_is_not_sent_stays_in_the_box_with_the_reason(sign_in: SignIn, asked: Ref) -> None:
    status, page = send(sign_in(ANNA), f"/seller/conversations/{asked}/replies", MAIL)
    assert status == 422
    assert MAIL in page
    assert 'data-weight="stop"' in page
    assert "anna.nowak@poczta.pl</bdi>" in page
    assert "Ask for a check" in page
    assert texts(asked) == [QUESTION]


def test_one_click_asks_for_a_check_and_again_says_the_same(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    _, page = send(anna, f"/seller/conversations/{asked}/replies", MAIL)
    where = re.search(r'formaction="([^"]+/checks)"', page)
    assert where
    for _ in range(2):
        answer = anna.post(where[1], {"key": str(uuid4()), "text": MAIL})
        assert answer.status_code == 200
        assert "waits for a reviewer" in answer.content.decode()
    with acting(EDDA):
        assert Attempt.objects.exclude(check_at=None).count() == 1
    assert sign_in(DMITRI).post(where[1]).status_code == 404


@pytest.mark.usefixtures("spotting")
def test_a_held_text_is_sent_with_a_reason(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    status, page = send(anna, path, TO_CONFIRM)
    assert status == 400
    assert "Why must it stand as it is?" in page
    status, page = send(anna, path, TO_CONFIRM, confirm="yes", confirmed=" ", heard="D_INSULT")
    assert status == 400
    assert texts(asked) == [QUESTION]
    status, _ = send(
        anna, path, TO_CONFIRM, confirm="yes", confirmed="It quotes the Buyer.", heard="D_INSULT"
    )
    assert status == 302
    assert texts(asked) == [QUESTION, TO_CONFIRM]


def test_a_remark_is_shown_once(sign_in: SignIn, asked: Ref) -> None:
    anna, path = sign_in(ANNA), f"/seller/conversations/{asked}/replies"
    status, page = send(anna, path, PROMO)
    assert status == 400
    assert "You may send the text as it is" in page
    heard = re.search(r'name="heard" value="([^"]+)"', page)
    assert heard
    status, _ = send(anna, path, PROMO, heard=heard[1])
    assert status == 302
    assert texts(asked) == [QUESTION, PROMO]
