"""The journey through the small Platform: two processes that know of each other only by HTTP."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.rules.ruling import Ruling, Subject
from helpdesk.conduct.terms import Decided, Label, Waits
from helpdesk.conversations.queries import backstage_chain
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.queries import hats_for_system, resolve_for_system
from helpdesk.marketplace.terms.kinds import Kind
from tests.api.client import Api, token_of
from tests.browser import PATIENCE
from tests.cast import EDDA, PLATFORM
from tests.journeys.serving import serving
from tests.journeys.square import Square, a_port, square, worker_turn
from tests.past import Present, any_present
from tests.portal.uploads import kept_in

pytestmark = pytest.mark.journey
GASKETS = ["O-GASKET-A", "O-GASKET-D"]  # of Anna's shop, and of Dmitri's
QUESTION = "Passt die Dichtung auf eine Gruppe mit 58 mm?"
ANSWER = "Ja, sie passt auf alle Gruppen mit 58 mm."


@pytest.fixture
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Present:
    return any_present(monkeypatch)


@pytest.fixture
def market(present: Present, settings: Settings, tmp_path: Path) -> Iterator[Square]:
    """Helpdesk without any record, and the Platform that brings them."""
    port = a_port()
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = kept_in(tmp_path / "files")
    with serving() as helpdesk:
        settings.HELPDESK = settings.HELPDESK.model_copy(
            update={"public_url": helpdesk, "outgoing_allowed": frozenset({f"localhost:{port}"})}
        )
        id, secret = accounts.add_client(actor=SYSTEM, now=clock.now(), name="Market Square")
        given = ["--client-id", str(id), "--client-secret", secret]
        with square(port=port, helpdesk=helpdesk, folder=tmp_path, arguments=given) as running:
            yield running


@pytest.fixture
def page(market: Square, browser: Browser) -> Iterator[Page]:
    """Clara's browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


def found(page: Page, market: Square, words: str) -> list[str]:
    """The offers that a search shows, in their order."""
    page.goto(f"{market.address}/?q={words}")
    return [str(one.get_attribute("data-offer")) for one in page.locator(".cards > li").all()]


def factor(page: Page, offer: str) -> str:
    """Where the list says that this offer's shop is shown."""
    return page.locator(f"[data-offer={offer}] .factor").inner_text()


def anna() -> Actor:
    """The seller, as the Platform's records made her."""
    wearer = resolve_for_system(kind=Kind.PERSON, external_id="P-ANNA").id
    return next(hat for hat in hats_for_system(person_id=wearer) if hat.side is Side.SELLER)


def order_a_gasket(page: Page, market: Square) -> None:
    """Clara finds it, and buys it; the parcel leaves."""
    assert found(page, market, "dichtung") == GASKETS
    page.locator(".card").first.click()
    page.locator("button.main").click()
    expect(page.locator("h1")).to_contain_text("Bestellung DE-")
    page.locator(".machinery button").click()
    expect(page.locator(".way")).to_contain_text("DHL")


def ask_from_the_order(page: Page, market: Square) -> str:
    """She asks by the button on the Platform's page, is let in by her click alone, and comes back."""
    order = page.url
    page.locator("helpdesk-ask").click()
    page.wait_for_url(lambda url: not url.startswith(market.address))
    page.locator("#text").fill(QUESTION)
    page.locator("[data-send]").click()
    expect(page.locator(".record")).to_contain_text(QUESTION)
    page.goto(order)
    return order


def answer_by_api() -> Ref:
    """A tool of the shop's reads its inbox, and answers."""
    tool = Api(token_of(anna()), language="de")
    [waiting] = tool.get("/inbox").json()["data"]
    assert waiting["preview"].startswith(QUESTION[:20])
    assert tool.post(f"/conversations/{waiting['id']}/replies", {"text": ANSWER}).status_code == 201
    return Ref.parse(waiting["id"])


def says(page: Page, market: Square, what: str) -> None:
    """The page on what Helpdesk told shows it before long."""
    page.goto(f"{market.address}/events")
    for _ in range(60):
        if page.locator(what).count():
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(f"no {what}: {page.locator('main').inner_text()}\n{market.log.read_text()}")


def test_order_question_answer_standing_measure(page: Page, market: Square, present: Present) -> None:
    worker_turn()
    says(page, market, "[data-seller=S-ANNA]")
    order_a_gasket(page, market)
    order = ask_from_the_order(page, market)
    thread = answer_by_api()
    worker_turn()

    says(page, market, "[data-type='helpdesk.message'] .verified")
    page.goto(order)
    expect(page.locator("helpdesk-unread .count")).to_have_text("1")

    ask_and_be_left_alone()
    present.set(clock.now() + timedelta(days=6))
    worker_turn()
    expect_demoted(page, market)
    demote(thread, present)
    says(page, market, "[data-change]")
    assert "demotion" in page.locator("#measures").inner_text()
    assert found(page, market, "dichtung") == GASKETS[::-1]


def ask_and_be_left_alone() -> None:
    """Hania asks the same shop, and nobody answers her."""
    wearer = resolve_for_system(kind=Kind.BUYER, external_id="B-HANIA").id
    [hania] = hats_for_system(person_id=wearer)
    asked = Api(token_of(hania)).post("/offers/ext:O-GASKET-A/questions", {"text": "Czy pasuje do E61?"})
    assert asked.status_code == 201


def expect_demoted(page: Page, market: Square) -> None:
    """Anna's shop stands lower, so that Dmitri's gasket comes first."""
    for _ in range(60):
        if found(page, market, "dichtung") == GASKETS[::-1]:
            break
        page.wait_for_timeout(300)
    assert found(page, market, "dichtung") == GASKETS[::-1]
    assert "0,940" in factor(page, "O-GASKET-D")
    assert "0,940" not in factor(page, "O-GASKET-A")


def demote(thread: Ref, present: Present) -> None:
    """A reviewer finds a violation; the measure is proposed, and the Platform's own persons decide."""
    accounts.enrol_person(
        actor=SYSTEM, now=clock.now(), id=EDDA.person, display_name=EDDA.name, language="en"
    )
    with acting(EDDA):
        backstage = backstage_chain(conversation=thread, audience=Audience.SELLER)
    platform = Api(token_of(PLATFORM))
    entry = platform.get("/events?after=-1&limit=200").json()["data"]
    said = next(one for one in reversed(entry) if one["type"] == "helpdesk.message")
    conduct.review(
        actor=EDDA,
        now=clock.now(),
        subject=Subject(
            entry=Ref.parse(said["data"]["entry"]),
            conversation=thread.id,
            side=Side.SELLER,
            language="pl",
            pack="test",
            waited=Waits.SENT,
            backstage=backstage,
        ),
        ruling=Ruling(decision=Decided.VIOLATION, labels=(Label.DEAL,), reason="Terms outside."),
        key="review",
    )
    present.set(clock.now() + timedelta(minutes=1))
    worker_turn()
    [proposal] = platform.get("/enforcement/proposals").json()["data"]
    decided = platform.post(
        f"/enforcement/proposals/{proposal['id']}/decisions",
        {
            "decision": "approve",
            "measure": "demotion",
            "grave": True,
            "reason": "Terms outside the Platform, offered to a Buyer.",
            "decided_by": [{"id": "emp-1", "name": "Ines"}, {"id": "emp-2", "name": "Jan"}],
        },
    )
    assert decided.status_code == 201, decided.content
    present.set(clock.now() + timedelta(minutes=1))
    worker_turn()
