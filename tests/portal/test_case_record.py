"""A case on its page: what happened in the order in which it did, and what is urged on whom."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from helpdesk.cases import actions as cases
from helpdesk.cases.terms.deeds import Channel, Opening
from helpdesk.cases.terms.names import Situation
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA, EDDA
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.portal.test_cases import text_of
from tests.shops import Shops

SAID = ("I tried the handle twice.", "On the telephone: send a photo.", "The photo shows our own screw.")


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """A refused claim; between its opening and the refusal they spoke on the telephone."""
    present = any_present(monkeypatch)
    tale = Tale(shops.claras_order)
    tale.open(Opening(situation=Situation.OTHER, amount=1_500), words=SAID[0])
    at = tale.later()
    present.set(at)
    cases.note_contact(
        actor=ANNA,
        now=at,
        conversation=tale.shown().conversation,
        case=tale.case,
        channel=Channel.PHONE,
        on_day=(at - timedelta(days=1)).date(),
        words=SAID[1],
        key="phone",
    )
    tale.step("refuse", words=SAID[2])
    present.set(tale.later())
    return tale


def test_a_contact_outside_stands_where_it_happened(sign_in: SignIn, tale: Tale) -> None:
    page = text_of(sign_in(CLARA).get(f"/buyer/cases/{tale.case}").content)
    assert sorted(SAID, key=page.index) == [*SAID]


def test_whoever_decides_reads_it_too(sign_in: SignIn, tale: Tale, monkeypatch: pytest.MonkeyPatch) -> None:
    tale.step("escalate", CLARA, words="It was their screw.")
    any_present(monkeypatch).set(tale.later())
    edda = sign_in(EDDA)
    answer = edda.post(f"/administrator/escalations/{tale.case}/readings", {"key": str(uuid4())}, follow=True)
    assert answer.status_code == 200
    assert SAID[1] in text_of(answer.content)


def test_a_buyer_is_not_urged_to_ask_for_a_refurbished_one(
    sign_in: SignIn, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    present = any_present(monkeypatch)
    tale = Tale(shops.claras_order)
    tale.open()
    present.set(tale.later())
    page = sign_in(CLARA).get(f"/buyer/cases/{tale.case}").content.decode()
    [button] = re.findall(r'<summary class="([^"]*)">\s*Ask for a refurbished one', page)
    assert "button-plain" in button
