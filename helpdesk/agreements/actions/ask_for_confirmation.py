"""Ask for a confirmation: "Please confirm: ...", for the other side to say yes or no to."""

from datetime import datetime

from helpdesk.agreements.actions.proposing import Terms, proposed
from helpdesk.agreements.terms import MAX_WORDS, Kind, What
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid


def ask_for_confirmation(
    *, actor: Actor, now: datetime, conversation: Ref, words: str, key: str, confirmed: str | None = None
) -> Posted:
    """One entry. The Buyer's starts the Seller's clock, unless one runs; a Seller's answers no question.

    Raises NotFound, Forbidden, Refused, Invalid, TooLarge, Conflict (too many wait), KeyReused, Busy.
    """
    words = text.storable(words, limit=MAX_WORDS, field="words").strip()
    if not text.is_visible(words):
        raise Invalid("agreement.words_missing", field="words")

    def judge(thread: Thread, at: int) -> Saying:
        terms = Terms(what=What.CONFIRMATION)
        return proposed(actor=actor, thread=thread, at=from_us(at), words=words, terms=terms)

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Kind.ASKED,
        key=key,
        said={},
        words=words,
        confirmed=confirmed,
        judge=judge,
    )
