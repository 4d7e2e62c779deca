"""Deadlines in the reader's language, which is that of the active translation.

`on` is a local date and `at` "HH:MM" or END_OF_DAY, both on the reader's wall, as `workdays.shown` cuts them.
"""

from collections.abc import Iterable
from datetime import date

from babel.dates import format_date, format_skeleton, get_timezone_location
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, pgettext_lazy

from helpdesk.deadlines.terms import END_OF_DAY, DueState, Judgment, Lane, SampleKind, Verdict
from helpdesk.deadlines.terms.editions import OURS
from helpdesk.deadlines.terms.outages import Dismissal, OutageReason
from helpdesk.deadlines.terms.samples import Standard
from helpdesk.workdays.holiday import Holiday

_LOCALES = {"pl": "pl", "de": "de", "fr": "fr", "it": "it"}  # English reads "28 December", as in Europe
_MINUTE_US = 60_000_000

STATES: dict[DueState, Promise] = {
    DueState.OK: gettext_lazy("in time"),
    DueState.SOON: gettext_lazy("due soon"),
    DueState.STRONG: gettext_lazy("due very soon"),
    DueState.LATE: gettext_lazy("late"),
    DueState.MET: gettext_lazy("answered in time"),
    DueState.HELD: gettext_lazy("on hold"),
    DueState.NONE: gettext_lazy("no answer due"),
}
VERDICTS: dict[Verdict, Promise] = {
    Verdict.MET: gettext_lazy("answered in time"),
    Verdict.LATE: gettext_lazy("answered late"),
    Verdict.WAIVED: gettext_lazy("no reply needed"),
    Verdict.UNANSWERED: gettext_lazy("not answered"),
}
SENTENCES: dict[str, Promise] = {
    "warning.not_yours": gettext_lazy("Only a Seller's people are warned of deadlines."),
    "sample.not_yours": gettext_lazy("Samples and refused messages are for reviewers."),
    "sample.not_found": gettext_lazy("There is no such sample."),
    "sample.judgment": gettext_lazy("Please choose: it stands, or the question stays unanswered."),
    "sample.marks": gettext_lazy("Please give all four marks, from 1 to 4."),
    "sample.standard": gettext_lazy("A mark of 1 or 2 names the standard that was broken."),
    "sample.no_answer": gettext_lazy("There is no answer to mark here."),
    "sample.judged": gettext_lazy("Somebody has judged this already. That judgment stands."),
    "outage.not_yours": gettext_lazy("Outages are declared at the Administrator's desk."),
    "outage.publish_not_yours": gettext_lazy("Outages are published by platform administrators."),
    "outage.not_found": gettext_lazy("No outage of this kind waits for a decision."),
    "outage.settled": gettext_lazy("Somebody has decided on this outage already."),
    "outage.reason": gettext_lazy("Please choose what was out of order."),
    "outage.dismissal": gettext_lazy("Please choose why it is not published."),
    "outage.order": gettext_lazy("An outage ends after it begins."),
    "outage.future": gettext_lazy("An outage is declared once it is over; this end lies ahead."),
    "outage.too_old": gettext_lazy("No clock counted so long ago; please check the date."),
    "outage.long": gettext_lazy("That is more than a week. If it is true, please confirm it below."),
    "calendar.not_yours": gettext_lazy("Calendars are changed by platform administrators."),
    "calendar.not_found": gettext_lazy("There is no calendar of this code here."),
    "calendar.year": gettext_lazy("The calendar does not know this year."),
    "calendar.moved_on": gettext_lazy(
        "Somebody has published another version of this calendar meanwhile. Nothing was stored; please look"
        " at the days as they are now."
    ),
    "calendar.empty": gettext_lazy("Please add a day or remove one."),
    "calendar.outside": gettext_lazy("Outside the days that this calendar knows: %(days)s."),
    "calendar.known": gettext_lazy("A day off already: %(days)s."),
    "calendar.unknown": gettext_lazy("Not a day off, so it cannot be removed: %(days)s."),
    "calendar.too_many": gettext_lazy("At most %(limit)s days can change at once."),
    "calendar.nameless": gettext_lazy("Please name the day: people read why it does not count."),
    "calendar.language": gettext_lazy("Names are in English, Polish, German, French or Italian."),
    "calendar.day": gettext_lazy("Please give a date, as in 2027-05-03."),
    "calendar.feed_too_large": gettext_lazy("The file is larger than 1 MB."),
    "calendar.feed_unreadable": gettext_lazy("The file is not an iCalendar file (.ics)."),
    "calendar.feed_empty": gettext_lazy("The file names no whole day that this calendar knows."),
    "calendar.feed_too_long": gettext_lazy("The file names more days than a calendar has holidays."),
}
SAMPLES: dict[SampleKind, Promise] = {
    SampleKind.STOOD_BY: gettext_lazy("Answer that its author stood by"),
    SampleKind.WAIVER: gettext_lazy("Mark: no reply needed"),
    SampleKind.RANDOM: gettext_lazy("Answer drawn at random"),
}
MARKS: dict[str, tuple[Promise, Promise]] = {
    "reliable": (
        pgettext_lazy("an answer", "Reliable"),
        gettext_lazy("What it says agrees with the order and the record, and was done."),
    ),
    "complete": (
        pgettext_lazy("an answer", "Complete"),
        gettext_lazy("Every question is answered, or it says when it will be."),
    ),
    "clear": (
        pgettext_lazy("an answer", "Clear"),
        gettext_lazy("Plain words in the Buyer's language; what happens next, and when."),
    ),
    "polite": (pgettext_lazy("an answer", "Polite"), gettext_lazy("Respectful, whatever was asked.")),
}
STANDARDS: dict[Standard, Promise] = {
    Standard.QUESTION_OPEN: gettext_lazy("A question stays open"),
    Standard.NO_COMMITMENT: gettext_lazy("It does not say what happens next, or when"),
    Standard.WRONG_FACT: gettext_lazy("It does not agree with the order or the record"),
    Standard.PROMISE_BROKEN: gettext_lazy("What it promised was not done"),
    Standard.HARD_TO_FOLLOW: gettext_lazy("It is hard to follow"),
    Standard.OTHER_LANGUAGE: gettext_lazy("It is in another language than the question"),
    Standard.DISRESPECT: gettext_lazy("It lacks respect"),
}
JUDGMENTS: dict[Judgment, Promise] = {
    Judgment.STANDS: gettext_lazy("It stands"),
    Judgment.UNANSWERED: gettext_lazy("The question stays unanswered"),
}
OUTAGE_REASONS: dict[OutageReason, Promise] = {
    OutageReason.PLATFORM_DOWN: gettext_lazy("Helpdesk could not be reached."),
    OutageReason.SIGN_IN_DOWN: gettext_lazy("Nobody could sign in."),
    OutageReason.NETWORK: gettext_lazy("The network did not work."),
    OutageReason.DATABASE: gettext_lazy("The database did not answer."),
    OutageReason.MAINTENANCE: gettext_lazy("Helpdesk was closed for maintenance."),
    OutageReason.OTHER: gettext_lazy("Helpdesk did not work as it should."),
}
DISMISSALS: dict[Dismissal, Promise] = {
    Dismissal.PEOPLE_COULD_WORK: gettext_lazy("People could work all the time"),
    Dismissal.NOT_IN_SERVICE: gettext_lazy("Stopped on purpose, while nobody relied on it"),
    Dismissal.ALREADY_PUBLISHED: gettext_lazy("These hours are published already"),
    Dismissal.MISTAKE: gettext_lazy("Declared by mistake"),
}
LANES: dict[Lane, Promise] = {
    Lane.LATE: gettext_lazy("Late"),
    Lane.DUE_TODAY: gettext_lazy("Due today"),
    Lane.LATER: gettext_lazy("Later"),
}
# Translators: as in "Answer by Monday" and "Due Monday", with the preposition that the language wants there.
_BY_WEEKDAY: tuple[Promise, ...] = (
    pgettext_lazy("answer by", "Monday"),
    pgettext_lazy("answer by", "Tuesday"),
    pgettext_lazy("answer by", "Wednesday"),
    pgettext_lazy("answer by", "Thursday"),
    pgettext_lazy("answer by", "Friday"),
    pgettext_lazy("answer by", "Saturday"),
    pgettext_lazy("answer by", "Sunday"),
)
_PLACES: dict[str, Promise] = {
    "AT": pgettext_lazy("public holiday", "in Austria"),
    "BE": pgettext_lazy("public holiday", "in Belgium"),
    "CZ": pgettext_lazy("public holiday", "in Czechia"),
    "DE": pgettext_lazy("public holiday", "in Germany"),
    "DE-BB": pgettext_lazy("public holiday", "in Brandenburg"),
    "DE-BE": pgettext_lazy("public holiday", "in Berlin"),
    "DE-BW": pgettext_lazy("public holiday", "in Baden-Württemberg"),
    "DE-BY": pgettext_lazy("public holiday", "in Bavaria"),
    "DE-HB": pgettext_lazy("public holiday", "in Bremen"),
    "DE-HE": pgettext_lazy("public holiday", "in Hesse"),
    "DE-HH": pgettext_lazy("public holiday", "in Hamburg"),
    "DE-MV": pgettext_lazy("public holiday", "in Mecklenburg-Western Pomerania"),
    "DE-NI": pgettext_lazy("public holiday", "in Lower Saxony"),
    "DE-NW": pgettext_lazy("public holiday", "in North Rhine-Westphalia"),
    "DE-RP": pgettext_lazy("public holiday", "in Rhineland-Palatinate"),
    "DE-SH": pgettext_lazy("public holiday", "in Schleswig-Holstein"),
    "DE-SL": pgettext_lazy("public holiday", "in Saarland"),
    "DE-SN": pgettext_lazy("public holiday", "in Saxony"),
    "DE-ST": pgettext_lazy("public holiday", "in Saxony-Anhalt"),
    "DE-TH": pgettext_lazy("public holiday", "in Thuringia"),
    "DK": pgettext_lazy("public holiday", "in Denmark"),
    "ES": pgettext_lazy("public holiday", "in Spain"),
    "FI": pgettext_lazy("public holiday", "in Finland"),
    "FR": pgettext_lazy("public holiday", "in France"),
    "GB-ENG": pgettext_lazy("public holiday", "in England"),
    "GB-NIR": pgettext_lazy("public holiday", "in Northern Ireland"),
    "GB-SCT": pgettext_lazy("public holiday", "in Scotland"),
    "GB-WLS": pgettext_lazy("public holiday", "in Wales"),
    "HU": pgettext_lazy("public holiday", "in Hungary"),
    "IE": pgettext_lazy("public holiday", "in Ireland"),
    "IT": pgettext_lazy("public holiday", "in Italy"),
    "NL": pgettext_lazy("public holiday", "in the Netherlands"),
    "PL": pgettext_lazy("public holiday", "in Poland"),
    "PT": pgettext_lazy("public holiday", "in Portugal"),
    "RO": pgettext_lazy("public holiday", "in Romania"),
    "SE": pgettext_lazy("public holiday", "in Sweden"),
    "SK": pgettext_lazy("public holiday", "in Slovakia"),
}
# Of a part of a country that has no words above: a province, an island, a town.
_SELLERS_PLACE = pgettext_lazy("public holiday", "where the Seller is established")


