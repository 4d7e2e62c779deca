"""Why a file, or an event of it, proposes no day off."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from helpdesk.workdays.feeds import Reason

# what the reader of files refuses -> the code under which the portal says it
FEEDS = {
    "feed.too_large": "calendar.feed_too_large",
    "feed.not_icalendar": "calendar.feed_unreadable",
    "feed.no_days": "calendar.feed_empty",
    "feed.too_many_days": "calendar.feed_too_long",
}
SKIPPED: dict[Reason, Promise] = {
    Reason.BROKEN: _("cannot be read"),
    Reason.CANCELLED: _("cancelled"),
    Reason.NOT_AN_EVENT: _("not an event"),
    Reason.OUTSIDE: _("outside the days that the calendar knows"),
    Reason.RECURRENCE: _("a repetition that no public holiday needs"),
    Reason.TIMED: _("not a whole day"),
    Reason.TOO_LONG: _("longer than a month"),
    Reason.UNNAMED: _("without a name"),
}
