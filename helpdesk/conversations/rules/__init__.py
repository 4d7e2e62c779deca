"""Pure rules of conversations."""

from helpdesk.conversations.rules.chains import (
    backstage,
    handed_over,
    thread_about_offer,
    thread_about_order,
)
from helpdesk.conversations.rules.questions import (
    MAX_QUESTIONS,
    Reckoned,
    Waiting,
    id_of,
    place_of,
    reckoned,
    waiting,
)
from helpdesk.conversations.rules.reading import reading_of
from helpdesk.conversations.rules.repeats import Told, repeats_notice, words_of
from helpdesk.conversations.rules.replies import Effect, effect_of_reply
from helpdesk.conversations.rules.restricting import act_beside, act_of
from helpdesk.conversations.rules.starting import (
    Standing,
    is_muted,
    needs_reason,
    open_until,
    refusal_to_start,
    waits,
)
from helpdesk.conversations.rules.texts import refusal_of
from helpdesk.conversations.rules.vetting import (
    CONFIRM,
    HELD,
    REFUSED,
    UNHEARD,
    code_of,
    facts_of,
    unheard,
)

__all__ = [
    "CONFIRM",
    "HELD",
    "MAX_QUESTIONS",
    "REFUSED",
    "UNHEARD",
    "Effect",
    "Reckoned",
    "Standing",
    "Told",
    "Waiting",
    "act_beside",
    "act_of",
    "backstage",
    "code_of",
    "effect_of_reply",
    "facts_of",
    "handed_over",
    "id_of",
    "is_muted",
    "needs_reason",
    "open_until",
    "place_of",
    "reading_of",
    "reckoned",
    "refusal_of",
    "refusal_to_start",
    "repeats_notice",
    "thread_about_offer",
    "thread_about_order",
    "unheard",
    "waiting",
    "waits",
    "words_of",
]
