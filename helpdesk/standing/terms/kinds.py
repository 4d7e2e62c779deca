"""Entry kinds: the room's own, and those whose leaves say something of an obligation."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """Entry kinds of this room."""

    DISPUTED = "verdict.disputed"
    EXCLUDED = "obligation.excluded"
    INCLUDED = "obligation.included"
    PUBLISHED = "standing.published"
    SETTLED = "verdict.settled"
    WEIGHTS = "weights.published"


REACTION: Final = "helpdesk.standing.reactions.on_entry"
"""Whose cursor says how far obligations have followed the record."""

COUNTED_KINDS: Final = (
    "agreement.confirmed",
    "agreement.declined",
    "agreement.kept",
    "agreement.lapsed",
    "agreement.proposed",
    "answer.reopened",
    "case.kind_changed",
    "case.lapsed",
    "case.opened",
    "case.step",
    "confirmation.asked",
    "confirmation.declined",
    "confirmation.given",
    "deadline.moved",
    "message",
    "obligation.excluded",
    "obligation.included",
    "promise.missed",
    "reply.insisted",
    "reply.waived",
    "sample.judged",
    "verdict.settled",
    "waiver.objected",
)
