"""Instants and days inside sentences: by the day of the week, never "Saturday 00:00" for Friday's end."""

from datetime import date, datetime

from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext, pgettext

from helpdesk.deadlines.terms import END_OF_DAY
from helpdesk.kernel.clock import to_us
from helpdesk.portal.locales import locale
from helpdesk.workdays.shown import when_shown


def on_day(*, on: date) -> str:
    """As in "Thursday, 26 November"."""
    said = format_skeleton("MMMMd", on, locale=locale())
    if on.day == 1 and locale().language == "fr":
        said = said.replace("1 ", "1er ", 1)
    # Translators: a day, as in "Thursday, 26 November"
    return pgettext("day", "%(weekday)s, %(date)s") % {
        "weekday": format_date(on, "cccc", locale=locale()),
        "date": said,
    }


def on_wall(*, at: datetime, zone: str) -> str:
    """As in "Tuesday, 24 November, 10:40" on the wall clock of `zone` (IANA), cut to the minute."""
    on, time = when_shown(deadline=to_us(at), zone=zone)
    if time == END_OF_DAY:
        return gettext("%(day)s, end of day") % {"day": on_day(on=on)}
    # Translators: an instant, as in "Tuesday, 24 November, 10:40"
    return pgettext("instant", "%(day)s, %(time)s") % {"day": on_day(on=on), "time": time}
