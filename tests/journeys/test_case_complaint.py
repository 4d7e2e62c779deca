"""A complaint on a phone: five taps to report it, one to call the Platform when nobody answers in time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpdesk.cases import actions as cases
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cases.told import deliver
from tests.cast import ANNA, CLARA, HANIA
from tests.journeys.accessible import look_at
from tests.journeys.conftest import SignIn
from tests.journeys.hand import Hand
from tests.journeys.visitors import PHONE
from tests.past import Present
from tests.portal.uploads import picture as drawn
from tests.shops import Shops

pytestmark = pytest.mark.journey

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def at(page: Page, path: str) -> str:
    """An address of the same server."""
    return f"{page.url.split('/buyer')[0]}/buyer/{path}"


def test_b2_a_broken_item_takes_five_taps(
    present: Present, shops: Shops, sign_in: SignIn, tmp_path: Path
) -> None:
    present.set(MONDAY)
    deliver(shops.hanias_order, HANIA, at=MONDAY - timedelta(days=4))
    hania = sign_in(HANIA, width=PHONE)
    hania.goto(at(hania, f"orders/{shops.hanias_order}"))
    look_at(hania)
    hand = Hand(hania)
    hand.click(hania.locator(".tile[href*=damaged]"))
    picture = tmp_path / "pekniety.jpg"
    picture.write_bytes(drawn())
    hand.acts += 1  # the button that opens the camera
    hania.locator("input[type=file]").set_input_files(picture)
    expect(hania.locator("[data-arrived]")).to_have_count(1)
    hand.click(hania.locator("[name=wanted][value=repair]"))
    look_at(hania)
    hand.click(hania.locator("[data-send]"))
    expect(hania.locator(".case-turn")).to_contain_text("Czeka na Sprzedawcę")
    assert hand.acts <= 5
    expect(hania.locator(".case-row")).to_contain_text("pekniety.jpg")
    look_at(hania)


def test_b6_the_platform_is_called_when_nobody_answers(
    present: Present, shops: Shops, sign_in: SignIn
) -> None:
    """In Germany, where no law says what silence means."""
    present.set(MONDAY)
    deliver(shops.claras_order, CLARA, at=MONDAY - timedelta(days=4))
    clara = sign_in(CLARA)
    case = opened(clara, shops.claras_order)
    present.set(MONDAY + timedelta(days=16))
    clara = sign_in(CLARA)  # the old session is over by now
    clara.goto(at(clara, f"cases/{case}"))
    expect(clara.locator(".case-turn.case-is-late")).to_be_visible()
    look_at(clara)
    hand = Hand(clara)
    hand.click(clara.get_by_text("Plattform um Hilfe bitten", exact=True))
    look_at(clara)
    hand.click(clara.get_by_role("button", name="Bestätigen: Plattform um Hilfe bitten"))
    expect(clara.locator(".case-turn")).to_contain_text("Wartet auf die Plattform")
    assert hand.acts <= 2
    look_at(clara)


def test_a_repair_from_opening_to_closing(present: Present, shops: Shops, sign_in: SignIn) -> None:
    """The Buyer sees each of the Seller's steps in German, and says at the end that all is well."""
    present.set(MONDAY)
    deliver(shops.claras_order, CLARA, at=MONDAY - timedelta(days=4))
    clara = sign_in(CLARA)
    case = opened(clara, shops.claras_order)
    act(case, "repair_notice")
    act(case, "accept", remedy="repair")
    clara.goto(at(clara, f"cases/{case}"))
    expect(clara.locator(".record")).to_contain_text("repariert")
    send = clara.locator(".case-act:has([value=send])")
    send.locator("summary").click()
    send.locator("[name=carrier]").fill("DHL")
    send.locator("[name=tracking]").fill("00340434161094042557")
    send.locator(".case-fields button").click()
    for step in ("receive", "start_repair", "complete"):
        act(case, step)
    act(case, "dispatch", carrier="DHL", tracking="00340434161094042557", expected_on="2026-11-20")
    clara.goto(at(clara, f"cases/{case}"))
    expect(clara.locator(".case-turn")).to_contain_text("Sie sind am Zug")
    look_at(clara)
    clara.get_by_role("button", name="Angekommen, alles in Ordnung").first.click()
    expect(clara.locator(".case-stage-expected")).to_have_count(0)
    look_at(clara)


def opened(clara: Page, order: Ref) -> Ref:
    """Clara's complaint, made in the form."""
    clara.goto(at(clara, f"orders/{order}/cases?situation=damaged"))
    clara.locator("[name=wanted][value=repair]").check()
    clara.get_by_label("Was stimmt nicht?").fill("Der Griff ist abgebrochen.")
    clara.locator("[data-send]").click()
    clara.wait_for_url("**/buyer/cases/**")
    return Ref.parse(clara.url.partition("?")[0].rpartition("/")[2])


def act(case: Ref, step: str, **given: int | str) -> None:
    """Anna's next step."""
    cases.take_step(actor=ANNA, now=clock.now(), case=case, step=step, key=f"anna-{step}", given=given)
