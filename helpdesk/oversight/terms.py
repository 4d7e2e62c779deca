"""The words of oversight."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from helpdesk.conversations.terms import About
from helpdesk.kernel.ids import Ref

READING_LASTS = timedelta(minutes=30)  # long enough for one file, short enough not to become a habit
READING = "reading"  # the entry kind


class Reason(StrEnum):
    """Why an administrator may read what two others wrote."""

    COMPLAINT = "complaint"
    DISPUTE = "dispute"
    FINDING = "finding"
    REPORT = "report"
    APPEAL = "appeal"
    LEGAL_REQUEST = "legal_request"
    QUALITY_SAMPLE = "quality_sample"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A conversation as a search shows it: who, about what and when, but not a word of it."""

    conversation: Ref
    about: About
    title: str
    seller: str
    market: str
    started_at: datetime
    last_at: datetime
