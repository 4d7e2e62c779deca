"""A claim, in French, from first word to last: refused, put before the Platform, decided, appealed."""

import os
from dataclasses import replace
from zipfile import ZipFile

import pytest
from playwright.sync_api import Locator, Page, expect

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import everything
from helpdesk.cases.models import Case, Step
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.cast import ANNA, CLARA, EDDA, person
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.sizes import resize
from tests.shops import Shops

pytestmark = pytest.mark.journey
IDA = replace(EDDA, person=person("Ida"), name="Ida")
CLAIM = "Le carton a rayé ma table."
REFUSAL = "Le carton est sans angle vif."
CALL = "Il en a quatre."
REASONS = "La photo montre une rayure de la largeur du carton."
APPEAL = "La table était vieille."
REJECTED = "Son âge ne change rien à la rayure."


@pytest.fixture
def french(shops: Shops) -> None:
    """Everybody reads French; Ida works beside Edda."""
    now = clock.now()
    accounts.enrol_person(actor=SYSTEM, now=now, id=IDA.person, display_name="Ida", language="fr")
    for role in IDA.roles:
        accounts.grant_role(actor=SYSTEM, now=now, person_id=IDA.person, role=role)
    for one in (ANNA, CLARA, EDDA):
        accounts.choose_language(actor=one, now=now, person_id=one.person, language="fr")


def shot(page: Page, name: str) -> None:
    """Pictures for whoever looks at them, where SHOTS names a folder."""
    if folder := os.environ.get("SHOTS"):
        for width in (1280, 390):
            resize(page, width=width, height=900)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)
        resize(page, width=1280, height=900)
        page.emulate_media(color_scheme="light")


def form(page: Page, step: str) -> Locator:
    """The form of a step."""
    return page.locator(f"form:has(input[name=step][value={step}])")


def said(page: Page, step: str, words: str, *choices: str) -> None:
    """A step with its words: opened by its name, filled in, confirmed."""
    here = form(page, step)
    here.locator("summary").click()
    for choice in choices:
        here.locator(f"input[value={choice}]").check()
    here.locator("textarea").fill(words)
    here.locator("details button").click()


def stage() -> str:
    with everything():
        return Case.objects.get().stage


def at_the_queue(page: Page) -> Hand:
    page.goto(page.url.split("/administrator")[0] + "/administrator/escalations")
    return Hand(page)


def test_a_claim_is_refused_decided_appealed_and_decided_by_another(
    sign_in: SignIn, shops: Shops, french: None
) -> None:
    clara, anna, edda, ida = sign_in(CLARA), sign_in(ANNA), sign_in(EDDA), sign_in(IDA)
    root = clara.url.split("/buyer")[0]

    clara.goto(f"{root}/buyer/orders/{shops.claras_order}")
    clara.locator('.tile[href*="situation=other"]').click()
    clara.locator("#text").fill(CLAIM)
    clara.locator("[data-send]").click()
    clara.wait_for_url("**/buyer/cases/**")
    case = clara.url.split("/cases/")[1].split("?")[0].split("#")[0]

    anna.goto(f"{root}/seller/cases/{case}")
    expect(anna.get_by_text(CLAIM)).to_be_visible()
    said(anna, "refuse", REFUSAL)
    anna.wait_for_url("**done=**")

    clara.goto(f"{root}/buyer/cases/{case}")
    said(clara, "escalate", CALL)
    clara.wait_for_url("**done=**")
    assert stage() == "escalated"

    hand = at_the_queue(edda)
    expect(edda.get_by_role("heading", level=1)).to_have_text("Escalades")
    assert CLAIM not in edda.content()  # the queue holds not a word
    look_at(edda)
    shot(edda, "queue")
    hand.click(edda.locator(".row-link"))
    expect(edda.get_by_text(CLAIM)).to_be_visible()
    expect(edda.get_by_text(REFUSAL)).to_be_visible()
    look_at(edda)
    shot(edda, "case")
    hand.click(form(edda, "take_up").locator(".case-press button"))
    expect(edda.get_by_role("status")).to_be_visible()
    said(edda, "decide", "", "for_buyer", "refund")
    assert stage() == "deciding"  # without reasons nothing is decided: the browser itself asks for them
    form(edda, "decide").locator("textarea").fill(REASONS)
    look_at(edda)
    shot(edda, "deciding")
    form(edda, "decide").locator("details button").click()
    edda.wait_for_url("**/escalations?done=1")
    look_at(edda)
    shot(edda, "empty")
    assert stage() == "decided_for_buyer"

    anna.goto(f"{root}/seller/cases/{case}")
    expect(anna.get_by_text(REASONS)).to_be_visible()
    said(anna, "appeal", APPEAL)
    anna.wait_for_url("**done=**")

    edda.goto(f"{root}/administrator/escalations/{case}")
    said(edda, "decide_appeal", REJECTED, "for_buyer", "refund")
    expect(edda.locator("#refusal")).to_contain_text("Une autre personne statue sur un recours.")
    expect(form(edda, "decide_appeal").locator("textarea")).to_have_value(REJECTED)
    assert stage() == "appealed"
    look_at(edda)
    shot(edda, "same-person")

    at_the_queue(ida).click(ida.locator(".row-link"))
    expect(ida.get_by_text(APPEAL)).to_be_visible()
    said(ida, "decide_appeal", REJECTED, "for_buyer", "refund")
    ida.wait_for_url("**/escalations?done=1")
    assert stage() == "ordered"

    anna.goto(f"{root}/seller/cases/{case}")
    form(anna, "carry_out").locator("button").first.click()
    anna.wait_for_url("**done=**")
    with everything():
        assert Case.objects.get().outcome == "carried_out"
        steps = list(Step.objects.order_by("n").values_list("step", flat=True))
    assert [step for step in steps if step][-7:] == [
        "refuse", "escalate", "take_up", "decide", "appeal", "decide_appeal", "carry_out",
    ]  # fmt: skip

    clara.goto(f"{root}/buyer/cases/{case}")
    with clara.expect_download() as taken:
        clara.locator(".case-dispute button").click()
    with ZipFile(taken.value.path()) as pack:
        assert REJECTED in pack.read("dispute.json").decode()
        assert pack.read("dispute.fr.pdf").startswith(b"%PDF")


def test_the_flows_are_drawn(sign_in: SignIn, french: None) -> None:
    edda = sign_in(EDDA)
    edda.goto(edda.url.split("/administrator")[0] + "/administrator/flows")
    expect(edda.locator(".row-link")).to_have_count(6)
    edda.locator(".row-link").last.click()
    expect(edda.locator("svg.flow-picture")).to_have_count(2)
    look_at(edda)
    shot(edda, "flows")
