"""Language and market in a real browser, on the narrowest phone: by keyboard, and without any script."""

from playwright.sync_api import Browser, Page, expect

from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from tests.cast import ANNA, CLARA
from tests.journeys.conftest import SignIn
from tests.marketplace.abroad import BERLIN, WARSAW, move_in
from tests.shops import Shops

NARROWEST = 320  # CSS pixels


def is_whole(page: Page) -> bool:
    """No sideways scroll."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def control(page: Page) -> None:
    """Open the header's one control."""
    page.locator(".preferences > summary").click()


def test_a_buyer_changes_language_and_then_market_on_a_phone(sign_in: SignIn, shops: Shops) -> None:
    offer = move_in(shops, BERLIN, WARSAW)
    conversations.ask_about_offer(
        actor=CLARA, now=clock.now(), offer=offer, draft="Passt sie in die E61?", key="k"
    )
    page = sign_in(CLARA, width=NARROWEST)
    page.goto(page.url.replace("/buyer/orders", "/buyer/conversations"))
    control(page)
    assert is_whole(page)
    page.get_by_role("button", name="Polski").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Twoje konwersacje")
    control(page)
    page.get_by_role("button", name="Polska").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zmiana rynku: Niemcy → Polska")
    assert is_whole(page)
    expect(page.locator("main")).to_contain_text("54,90\u00a0zł")
    page.get_by_label("ul. Prosta 1").check()
    page.get_by_role("button", name="Zmień rynek").click()
    expect(page.get_by_role("status")).to_contain_text("Rynek został zmieniony.")
    expect(page.locator("main")).to_contain_text("ul. Prosta 1")
    assert is_whole(page)
    page.get_by_role("link", name="Wróć tam, skąd przychodzisz").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Twoje konwersacje")


def test_the_control_closes_as_menus_do(sign_in: SignIn) -> None:
    page = sign_in(ANNA, width=NARROWEST)
    summary, panel = page.locator(".preferences > summary"), page.locator(".preferences-panel")
    summary.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    page.locator("h1").first.click(force=True)
    expect(panel).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(summary).to_be_focused()


def test_a_filter_at_work_shows_in_the_header(sign_in: SignIn) -> None:
    page = sign_in(ANNA)
    expect(page.locator(".preferences > summary")).to_contain_text("Wszystkie rynki")
    control(page)
    page.get_by_role("button", name="Niemcy").click()
    expect(page.locator(".preferences > summary")).to_contain_text("Niemcy")
    assert page.url.endswith("/seller/inbox")


def test_it_works_without_any_script(live: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": NARROWEST, "height": 800})
    page = context.new_page()
    hat = Hat(person=CLARA.person, side=CLARA.side, seller_id=None)
    page.goto(f"{live}/demo/sign-in/{ticket(hat=hat)}")
    control(page)
    page.get_by_role("button", name="Italiano").click()
    expect(page.locator("html")).to_have_attribute("lang", "it")
    control(page)
    page.get_by_role("button", name="Polonia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cambia mercato: Germania → Polonia")
    page.get_by_role("link", name="Rimani").click()
    assert page.url == f"{live}/buyer/orders"
    context.close()
