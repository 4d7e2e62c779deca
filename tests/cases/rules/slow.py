"""Dates counted by walking through days and minutes: slow, obvious, and independent of the engine.

What each date of each stage is stands here once more, by hand, as the design has it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from helpdesk.workdays.calendar import Calendar
from tests.cases.rules.played import EPOCH

DAY = timedelta(days=1)
US = timedelta(microseconds=1)
Pauses = Sequence[tuple[int, int]]

GOODS = [("goods_sent", "to_send", "stage", "14 cd"), ("receipt", "sent", "scanned", "2 bd seller")]
CONFIRMED = "5 bd market"
PLATFORM = [
    ("platform_answer", "escalated", "stage", "2 bd market"),
    ("buyer_evidence", "escalated deciding", "escalate", "3 bd market"),
    ("seller_evidence", "escalated deciding", "escalate", "3 bd seller"),
    ("decision", "escalated deciding", "escalate", "14 cd"),
    ("appeal", "decided_for_buyer", "stage", "14 cd"),
    ("appeal", "decided_for_seller", "stage", "14 cd"),
    ("appeal_decision", "appealed", "stage", "14 cd"),
]
REFUSED = [("rest", "refused", "stage", "14 cd")]
REMEDIES = [
    *GOODS,
    ("refund", "refunding", "stage", "14 cd"),
    ("start", "starting", "stage", "5 bd seller"),
    ("completion", "working", "stage", "14 cd"),
    ("dispatch", "completed", "stage", "2 bd seller"),
    ("confirmation", "dispatched", "arrival", CONFIRMED),
]
ORDERED = [("carrying_out", "ordered", "stage", "14 cd")]
RESPOND_BYS = {
    "shipping_problem": [
        ("enquiry", "reported", "answered", "5 bd seller"),
        ("enquiry", "enquiry", "stage", "5 bd seller"),
        ("confirmation", "resent", "arrival", CONFIRMED),
        ("confirmation", "found", "arrival", CONFIRMED),
        *ORDERED,
        *PLATFORM,
    ],
    "return": [
        ("acceptance", "asked", "stage", "24 h"),
        *GOODS,
        ("inspection", "received", "stage", "3 bd seller"),
        ("refund", "inspected", "stage", "5 bd seller"),
        *REFUSED,
        *PLATFORM,
    ],
    "withdrawal": [
        ("goods_sent", "declared to_send", "dated", "14 law"),
        ("refund", "declared to_send sent received inspected", "dated", "14 law, later of goods"),
        ("receipt", "sent", "scanned", "2 bd seller"),
        *REFUSED,
        *PLATFORM,
    ],
    "complaint": [
        ("complaint_answer", "made", "stage", "14 answer"),
        ("complaint_answer", "answering", "stage", "14 cd"),
        ("platform_answer", "administrator", "stage", "2 bd market"),
        *REMEDIES,
        *REFUSED,
        *PLATFORM,
    ],
    "warranty": [("guarantee_answer", "made", "stage", "14 cd"), *REMEDIES, *REFUSED, *PLATFORM],
    "claim": [
        ("claim_answer", "made", "stage", "14 cd"),
        ("offer_answer", "offered", "stage", "14 cd"),
        *ORDERED,
        *REFUSED,
        *PLATFORM,
    ],
}


def day_of(at: int, calendar: Calendar) -> date:
    return (EPOCH + timedelta(microseconds=at)).astimezone(ZoneInfo(calendar.zone)).date()


def end_of(on: date, calendar: Calendar) -> int:
    """The last microsecond of this day."""
    midnight = datetime(on.year, on.month, on.day, tzinfo=ZoneInfo(calendar.zone)) + DAY
    return (midnight - EPOCH) // US - 1


def begin_of(on: date, calendar: Calendar) -> int:
    return end_of(on - DAY, calendar) + 1


def is_worked(on: date, calendar: Calendar) -> bool:
    return on.weekday() < 5 and on not in calendar.definition.holidays


def business_days(n: int, event: int, calendar: Calendar, pauses: Pauses = ()) -> int:
    on, counted = day_of(event, calendar), 0
    while counted < n:
        on += DAY
        touched = any(s <= end_of(on, calendar) and begin_of(on, calendar) < e for s, e in pauses)
        counted += is_worked(on, calendar) and not touched
    return end_of(on, calendar)


def calendar_days(n: int, event: int, calendar: Calendar) -> int:
    return end_of(day_of(event, calendar) + n * DAY, calendar)


def legal_days(n: int, event: int, calendar: Calendar, *, two_working: bool) -> int:
    """Whole days; the last one is worked; where 1182/71 counts, two of them at least are."""
    on, left, worked = day_of(event, calendar), n, 0
    while left > 0 or (two_working and worked < 2) or not is_worked(on, calendar):
        on, left = on + DAY, left - 1
        worked += is_worked(on, calendar)
    return end_of(on, calendar)


def day_counted(event: int, calendar: Calendar) -> int:
    """24 hours of worked time, one worked day after another."""
    on, left, at = day_of(event, calendar), 86_400_000_000, event
    while True:
        if is_worked(on, calendar):
            here = end_of(on, calendar) + 1 - at
            if left <= here:
                return at + left
            left -= here
        on += DAY
        at = begin_of(on, calendar)
