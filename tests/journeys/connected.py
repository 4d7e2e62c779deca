"""Keys of a shop's tools: one with a long name and all scopes, one that is being replaced."""

from datetime import datetime, timedelta

from playwright.sync_api import Page, expect

from helpdesk.accounts.terms import KEY_SCOPES
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace import actions

LONG = "Warenwirtschaftssystemschnittstellenverwaltung"


def make_keys(*, anna: Actor, now: datetime) -> None:
    """Two tools, three keys."""
    actions.make_key(
        actor=anna, now=now, name=LONG, scopes=KEY_SCOPES, key="long", ends_at=now + timedelta(days=90)
    )
    old = actions.make_key(actor=anna, now=now, name="Warehouse", scopes=["read", "reply"], key="warehouse")
    actions.renew_key(actor=anna, now=now, old=old.key.id, keep_days=7, key="renewed")


def made(page: Page) -> None:
    """A key that was just made, and what it answers."""
    page.locator("form[action$='/keys'] button").click()
    page.locator("[data-try] button").click()
    expect(page.locator("[data-said]:not([hidden])")).to_be_visible()
