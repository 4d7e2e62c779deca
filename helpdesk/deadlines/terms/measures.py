"""The words of measures, as far as a clock has to know them: what one stops a Seller from doing, and when."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from helpdesk.workdays.localdays import SECOND_US

REMOVAL_WINDS_DOWN_US: Final = 30 * 24 * 3600 * SECOND_US
"""For this long after a removal a shop is as if suspended: what is open with its Buyers can be ended."""


class MeasureKind(StrEnum):
    """The steps of both tracks of measures."""

    NOTICE = "notice"
    WARNING = "warning"
    MESSAGING_LIMIT = "messaging_limit"  # no messages that nobody asked for
    DEMOTION = "demotion"
    SELLING_RESTRICTION = "selling_restriction"
    SUSPENSION = "suspension"
    REMOVAL = "removal"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureInForce:
    """A measure from `starts` until before `ends`, in microseconds UTC; None: until further notice."""

    kind: MeasureKind
    starts: int
    ends: int | None = None
