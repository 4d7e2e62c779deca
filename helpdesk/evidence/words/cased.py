"""Cases, contacts outside and news of orders in a line of the printed record."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from babel.dates import format_date
from babel.numbers import format_currency
from django.utils.translation import gettext, ngettext

from helpdesk.cases.words import DATES, KINDS, SITUATIONS, TOLD
from helpdesk.cases.words.deeds import CHANNELS, NEWS
from helpdesk.evidence.words import moments
from helpdesk.marketplace.terms.money import decimal

Event = Mapping[str, Any]
_BY = ("decision", "remedy", "ground")  # values that make a sentence say more


class _Said(dict[str, str]):
    """What a sentence may speak of; a dash for what is erased or was not given."""

    def __missing__(self, _: str) -> str:
        return "\N{EN DASH}"


def _opened(event: Event, zone: str) -> str:
    facts = event["facts"]
    said = gettext("Case %(number)s was opened: %(kind)s. “%(situation)s”") % {
        "number": event["n"],
        "kind": KINDS[facts["kind"]],
        "situation": SITUATIONS[facts["situation"]],
    }
    return _with_words(_with_due(said, event, zone), event)


def _step(event: Event, zone: str) -> str:
    facts = event["facts"]
    said = gettext("Case %(number)s: %(what)s") % {"number": facts["of"], "what": _told(event)}
    for closed in str(facts.get("closed", "")).split():
        code, _, due, verdict = closed.rsplit(":", 3)
        said += " " + _VERDICTS[verdict]() % {
            "date": DATES.get(code, code),
            "when": moments.moment(us=int(due), zone=zone),
        }
    return _with_words(_with_due(said, event, zone), event)


def _lapsed(event: Event, zone: str) -> str:
    facts = event["facts"]
    said = gettext("Case %(number)s: a date has passed: %(date)s, %(when)s.") % {
        "number": facts["of"],
        "date": DATES.get(facts["passed"], facts["passed"]),
        "when": moments.moment(us=facts["passed_at"], zone=zone),
    }
    told = TOLD.get(facts["step"])
    return _with_due(f"{said} {told}" if told else said, event, zone)


def _changed(event: Event, _zone: str) -> str:
    said = gettext("Case %(number)s is now of another kind: %(kind)s.") % {
        "number": event["facts"]["of"],
        "kind": KINDS[event["facts"]["kind"]],
    }
    return _with_words(said, event)


def _noted(event: Event, _zone: str) -> str:
    facts = event["facts"]
    said = gettext("Contact outside the Platform %(number)s, on %(day)s: %(channel)s.") % {
        "number": event["n"],
        "day": _day(facts["on"]),
        "channel": CHANNELS[facts["channel"]],
    }
    return _with_words(said, event)


def _settled(event: Event, _zone: str) -> str:
    said = {
        "confirmed": gettext("Contact %(number)s: confirmed by the other side."),
        "disputed": gettext("Contact %(number)s: disputed by the other side."),
    }[event["facts"]["outcome"]]
    return _with_words(said % {"number": event["facts"]["of"]}, event)


def _updated(event: Event, _zone: str) -> str:
    return _with_words(str(NEWS[event["facts"]["update"]]) % _values(event), event)


def _told(event: Event) -> str:
    facts = event["facts"]
    step = facts["step"]
    keys = [f"{step}.{facts[name]}" for name in _BY if name in facts]
    keys += [f"{step}.promised"] if "promised_on" in facts else []
    sentence = next((TOLD[key] for key in [*keys, step] if key in TOLD), step)
    return str(sentence) % _values(event)


def _values(event: Event) -> _Said:
    facts, found = event["facts"], _Said()
    given = msgspec.json.decode(event["texts"].get("said") or "{}")
    for name in ("carrier", "tracking"):
        if name in given:
            found[name] = str(given[name])
    for name, key in (("day", "expected_on"), ("promised", "promised_on")):
        if key in facts:
            found[name] = _day(facts[key])
    for name in ("amount", "deduction"):
        if name in facts and "currency" in facts:
            minor = Decimal(decimal(minor=facts[name], currency=facts["currency"]))
            found[name] = str(format_currency(minor, facts["currency"], locale=moments.locale()))
    return found


def _day(on: str) -> str:
    return str(format_date(date.fromisoformat(on), "long", locale=moments.locale()))


def _with_due(said: str, event: Event, zone: str) -> str:
    if "deadline" not in event["facts"]:
        return said
    when = moments.moment(us=event["facts"]["deadline"], zone=zone)
    return f"{said} {gettext('Answer due: %(when)s') % {'when': when}}"


def _with_words(said: str, event: Event) -> str:
    words = event["texts"].get("words")
    files = sum(name.startswith("file-") for name in event["texts"])
    said = f"{said} “{words}”" if words else said
    if not files:
        return said
    return f"{said} {ngettext('With %(count)d file.', 'With %(count)d files.', files) % {'count': files}}"


_VERDICTS: dict[str, Callable[[], str]] = {
    "met": lambda: gettext("In time: %(date)s, due %(when)s."),
    "late": lambda: gettext("Late: %(date)s, due %(when)s."),
    "missed": lambda: gettext("Not done: %(date)s, due %(when)s."),
}
SAID: dict[str, Callable[[Event, str], str]] = {
    "case.kind_changed": _changed,
    "case.lapsed": _lapsed,
    "case.opened": _opened,
    "case.step": _step,
    "contact.noted": _noted,
    "contact.settled": _settled,
    "order.updated": _updated,
}
