"""Agreements and confirmations in a line of the printed record."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from babel.dates import format_date
from babel.numbers import format_currency
from django.utils.translation import gettext, pgettext

from helpdesk.evidence.words import moments
from helpdesk.marketplace.terms.money import decimal

Event = Mapping[str, Any]


def _proposed(event: Event, _zone: str) -> str:
    facts = event["facts"]
    said = gettext("Proposal %(number)s: %(what)s.") % {"number": event["n"], "what": _terms(facts)}
    if "of" in facts:
        said += " " + gettext("It is to take the place of proposal %(number)s.") % {"number": facts["of"]}
    return _with_words(said, event)


def _terms(facts: Mapping[str, Any]) -> str:
    """As in "Refund, €20.00, by 18 November 2026, done by the Seller"."""
    what = {
        "refund": pgettext("agreed", "Refund"),
        "discount": pgettext("agreed", "Discount"),
        "replacement": pgettext("agreed", "Replacement"),
        "delivery": pgettext("agreed", "Delivery"),
    }.get(facts["type"], pgettext("agreed", "Other"))
    parts = [what]
    if "amount" in facts:
        parts.append(_money(facts["amount"], facts["currency"]))
    if "until" in facts:
        day = format_date(date.fromisoformat(facts["until"]), "long", locale=moments.locale())
        parts.append(gettext("until %(day)s") % {"day": day})
    parts.append(gettext("by the Buyer") if facts["owed_by"] == "buyer" else gettext("by the Seller"))
    return ", ".join(parts)


def _money(minor: int, currency: str) -> str:
    amount = Decimal(decimal(minor=minor, currency=currency))
    return str(format_currency(amount, currency, locale=moments.locale()))


def _asked(event: Event, _zone: str) -> str:
    return _with_words(gettext("Request %(number)s: please confirm.") % {"number": event["n"]}, event)


def _settled(event: Event, _zone: str) -> str:
    said = {
        "confirmed": gettext("Proposal or request %(number)s: confirmed."),
        "declined": gettext("Proposal or request %(number)s: declined."),
        "withdrawn": gettext("Proposal or request %(number)s: taken back."),
    }[event["facts"]["outcome"]]
    return _with_words(said % {"number": event["facts"]["of"]}, event)


def _kept(event: Event, _zone: str) -> str:
    return gettext("Agreement %(number)s: said to be done.") % {"number": event["facts"]["of"]}


def _lapsed(event: Event, zone: str) -> str:
    said = gettext("Agreement %(number)s: its day passed, and nobody had said that it was done.")
    facts, number = event["facts"], {"number": event["facts"]["of"]}
    if "deadline" not in facts:
        return said % number
    when = moments.moment(us=facts["deadline"], zone=zone)
    return f"{said % number} {gettext('Answer due: %(when)s') % {'when': when}}"


def _with_words(said: str, event: Event) -> str:
    words = event["texts"].get("words")
    return f"{said} “{words}”" if words else said


SAID: dict[str, Callable[[Event, str], str]] = {
    "agreement.confirmed": _settled,
    "agreement.declined": _settled,
    "agreement.kept": _kept,
    "agreement.lapsed": _lapsed,
    "agreement.proposed": _proposed,
    "confirmation.asked": _asked,
    "confirmation.declined": _settled,
    "confirmation.given": _settled,
}
