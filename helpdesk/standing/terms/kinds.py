"""Entry kinds: the room's own, and those whose leaves say something of an obligation."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """Entry kinds of this room."""

    PUBLISHED = "standing.published"
    WEIGHTS = "weights.published"


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
    "promise.missed",
    "reply.insisted",
    "reply.waived",
    "sample.judged",
    "waiver.objected",
)
