"""Codes: tracks, kinds of violations and measures, kinds of entries."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

POINT: Final = 1000  # points and thresholds are written in thousandths
FULL_DAY: Final = timedelta(days=1)
MAX_EXPLANATION: Final = 4000
"""Characters of what a person writes into a statement of reasons: as much as fits on a page."""


class Kind(StrEnum):
    """Entry kinds of this room."""

    TRACKS = "tracks.published"
    PROPOSED = "measure.proposed"
    DECIDED = "measure.decided"  # an opinion: the first of two, or that nothing is done
    IMPOSED = "measure.imposed"
    ANNOUNCED = "measure.announced"  # a removal, thirty days ahead
    LIFTED = "measure.lifted"
    STAYED = "measure.stayed"
    RESUMED = "measure.resumed"


class Track(StrEnum):
    """What a measure answers to."""

    RESPONSE = "response"  # how a Seller answers
    CONDUCT = "conduct"  # what a Seller says and does


class ViolationKind(StrEnum):
    """What a person found that a Seller did."""

    CONTACT = "contact"
    MARKETING = "marketing"
    INSULT = "insult"
    MISLEADING = "misleading"
    FALSE_TRACKING = "false_tracking"
    DEAL = "deal"
    PAYMENT = "payment"
    TERMS = "terms"
    THREAT = "threat"


class Source(StrEnum):
    """How a violation came before a person."""

    REVIEW = "review"  # the rules found something, or its author asked for a check
    REPORT = "report"  # somebody told of it


class MeasureKind(StrEnum):
    """What is done, from the mildest to the gravest."""

    NOTICE = "notice"
    WARNING = "warning"
    MESSAGING_LIMIT = "messaging_limit"
    DEMOTION = "demotion"
    SELLING_RESTRICTION = "selling_restriction"
    SUSPENSION = "suspension"
    REMOVAL = "removal"
