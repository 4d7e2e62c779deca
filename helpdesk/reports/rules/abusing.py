"""When reports are abused: a warning comes first, then the last rank for a time (DSA Art. 23(2), (3))."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from helpdesk.reports.terms import Abuse, Outcome, Past, Rules


def abuse_of(*, past: Iterable[Past], now: datetime, rules: Rules) -> Abuse:
    """What one more abusive report brings about, decided `now` after the `past` ones.

    Both their number and their share count, over the days that the rules look back. Whoever was not warned in
    that time is warned, however many there were.
    """
    recent = [one for one in past if now - timedelta(days=rules.days) < one.at <= now]
    abusive = 1 + sum(one.outcome is Outcome.ABUSIVE for one in recent)
    if abusive * 100 < rules.least_percent * (1 + len(recent)):
        return Abuse()
    if any(one.warned for one in recent):
        until = now + timedelta(days=rules.last_days)
        return Abuse(last_until=until) if abusive >= rules.last_at else Abuse()
    return Abuse(warns=abusive >= rules.warn_at)
