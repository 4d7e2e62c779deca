"""News of a plain order: what may be told, with the sentence as its Buyer will read it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from helpdesk.cases import words as named
from helpdesk.cases.terms.deeds import News, UpdateShown
from helpdesk.marketplace.terms.shown import ShipmentShown
from helpdesk.portal import drafts, instants
from helpdesk.portal.lines import Line

_SLOT = re.compile(r"%\((\w+)\)s")
_SLOTS = {"day": "expected_on", "carrier": "carrier", "tracking": "tracking"}
FIELDS: Mapping[News, Sequence[str]] = {
    News.PREPARING: (),
    News.DISPATCHED: ("tracking", "carrier", "expected_on"),
    News.DELAYED: ("expected_on",),
    News.ARRIVING: ("expected_on",),
}
_BUTTONS: Mapping[News, Promise] = {
    News.PREPARING: pgettext_lazy("news of an order", "Being prepared"),
    News.DISPATCHED: pgettext_lazy("news of an order", "Dispatched"),
    News.DELAYED: pgettext_lazy("news of an order", "It takes longer"),
    News.ARRIVING: pgettext_lazy("news of an order", "On its way"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Part of a sentence; `slot` is the field whose value stands in it, `text` what stands there now."""

    text: str
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """News that may be told: its button, its fields as they stand, its sentence in `language`."""

    what: News
    label: str
    fields: Mapping[str, str]
    pieces: Sequence[Piece]
    language: str
    refusal: drafts.Said | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A form that comes again, and why."""

    what: str
    fields: Mapping[str, str]
    refusal: drafts.Said


def offered(
    *,
    language: str,
    now: datetime,
    zone: str,
    arrives_on: date,
    shipments: Sequence[ShipmentShown] = (),
    typed: Typed | None = None,
) -> list[Offered]:
    """All four, for a Buyer who reads `language`; days on the wall clock of `zone` (IANA).

    `arrives_on` is suggested where the Platform knows no better day.
    """
    today = now.astimezone(ZoneInfo(zone)).date()
    usual = _usual(today, arrives_on, shipments)
    return [_offered(what, language, usual[what], typed) for what in News]


def line(one: UpdateShown, /) -> Line:
    """In the record, in the reader's words."""
    sentence = str(named.NEWS[one.what.value]) % _values(one)
    return Line(at=one.at, icon="truck", sentence=f"{sentence} {one.words}".strip())


def _usual(
    today: date, arrives_on: date, shipments: Sequence[ShipmentShown]
) -> Mapping[News, Mapping[str, str]]:
    """What the Platform knows already is not asked for again."""
    way = next((one for one in shipments if one.direction == "out" and one.delivered_at is None), None)
    known = way.expected_on if way and way.expected_on and way.expected_on >= today else None
    day = (known or arrives_on).isoformat()
    parcel = {"tracking": way.tracking, "carrier": way.carrier} if way else {"tracking": "", "carrier": ""}
    return {
        News.PREPARING: {},
        News.DISPATCHED: parcel | {"expected_on": day},
        News.DELAYED: {"expected_on": ""},
        News.ARRIVING: {"expected_on": day},
    }


def _offered(what: News, language: str, usual: Mapping[str, str], typed: Typed | None) -> Offered:
    again = typed if typed and typed.what == what.value else None
    fields = {**usual, **(again.fields if again else {})}
    with translation.override(language):
        pieces = [*_pieces(str(named.NEWS[what.value]), fields)]
    return Offered(
        what=what,
        label=str(_BUTTONS[what]),
        fields=fields,
        pieces=pieces,
        language=language,
        refusal=again.refusal if again else None,
    )


def _pieces(sentence: str, fields: Mapping[str, str]) -> Iterator[Piece]:
    for n, part in enumerate(_SLOT.split(sentence)):
        if n % 2:
            slot = _SLOTS[part]
            yield Piece(text=_shown(slot, fields.get(slot, "")), slot=slot)
        elif part:
            yield Piece(text=part)


def _shown(slot: str, value: str) -> str:
    if slot != "expected_on" or not value:
        return value or "\N{HORIZONTAL ELLIPSIS}"
    try:
        return instants.on_day(on=date.fromisoformat(value))
    except ValueError:
        return value


def _values(one: UpdateShown) -> dict[str, str]:
    dash = "\N{EN DASH}"
    day = instants.on_day(on=one.expected_on) if one.expected_on else dash
    return {"day": day, "carrier": one.carrier or dash, "tracking": one.tracking or dash}
