"""Agreements on the pages: proposed in a form, settled in a tap, listed, each in its reader's own words."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.agreements import actions as agreements
from helpdesk.agreements.terms import Proposal, Type
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.portal.conftest import SignIn

FORM = {"type": "refund", "owed_by": "seller", "amount": "20,00", "until": "", "text": "For the scratch."}


def proposed(asked: Ref, actor: Actor = ANNA) -> Ref:
    posted = agreements.propose(
        actor=actor,
        now=clock.now(),
        conversation=asked,
        proposal=Proposal(type=Type.REFUND, amount="20", words="For the scratch."),
        key=str(uuid4()),
    )
    return Ref(asked.seller_id, posted.receipt.entry)


def text_of(client: Client, path: str) -> str:
    """What stands on the page, in one line."""
    found = client.get(path)
    assert found.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found.content.decode()))


def post(client: Client, path: str, **form: str) -> tuple[int, str]:
    """The status, and where it leads on, or what the page says."""
    answer = client.post(path, {"key": str(uuid4()), **form})
    return answer.status_code, answer.headers.get("Location", answer.content.decode())


def test_proposed_in_a_form_and_confirmed_in_a_tap(sign_in: SignIn, asked: Ref) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    assert post(anna, f"/seller/conversations/{asked}/agreements", **FORM) == (
        302,
        f"/seller/conversations/{asked}#a1",
    )
    said = text_of(clara, f"/buyer/conversations/{asked}")
    assert "Agreement · Refund €20.00 Waits for you" in said
    assert "For the scratch." in said
    [yes] = re.findall(
        r'action="(/buyer/agreements/[^"]+/confirmations)"',
        clara.get(f"/buyer/conversations/{asked}").content.decode(),
    )
    assert post(clara, yes) == (302, f"/buyer/conversations/{asked}#a1")
    said = text_of(anna, f"/seller/conversations/{asked}")
    assert "Refund €20.00 Agreed" in said
    assert "It is done" in said


def test_the_seller_is_told_that_a_proposal_is_no_answer(sign_in: SignIn, asked: Ref) -> None:
    said = text_of(sign_in(ANNA), f"/seller/conversations/{asked}/agreements")
    assert "A proposal is no answer: the time to answer runs on." in said
    assert "A proposal is no answer" not in text_of(
        sign_in(CLARA), f"/buyer/conversations/{asked}/agreements"
    )


def test_a_confirmation_is_asked_for_and_given(sign_in: SignIn, asked: Ref) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    status, _ = post(clara, f"/buyer/conversations/{asked}/confirmation-requests", text="It came back.")
    assert status == 302
    assert "Please confirm Waits for you" in text_of(anna, f"/seller/conversations/{asked}")
    [yes] = re.findall(
        r'action="(/seller/agreements/[^"]+/confirmations)"',
        anna.get(f"/seller/conversations/{asked}").content.decode(),
    )
    post(anna, yes)
    assert "Please confirm Confirmed" in text_of(clara, f"/buyer/conversations/{asked}")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": "twenty"}, "This is no amount."),
        ({"amount": ""}, "Please say how much."),
        ({"type": ""}, "Please choose what it is about."),
        ({"until": "someday"}, "This is no day."),
        ({"until": "2020-01-01"}, "This day has passed."),
        ({"text": "Write to anna.private@example.com"}, "this is against the rules for messages"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    sign_in: SignIn, asked: Ref, wrong: dict[str, str], said: str
) -> None:
    status, page = post(sign_in(ANNA), f"/seller/conversations/{asked}/agreements", **(FORM | wrong))
    assert status in (400, 422)
    assert said in page
    for value in (FORM | wrong).values():
        assert value in page


def test_declined_with_a_reason(sign_in: SignIn, asked: Ref) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    agreement = proposed(asked)
    assert "Why not?" in text_of(clara, f"/buyer/agreements/{agreement}")
    status, page = post(clara, f"/buyer/agreements/{agreement}/refusals", text="Call me: +49 151 23456789")
    assert (status, "Call me" in page) == (422, True)
    post(clara, f"/buyer/agreements/{agreement}/refusals", text="That is too little.")
    said = text_of(anna, f"/seller/conversations/{asked}")
    assert "Declined" in said
    assert "That is too little." in said
    status, page = post(clara, f"/buyer/agreements/{agreement}/confirmations")
    assert (status, "This was settled already." in page) == (409, True)


def test_changed_by_a_new_one(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    agreement = proposed(asked)
    form = anna.get(f"/seller/conversations/{asked}/agreements?amends={agreement}").content.decode()
    assert f'name="amends" value="{agreement}"' in form
    assert 'value="20.00"' in form
    more = {"amends": str(agreement), "amount": "25"}
    assert post(anna, f"/seller/conversations/{asked}/agreements", **(FORM | more))[0] == 302
    said = text_of(anna, f"/seller/conversations/{asked}")
    assert "Refund €20.00 Replaced by a newer one" in said
    assert "Refund €25.00 Waits for the Buyer" in said


def test_the_side_that_proposed_it_takes_it_back(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    agreement = proposed(asked)
    page = text_of(anna, f"/seller/conversations/{asked}")
    assert "Take it back" in page
    post(anna, f"/seller/agreements/{agreement}/refusals")
    assert "Taken back" in text_of(anna, f"/seller/conversations/{asked}")


def test_the_lists_are_filtered(sign_in: SignIn, asked: Ref) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    agreement = proposed(asked)
    for client, side in ((anna, "seller"), (clara, "buyer")):
        assert "Refund €20.00" in text_of(client, f"/{side}/agreements")
        assert "Refund €20.00" in text_of(client, f"/{side}/agreements?state=waiting&of={asked}")
        assert "Refund €20.00" not in text_of(client, f"/{side}/agreements?state=done")
    assert "With one Buyer." in text_of(anna, f"/seller/agreements?with={asked}")
    assert "Refund" not in text_of(sign_in(HANIA), f"/buyer/agreements?with={asked}")
    assert "Refund" not in text_of(sign_in(DMITRI), f"/seller/agreements?of={asked}")
    post(clara, f"/buyer/agreements/{agreement}/confirmations")
    post(anna, f"/seller/agreements/{agreement}/completions")
    assert "Refund €20.00" in text_of(clara, "/buyer/agreements?state=done")


def test_strangers_find_nothing(sign_in: SignIn, asked: Ref) -> None:
    agreement = proposed(asked)
    for actor, side in ((DMITRI, "seller"), (HANIA, "buyer"), (EDDA, "seller")):
        client = sign_in(actor)
        for path in (f"agreements/{agreement}", f"conversations/{asked}/agreements"):
            assert client.get(f"/{side}/{path}").status_code == 404
        for noun in ("confirmations", "refusals", "completions"):
            assert post(client, f"/{side}/agreements/{agreement}/{noun}")[0] == 404
        assert post(client, f"/{side}/conversations/{asked}/agreements", **FORM)[0] == 404
