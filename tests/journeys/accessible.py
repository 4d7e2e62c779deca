"""What every page must be: accessible by WCAG 2.2 AA, and never wider than its window."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OPTIONS = {"runOnly": {"type": "tag", "values": _LEVELS}, "resultTypes": ["violations"]}


def look_at(page: Page) -> None:
    """Fail with what is wrong on this page, if anything is."""
    found = Axe().run(page, options=_OPTIONS).response["violations"]
    said = [f"{page.url}: {one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]
    assert not said, "\n".join(said)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} scrolls sideways by {wide} px"