def time_left(*, left_us: int, on: date, at: str, zone: str) -> str:
    """As in "2 h 10 left, Monday 10:40 (Warsaw)": `left_us` is counted time, the zone gives the city."""
    values = {"left": duration(amount_us=left_us), "weekday": _weekday(on), "time": at, "city": _city(zone)}
    if at == END_OF_DAY:
        return _sentence(gettext("%(left)s left, %(weekday)s, end of day (%(city)s)"), values)
    return _sentence(gettext("%(left)s left, %(weekday)s %(time)s (%(city)s)"), values)


def late_by(*, overrun_us: int, on: date, at: str, zone: str) -> str:
    """As in "3 h 05 late, was due Monday 28 December, 10:40 (Warsaw)": `overrun_us` is counted time."""
    values = {"late": duration(amount_us=overrun_us), "weekday": _weekday(on), "date": _date(on), "time": at}
    values["city"] = _city(zone)
    if at == END_OF_DAY:
        return _sentence(
            gettext("%(late)s late, was due %(weekday)s %(date)s, end of day (%(city)s)"), values
        )
    return _sentence(gettext("%(late)s late, was due %(weekday)s %(date)s, %(time)s (%(city)s)"), values)


def answer_by(*, on: date, at: str) -> str:
    """As in "Answer by Monday, 28 December, 18:00.", for the party that waits."""
    values = {"weekday": str(_BY_WEEKDAY[on.weekday()]), "date": _date(on), "time": at}
    if at == END_OF_DAY:
        return _sentence(gettext("Answer by %(weekday)s, %(date)s, end of day."), values)
    return _sentence(gettext("Answer by %(weekday)s, %(date)s, %(time)s."), values)


