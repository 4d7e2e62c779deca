"""Codes of cases. They stand in rows, leaves and addresses, so none is ever renamed."""

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a case is about; each has a flow of its own."""

    SHIPPING = "shipping_problem"
    RETURN = "return"
    WITHDRAWAL = "withdrawal"
    COMPLAINT = "complaint"
    WARRANTY = "warranty"
    CLAIM = "claim"


class Situation(StrEnum):
    """What the Buyer says happened: the six tiles."""

    NOT_ARRIVED = "not_arrived"
    DAMAGED = "damaged"  # or wrong, or incomplete
    STOPPED_WORKING = "stopped_working"
    CHANGED_MIND = "changed_mind"
    GUARANTEE = "guarantee"
    OTHER = "other"


class Owner(StrEnum):
    """Who must act. Where the case has ended, nobody."""

    BUYER = "buyer"
    SELLER = "seller"
    PLATFORM = "platform"
    NOBODY = "nobody"


class By(StrEnum):
    """Who takes a step. `platform`: an administrator or the Platform's program; `system`: time itself."""

    BUYER = "buyer"
    SELLER = "seller"
    PLATFORM = "platform"
    SYSTEM = "system"


class Basis(StrEnum):
    """How a date is counted.

    answer: 24 counted hours of the Seller's calendar. business_days: the end of the n-th after the day of the
    event. calendar_days: the end of the n-th, in the Buyer's market. law: as the row of the law says.
    """

    ANSWER = "answer"
    BUSINESS_DAYS = "business_days"
    CALENDAR_DAYS = "calendar_days"
    LAW = "law"
    DAY = "day"  # the end of a day that somebody named


class Weight(StrEnum):
    """What a date is: only the first two, missed, open the way to the Platform."""

    LAW = "law"
    RESPOND_BY = "respond_by"
    WINDOW = "window"  # for the owner's own good: an appeal, a confirmation
    PROMISE = "promise"
    REMINDER = "reminder"


class Verdict(StrEnum):
    """How a date ended."""

    MET = "met"
    LATE = "late"  # done, after it
    MISSED = "missed"  # it passed, and the case went on without
    VOID = "void"  # nothing was owed any more


class Remedy(StrEnum):
    """What the Buyer wants, and what the Seller does."""

    REPAIR = "repair"
    REPLACEMENT = "replacement"
    PRICE_REDUCTION = "price_reduction"
    REFUND = "refund"


class Decision(StrEnum):
    """What the Platform decides."""

    FOR_BUYER = "for_buyer"
    IN_PART = "in_part"
    FOR_SELLER = "for_seller"


class Ground(StrEnum):
    """On what a withdrawal may be refused; nothing else."""

    OUT_OF_TIME = "out_of_time"
    EXCLUSION = "exclusion"
    NO_CONSUMER = "no_consumer"
    NO_TRADER = "no_trader"


BEFORE_PLATFORM: Final = ("administrator", "appealed", "deciding", "escalated")
"""The stages in which it is the Platform's turn, in every flow: also while it waits for what it asked for."""


class Effect(StrEnum):
    """What follows when a date passes."""

    STEP = "step"  # the system's own step
    ESCALATION = "escalation"  # the other side may call the Platform
    ASKS = "asks"  # a new 24 h clock, from the date itself
    RESUMES = "resumes"  # what was asked did not come: the stopped periods run on
    REMINDS = "reminds"
    NOTHING = "nothing"
