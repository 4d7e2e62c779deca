"""A saved reply as long as it may be in a menu, in German only; some orders lack what it says."""

from datetime import datetime

from playwright.sync_api import Page

from helpdesk.kernel.actor import Actor
from helpdesk.saved_replies import actions

NAME = "Sendungsnummer bei Verspätung"
BODY = (
    "Guten Tag {buyer},\n\nIhre Kaffeevollautomatenbrühgruppendichtungsnachfüllpackung ({order}) ist mit"
    " {carrier} unterwegs, Sendung {tracking}."
)


def save_one(*, anna: Actor, now: datetime) -> dict[str, object]:
    """Its place."""
    saved = actions.save_reply(actor=anna, now=now, name=NAME, bodies={"de": BODY}, key="saved")
    return {"reply": saved.ref}


def ticked(page: Page) -> None:
    """Conversations in the lanes, and what may be done with them: at the end, where the bar covers none."""
    for box in page.locator(".row-tick").all():
        box.click()
    page.locator(".bulk summary").first.click()
    page.locator(".bulk button[name=saved]").wait_for()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")


def together(page: Page) -> None:
    """What each of them would get, and who is left out."""
    ticked(page)
    page.locator(".bulk button[name=saved]").click()
    page.locator(".left-out, .together-row").first.wait_for()
