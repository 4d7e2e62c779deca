"""How soon a complaint is answered by law, and what silence means. Poland has such a law, most have none.

Instants are microseconds UTC, days those of the buyer's market; `on` is the day on which the complaint is
made.
"""

from datetime import date

from helpdesk.law.ending import Ending, ending
from helpdesk.law.table import find
from helpdesk.workdays.calendar import Calendar


def answer_due(
    *, country: str, on: date, made: int, calendar: Calendar, consumer: bool = True
) -> Ending | None:
    """By when the complaint must be answered; None where no law says so."""
    row = find(key="complaint.answer", country=country, on=on, consumer=consumer)
    return ending(event=made, period=row.period(), calendar=calendar) if row else None


def silence_accepts(*, country: str, on: date, consumer: bool = True) -> bool:
    """Whether a complaint that is not answered in time is accepted by law."""
    return find(key="complaint.silence_accepts", country=country, on=on, consumer=consumer) is not None
