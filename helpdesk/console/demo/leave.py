"""One of Anna's people is away, and she covers: some of what waits is his."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from helpdesk.kernel.actor import Actor
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.terms import EVERYTHING

_SAID = timedelta(days=2)  # before now
_AGAIN = timedelta(days=4)  # his last day, from now on
_HIS = slice(1, 3)  # of what waits: the most urgent one stays where it is


def take(*, team: Sequence[Actor], now: datetime) -> None:
    """The shop's second member is away since yesterday; the first one covers. Safe to repeat."""
    anna, bruno = team[:2]
    said = now - _SAID
    actions.say_away(
        actor=bruno,
        now=said,
        person=bruno.person,
        first_on=(said + timedelta(days=1)).date(),
        last_on=(now + _AGAIN).date(),
        cover=anna.person,
        key="demo",
    )
    waiting = queries.inbox_in(actor=anna, now=now, view=EVERYTHING, limit=_HIS.stop)
    for row in waiting[_HIS]:
        actions.assign(actor=anna, now=said, conversation=row.conversation, person=bruno.person)
