"""What every page must be: accessible by WCAG 2.2 AA, never wider than its window, nothing cut."""

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OPTIONS = {
    "runOnly": {"type": "tag", "values": _LEVELS},
    "resultTypes": ["violations"],
    "preload": False,  # no rule of these levels reads the style sheets anew
}
_RUN = """async (options) => (await axe.run(document, options)).violations.flatMap(
    ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))"""
_LOOKING = Path(__file__).with_name("looking.js").read_text("utf-8")
_EXCERPTS = ".row-words"  # the first words of a message, in a list that leads to it


def look_at(page: Page) -> None:
    """Fail with what is wrong on this page, if anything is."""
    assert not (found := [*barriers(page), *cuts(page)]), "\n".join([page.url, *found])


def barriers(page: Page, *, colours: bool = True) -> list[str]:
    """What axe finds. Only that comes back from the browser: the whole report takes longer than the look.

    Contrast takes most of that time; without `colours` it is left out, for pages that differ in words alone.
    """
    page.evaluate(AXE_SCRIPT)
    options = _OPTIONS if colours else _OPTIONS | {"rules": {"color-contrast": {"enabled": False}}}
    return [str(barrier) for barrier in page.evaluate(_RUN, options)]


def cuts(page: Page) -> list[str]:
    """What is cut, covered, outside the window or too small to hit."""
    return [str(fault) for fault in page.evaluate(_LOOKING, _EXCERPTS)]
