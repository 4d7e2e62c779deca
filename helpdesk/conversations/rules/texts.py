"""What a text may not be."""

import unicodedata

from helpdesk.conversations.terms import MAX_MARKS
from helpdesk.kernel.text import is_visible


def refusal_of(*, text: str) -> str | None:
    """The code of the rule that a text breaks, or None.

    A text that shows nothing would stop a clock without answering; one that piles up marks
    covers its neighbours on the page.
    """
    if not is_visible(text):
        return "message.invisible"
    if _longest_pile(unicodedata.normalize("NFD", text)) > MAX_MARKS:
        return "message.marks"
    return None


def _longest_pile(text: str) -> int:
    longest = pile = 0
    for char in text:
        pile = pile + 1 if unicodedata.combining(char) else 0
        longest = max(longest, pile)
    return longest
