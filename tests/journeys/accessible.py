"""What every page must be: accessible by WCAG 2.2 AA, never wider than its window, nothing cut."""

from collections.abc import Mapping
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

Rules = Mapping[str, object]
EVERYTHING: Rules = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS: Rules = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WORDS: Rules = {
    "type": "rule",
    "values": [
        *("document-title", "html-has-lang", "html-lang-valid", "valid-lang"),
        *("aria-command-name", "aria-dialog-name", "aria-input-field-name", "aria-meter-name"),
        *("aria-progressbar-name", "aria-toggle-field-name", "aria-tooltip-name", "aria-treeitem-name"),
        *("button-name", "input-button-name", "link-name", "summary-name", "select-name", "label"),
        *("image-alt", "input-image-alt", "object-alt", "role-img-alt", "svg-img-alt", "image-redundant-alt"),
        *("empty-heading", "empty-table-header", "frame-title", "frame-title-unique", "label-title-only"),
        *("landmark-unique", "table-duplicate-name", "scrollable-region-focusable"),
    ],
}
_RUN = """async (options) => (await axe.run(document, options)).violations.flatMap(
    ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))"""
_LOOKING = Path(__file__).with_name("looking.js").read_text("utf-8")
_EXCERPTS = ".row-words"  # the first words of a message, in a list that leads to it


def look_at(page: Page) -> None:
    """Fail with what is wrong on this page, if anything is; a click may have led here a moment ago."""
    page.wait_for_load_state()
    assert not (found := [*barriers(page), *cuts(page)]), "\n".join([page.url, *found])


def barriers(page: Page, *, rules: Rules = EVERYTHING) -> list[str]:
    """What axe finds. Only that comes back from the browser: the whole report takes longer than the look.

    Contrast takes most of that time. So what is the same page in other colours is looked at by the rules of
    `COLOURS`, and what is the same page in other words by those that words can break, `WORDS`.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # no rule of these reads the style sheets anew, which is what preloading is for
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    return [str(barrier) for barrier in page.evaluate(_RUN, options)]


def cuts(page: Page) -> list[str]:
    """What is cut, covered, outside the window or too small to hit."""
    return [str(fault) for fault in page.evaluate(_LOOKING, _EXCERPTS)]
