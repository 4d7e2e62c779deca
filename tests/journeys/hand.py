"""A hand that counts: a click, tap or key chord costs one; typing is free, but only where one may type."""

from playwright.sync_api import Locator, Page, expect

_MAY_TYPE = ":is(textarea, input:not([type=radio], [type=checkbox])):focus"


class Hand:
    """Somebody's hand on one page, which leads on to others."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.acts = 0

    def click(self, target: Locator) -> None:
        """A click, or a tap."""
        self.page.wait_for_load_state()  # its scripts: what they listen for is nothing before
        self.acts += 1
        target.click()

    def press(self, chord: str) -> None:
        """A key, or several at once, that do something.

        Enter acts on what has the focus. A page gives it with its first picture; that may come after "load".
        """
        self.page.wait_for_load_state()
        if chord.endswith("Enter"):
            expect(self.page.locator(":focus"), "nothing for Enter to act on").to_have_count(1)
        self.acts += 1
        self.page.keyboard.press(chord)

    def type(self, text: str) -> None:
        """Text into what has the focus by itself; a page that was just opened may take a moment for it."""
        self.page.wait_for_load_state()
        here = "there is no box to type into: focusing it is an act of its own"
        expect(self.page.locator(_MAY_TYPE), here).to_have_count(1)
        self.page.keyboard.insert_text(text)
