"""How a market is said: its fields, what is missing, an example of how it counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from helpdesk.marketplace.terms.records import MarketDraft
from helpdesk.oversight.queries import DaysCounted, Missing
from helpdesk.portal import locales
from helpdesk.portal.years import holiday_name, short_day
from helpdesk.workdays.shown import END_OF_DAY, when_shown

FIELDS: Final[dict[str, Promise]] = {
    "country": _("Country"),
    "currency": _("Currency"),
    "time_zone": _("Time zone"),
    "languages": pgettext_lazy("of a market", "Languages"),
    "delivery_countries": _("Delivers to"),
    "law": pgettext_lazy("of a market", "Law"),
    "allowed_hosts": _("Allowed hosts"),
}
MISSING: Final[dict[Missing, Promise]] = {
    Missing.CALENDAR: _(
        "There is no calendar of this country: %(place)s. On this market, a Seller can be asked only "
        "where the place of their establishment has one."
    ),
    Missing.LAW: _(
        "No rule of law is known for this place: %(place)s. Cases run by the Platform's own dates alone; "
        "ask your lawyer, and have the rules added before the first order."
    ),
    Missing.OWN_LAW: _(
        "Only rules of the European Union are known here, none of the country's own: %(place)s. "
        "Ask your lawyer what differs."
    ),
    Missing.OTHER_LAW: _("Contracts follow the law of another country: %(place)s. Is that meant?"),
    Missing.TRANSLATION: _(
        "Helpdesk's pages do not speak this language yet: %(place)s. Buyers read them in English; "
        "messages are not affected."
    ),
    Missing.DELIVERY: _("No country is named to which goods are delivered: nobody can keep an address here."),
    Missing.ABROAD: _("Goods are not delivered to the market's own country: %(place)s."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleSaid:
    """A question before a day off, and its answer: both on the wall clock of the market."""

    asked: str
    due: str
    skipped: tuple[str, ...]


def missing_said(*, missing: Missing, of: str) -> str:
    """What is not there, with the name of the place or language."""
    name = locales.language_name if missing is Missing.TRANSLATION else place_name
    return str(MISSING[missing]) % {"place": name(code=of) if of else ""}


def place_name(*, code: str) -> str:
    """A country, or a part of one with a law of its own: as in "United Kingdom (GB-SCT)"."""
    name = locales.country_name(code=code[:2])
    return f"{name} ({code})" if "-" in code else name


def example_said(*, days: DaysCounted) -> ExampleSaid | None:
    """The example in the reader's words."""
    example = days.example
    if example is None:
        return None
    return ExampleSaid(
        asked=_said_at(example.received, example.zone),
        due=_said_at(example.deadline, example.zone),
        skipped=tuple(
            f"{short_day(on=holiday.on)}, {holiday_name(holiday=holiday)}"
            for holiday in example.skipped_weekdays
        ),
    )


def said_of(*, draft: MarketDraft) -> list[tuple[str, str]]:
    """Each field by its name, in words: countries and languages by theirs."""
    return [(str(name), value_said(draft=draft, field=field)) for field, name in FIELDS.items()]


def value_said(*, draft: MarketDraft, field: str) -> str:
    """One field in words."""
    value = getattr(draft, field)
    match field:
        case "country":
            return locales.country_name(code=value)
        case "currency":
            return f"{locales.currency_name(code=value)} ({value})"
        case "time_zone":
            return f"{locales.city(zone=value)} ({value})"
        case "languages":
            return _listed(locales.language_name(code=one) for one in value)
        case "delivery_countries":
            return _listed(locales.country_name(code=one) for one in value)
        case "law":
            return place_name(code=value)
    return _listed(value)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or gettext("none")


def _said_at(at: int, zone: str) -> str:
    shown = when_shown(deadline=at, zone=zone)
    day = short_day(on=shown.on)
    return gettext("%(day)s, end of day") % {"day": day} if shown.at == END_OF_DAY else f"{day}, {shown.at}"