def day_off(*, on: date, calendar: str | None = None) -> str:
    """As in "Friday, 25 December, is a public holiday in Germany and does not count."

    `calendar` is the code of the widest calendar that skipped the day, None where nobody knows it: then the
    sentence names no place. A part of a country without words here is the Seller's place.
    """
    values = {"weekday": _weekday(on), "date": _date(on)}
    place = _PLACES.get(calendar or "") or (_SELLERS_PLACE if calendar and "-" in calendar else None)
    if place is None:
        return _sentence(gettext("%(weekday)s, %(date)s, is a public holiday and does not count."), values)
    return _sentence(
        gettext("%(weekday)s, %(date)s, is a public holiday %(place)s and does not count."),
        values | {"place": str(place)},
    )


def disclosure(*, on: date, at: str, skipped: Iterable[date], calendar: str | None) -> str:
    """When the answer is due and which holidays of `calendar` moved it, for the other party to read."""
    return " ".join([answer_by(on=on, at=at), *(day_off(on=day, calendar=calendar) for day in skipped)])


def due_on(*, on: date, today: date) -> str:
    """The heading of the lane "due today", which on a closed day is "Due Monday"."""
    if on == today:
        return str(LANES[Lane.DUE_TODAY])
    return gettext("Due %(weekday)s") % {"weekday": _BY_WEEKDAY[on.weekday()]}


