"""Changing calendars and markets in a browser: a long-named day, a file of others, a new market."""

from playwright.sync_api import FilePayload
from playwright.sync_api import Page as Shown

LONG_DAY = "Ogólnopolski Dzień Żałoby Narodowej po Konstantynopolitańczykowianeczce i Współpracownikach"
FEED = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Feiertage und Gedenktage in allen Ländern
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20261228
SUMMARY:Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengedenktag
DESCRIPTION:Observance
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261225
SUMMARY:Weihnachten
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20270102
SUMMARY:Berchtoldstag
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART:20261230T100000Z
SUMMARY:Besprechung
END:VEVENT
END:VCALENDAR
"""


def previewed(page: Shown) -> None:
    """A day is added to the form, and what it would move is looked at."""
    page.locator("#on-0").fill("2026-12-28")
    page.locator("#name-0").fill(LONG_DAY)
    page.locator("#change form.card button").click()
    page.locator(".foreseen").wait_for()


def imported(page: Shown) -> None:
    """A file is read, and its days wait for ticks."""
    page.locator("details.change > summary").click()
    file = FilePayload(name="days.ics", mimeType="text/calendar", buffer=FEED.encode())
    page.locator("#feed").set_input_files(file)
    page.locator("form[action$=imports] button").click()
    page.locator("input[name=take]").first.wait_for()


def market_previewed(page: Shown) -> None:
    """A market of a country without a calendar, law or translation of its own is looked at."""
    page.locator("#time_zone").fill("Europe/Kyiv")
    page.locator("#market button").click()
    page.locator(".market-missing").wait_for()


def market_flawed(page: Shown) -> None:
    """What was typed is there again, each field with what is wrong."""
    page.locator("#languages").fill("klingon")
    page.locator("#allowed_hosts").fill("no host at all!")
    page.locator("#market button").click()
    page.locator("#flaws").wait_for()
