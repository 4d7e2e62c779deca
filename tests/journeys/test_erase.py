"""Edda asks, Felix approves: the words are gone for both sides, and the record is whole."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.retention import actions as retention
from tests.cast import ANNA, CLARA, EDDA, FELIX
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.shops import Shops

pytestmark = pytest.mark.journey

SECRET = "My neighbour's number is 48 600 700 800."
ANSWER = "Dziękujemy, wyślemy jutro."


def test_words_go_for_everybody_when_two_agree(sign_in: SignIn, shops: Shops) -> None:
    thread = told(shops)
    request = asked(sign_in(EDDA), thread)
    felix = sign_in(compliance(), width=390)
    felix.goto(request)
    look_at(felix)
    felix.locator("form[action$=approval] button").click()
    expect(felix.get_by_role("status")).to_be_visible()
    carry_out()
    felix.reload()
    expect(felix.get_by_role("status")).to_contain_text("Erased.")
    look_at(felix)

    clara = sign_in(CLARA)
    clara.goto(urljoin(clara.url, f"/buyer/conversations/{thread}"))
    anna = sign_in(ANNA, dark=True)
    anna.goto(urljoin(anna.url, f"/seller/conversations/{thread}"))
    for page, ground in (
        (clara, "Antrag der betroffenen Person (Artikel 17 DSGVO)"),
        (anna, "Żądanie osoby, której dane dotyczą (art. 17 RODO)"),
    ):
        expect(page.locator(".record")).not_to_contain_text("neighbour")
        expect(page.locator(".erased")).to_contain_text(ground)
        expect(page.locator(".record")).to_contain_text(ANSWER)
        look_at(page)
    assert [one for one in verify(mirrors=MIRRORS) if isinstance(one, Finding)] == []


def compliance() -> Actor:
    """Felix, with an account and his role."""
    accounts.enrol_person(
        actor=SYSTEM, now=clock.now(), id=FELIX.person, display_name=FELIX.name, language="en"
    )
    for role in FELIX.roles:
        accounts.grant_role(actor=SYSTEM, now=clock.now(), person_id=FELIX.person, role=role)
    return FELIX


def told(shops: Shops) -> Ref:
    """A question that says too much, and its answer."""
    posted = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=SECRET, key="ask"
    )
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=posted.conversation, draft=ANSWER, key="answer"
    )
    return posted.conversation


def asked(edda: Page, thread: Ref) -> str:
    """From the file's form to the request's page: its address."""
    edda.goto(urljoin(edda.url, f"/administrator/files/{thread}/erasure"))
    look_at(edda)
    edda.locator("[name=scope][value=messages]").check()
    edda.locator("[name=message]").first.check()
    edda.locator("[name=ground][value=gdpr_art17]").check()
    look_at(edda)
    edda.locator(".erasure-form button").click()
    expect(edda.locator("main")).to_contain_text("somebody else from compliance decides.")
    look_at(edda)
    return edda.url


def carry_out() -> None:
    """As a worker does it."""
    while retention.carry_out(actor=SYSTEM, now=clock.now()):
        pass
