"""What every page must be: accessible by WCAG 2.2 AA, never wider than its window, nothing cut."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OPTIONS = {
    "runOnly": {"type": "tag", "values": _LEVELS},
    "resultTypes": ["violations"],
    "preload": False,  # no rule of these levels reads the style sheets anew
}
_LOOKING = Path(__file__).with_name("looking.js").read_text("utf-8")
_EXCERPTS = ".row-words"  # the first words of a message, in a list that leads to it


def look_at(page: Page) -> None:
    """Fail with what is wrong on this page, if anything is."""
    assert not (found := [*barriers(page), *cuts(page)]), "\n".join([page.url, *found])


def barriers(page: Page) -> list[str]:
    """What axe finds."""
    found = Axe().run(page, options=_OPTIONS).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def cuts(page: Page) -> list[str]:
    """What is cut, covered, outside the window or too small to hit."""
    return [str(fault) for fault in page.evaluate(_LOOKING, _EXCERPTS)]
