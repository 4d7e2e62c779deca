"""Pure rules of conversations."""

import unicodedata
from uuid import UUID, uuid5

from helpdesk.archive.terms import Audience
from helpdesk.conversations.terms import MAX_MARKS
from helpdesk.kernel.text import is_visible


def thread_about_order(*, order_id: UUID) -> UUID:
    """The one thread of an order: its id follows from the order's, so two first questions meet in it."""
    return uuid5(order_id, "conversation")


def thread_about_offer(*, offer_id: UUID, buyer_id: UUID) -> UUID:
    """The one thread of a buyer about an offer, before any sale."""
    return uuid5(offer_id, f"conversation/{buyer_id}")


def backstage(*, conversation: UUID, audience: Audience) -> UUID:
    """The chain of what one side did in a thread out of the other's sight."""
    return uuid5(conversation, str(int(audience)))


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