def weekday_short(*, on: date) -> str:
    """As in "Fri", for drawings."""
    return format_date(on, "ccc", locale=_locale())


def day_short(*, on: date) -> str:
    """As in "Fri 25 Dec"."""
    return format_skeleton("MMMEd", on, locale=_locale())


def duration(*, amount_us: int) -> str:
    """As in "6 h 05": cut to the minute, as deadlines are."""
    hours, minutes = divmod(amount_us // _MINUTE_US, 60)
    if hours:
        return gettext("%(hours)s h %(minutes)s") % {"hours": hours, "minutes": f"{minutes:02d}"}
    if minutes:
        return gettext("%(minutes)s min") % {"minutes": minutes}
    return gettext("less than 1 min")


def calendar_version(*, version: int) -> str:
    """As in "version 1", which came with the package, or "version 1 of the Platform", which an operator made.

    For people, inside a sentence. Machines read the number itself; an operator's begin at OURS.
    """
    if version < OURS:
        return gettext("version %(number)s") % {"number": version}
    return gettext("version %(number)s of the Platform") % {"number": version - OURS + 1}


def weekend() -> str:
    """Why a Saturday or Sunday does not count."""
    return gettext("Weekend")


def holiday(*, holiday: Holiday | None) -> str:
    """Why a weekday does not count, by the holiday's name where the calendar gives one."""
    name = holiday.name(language=(get_language() or "en")[:2]) if holiday else ""
    return gettext("Public holiday: %(name)s") % {"name": name} if name else gettext("Public holiday")


def _sentence(text: str, values: dict[str, str]) -> str:
    said = text % values
    return said[:1].upper() + said[1:]


def _locale() -> str:
    return _LOCALES.get((get_language() or "en")[:2], "en_GB")


def _weekday(on: date) -> str:
    return format_date(on, "cccc", locale=_locale())


def _date(on: date) -> str:
    said = format_skeleton("MMMMd", on, locale=_locale())
    return said.replace("1 ", "1er ", 1) if on.day == 1 and _locale() == "fr" else said


def _city(zone: str) -> str:
    return get_timezone_location(zone, locale=_locale(), return_city=True)
