"""Feeds: which there are, what their rows say, and how they are written."""

from enum import StrEnum
from typing import Final

BATCH: Final = 2_000  # numbers of the log that are looked at together: what a feed holds in memory
MAX_ROWS: Final = 1_000_000  # of one request


class Feed(StrEnum):
    """What is told, each by codes, numbers, ids and instants alone."""

    CONVERSATIONS = "conversations"
    MESSAGES = "messages"
    OBLIGATIONS = "obligations"
    CASES = "cases"
    STANDINGS = "standings"
    MEASURES = "measures"


class Format(StrEnum):
    """A JSON object a line, or comma separated values (RFC 4180) with the names in the first line."""

    NDJSON = "ndjson"
    CSV = "csv"


COLUMNS: Final = {
    Feed.CONVERSATIONS: (
        *("number", "conversation", "seller", "market", "order", "offer"),
        *("started_at", "last_at", "last_side"),
    ),
    Feed.MESSAGES: (
        *("number", "message", "conversation", "seller", "n", "side", "language", "manner", "at"),
    ),
    Feed.OBLIGATIONS: (
        *("number", "obligation", "conversation", "seller", "cause", "question", "with_order"),
        *("received_at", "deadline", "zone", "calendar", "calendar_version", "overdue_at", "answered_at"),
        *("verdict", "corrected_verdict"),
    ),
    Feed.CASES: (
        *("number", "case", "conversation", "order", "seller", "case_number", "market", "situation"),
        *("kind", "stage", "owner", "outcome", "opened_at", "last_at", "ended_at", "due_at", "due_code"),
    ),
    Feed.STANDINGS: (
        *("number", "standing", "seller", "at", "counted_on", "rank", "visibility", "measure", "level"),
        "weights",
    ),
    Feed.MEASURES: (
        *("number", "measure", "seller", "kind", "track", "place", "factor", "announced_at", "starts_at"),
        *("ends_at", "appeal_until", "stayed_at", "resumed_at", "resumed_until", "lifted_at"),
    ),
}
