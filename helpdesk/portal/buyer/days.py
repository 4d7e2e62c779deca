"""Days inside sentences, in the reader's language."""

from datetime import date

from babel.dates import format_date, format_skeleton
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from helpdesk.portal.locales import locale

# With the preposition that the language wants: the same words as in "Answer by Monday".
_WEEKDAYS: tuple[Promise, ...] = (
    pgettext_lazy("answer by", "Monday"),
    pgettext_lazy("answer by", "Tuesday"),
    pgettext_lazy("answer by", "Wednesday"),
    pgettext_lazy("answer by", "Thursday"),
    pgettext_lazy("answer by", "Friday"),
    pgettext_lazy("answer by", "Saturday"),
    pgettext_lazy("answer by", "Sunday"),
)


def values(*, on: date, today: date) -> dict[str, str]:
    """`weekday` and `date` for a sentence; the year is said only where it is another one."""
    near = on.year == today.year
    said = format_skeleton("MMMMd", on, locale=locale()) if near else format_date(on, "long", locale=locale())
    if locale().language == "fr" and on.day == 1:
        said = said.replace("1 ", "1er ", 1)
    return {"weekday": str(_WEEKDAYS[on.weekday()]), "date": said}


def short(*, on: date) -> str:
    """As in "Fri 20 Nov", where there is little room."""
    return format_skeleton("MMMEd", on, locale=locale())
