"""M_CONTRADICTS: a seller's message that cannot be true by itself, by what came before, or by the record."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise
from typing import Final

from helpdesk.conduct.rules import contraries, opposites
from helpdesk.conduct.rules.contradictions_words import (
    DELIVERY,
    DISPATCH,
    MONTHS,
    PARTIAL,
    REFUND,
)
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.tracking import is_of_carrier, named_carriers
from helpdesk.conduct.terms import Finding, Label
from helpdesk.kernel.actor import Side

_LIKELY: Final = 0.8
_MONEY: Final = re.compile(
    r"(?:(?<![a-z])(?:eur|gbp|pln|usd)\s?|[\u20ac\u00a3$]\s?)(\d{1,5}(?:[.,]\d{1,2})?)(?!\d)"
    r"|(?<![\d.,])(\d{1,5}(?:[.,]\d{1,2})?)\s?(?:\u20ac|\u00a3|\$|eur\b|euros?\b|zl\b|zloty\w*|gbp\b|pln\b|pounds?\b|quid\b)"
    r"|(?<![\d.,:/])(\d{1,4}[.,]\d{2})(?![\d.,:/%])"
)
_DATE: Final = re.compile(
    r"(?<![\d.,/])(\d{1,2})(?:st|nd|rd|th|er|\.)?\s?(?:of\s|de\s)?(?:[./-](\d{1,2})(?![\d:])(?:[./-](\d{4}|\d{2}))?|("
    + MONTHS
    + r")[a-z]*)|\b("
    + MONTHS
    + r")[a-z]*\s(\d{1,2})(?:st|nd|rd|th)?\b"
)
_NAMES: Final = {name: n for n, names in enumerate(MONTHS.split("|")) for name in [names]}
_TRACKING: Final = re.compile(
    r"(?<![a-z0-9/#])(?=(?:[a-z]{0,4}[ -]?\d){5})[a-z0-9]{1,26}(?:[ -][a-z0-9]{0,8}\d[a-z0-9]{0,8}){0,8}(?![a-z0-9])"
)
_NUMBERED: Final = re.compile(
    r"track|sendung|nachverfolg|barcode|waybill|consignment|airwaybill|frachtbrief|list\w* przewozow|bordereau|vettura|ldv|paketnummer|numer|number|nummer|suivi|numero|spedizion|przesyl|colis|lettera di vettura"
)


def find(reading: Reading) -> Iterator[Finding]:
    """What contradicts itself; one finding for each way of doing so."""
    if reading.said.side is not Side.SELLER:
        return
    yield from _tracking(reading)
    yield from _dates(reading)
    yield from _sent(reading)
    yield from _refunds(reading)
    yield from opposites.find(reading)


def _tracking(reading: Reading) -> Iterator[Finding]:
    """A number that the carrier named with it cannot have given."""
    text = reading.folded.text
    carriers = named_carriers(text)
    numbered = _NUMBERED.search(text) is not None
    if not carriers and not numbered:
        return
    for found in islice(_TRACKING.finditer(text), _MOST_AMOUNTS):
        number = re.sub(r"[ -]", "", found[0]).upper()
        if sum(char.isdigit() for char in number) < 0.4 * len(number) or _NO_TRACKING.search(
            text, max(0, found.start() - 24), found.start()
        ):
            continue
        near = _NUMBERED.search(text, max(0, found.start() - 60), found.start())
        close = named_carriers(text[max(0, found.start() - 30) : found.end() + 30])
        if near is None and not close:
            continue
        wrong = len(carriers) == 1 and near and len(number) > 7 and not is_of_carrier(carriers[0], number)
        if wrong:
            yield reading.found(
                Label.CONTRADICTS, "contradicts.tracking", *found.span(), _LIKELY, evidence=tuple(carriers)
            )
            return


_NO_TRACKING: Final = re.compile(
    r"order|bestell|auftrag|zamowien|commande|ordin[ei]|invoice|rechnung|faktur|facture|fattura|tel\b|phone|postnummer|packstation|kunden|customer|serial|serien|seryjn|serie|ean|art\.|artikel|article|articolo|konto|iban|ref\b|referen"
)


def _dates(reading: Reading) -> Iterator[Finding]:
    """Delivery before dispatch."""
    text = reading.folded.text
    sent: list[tuple[date, tuple[int, int]]] = []
    here: list[tuple[date, tuple[int, int]]] = []
    for found in _DATE.finditer(text):
        day = _day(found)
        if day is None:
            continue
        left = text[max(0, found.start() - 60) : found.start()]
        dispatch = max((m.end() for m in DISPATCH.finditer(left)), default=-1)
        delivery = max((m.end() for m in DELIVERY.finditer(left)), default=-1)
        if dispatch > delivery:
            sent.append((day, found.span()))
        elif delivery > dispatch:
            here.append((day, found.span()))
    for day, span in here:
        if any(_before(day, other) for other, _ in sent):
            yield reading.found(
                Label.CONTRADICTS, "contradicts.dates", *span, _LIKELY, evidence=("before dispatch",)
            )
            return
    if today := _today(reading):
        for day, span in here:
            if _before(day.replace(year=today.year), today) and _ahead(text, span[0]):
                yield reading.found(Label.CONTRADICTS, "contradicts.past", *span, 0.65, evidence=("past",))
                return


def _ahead(text: str, at: int) -> bool:
    """Told as something to come."""
    left = text[max(0, at - 60) : at]
    return (
        re.search(
            r"\b(?:will|ll|wird|werden|kommt|bedzie|dotrze|dostanie|sera|serez|arrivera|recevrez|sara|ricevera)\b",
            left,
        )
        is not None
    )


def _today(reading: Reading) -> date | None:
    return date.fromisoformat(reading.said.today) if reading.said.today else None


def _before(one: date, other: date) -> bool:
    """Earlier, and not in the year after."""
    return 0 < (other - one).days < 200


def _day(found: re.Match[str]) -> date | None:
    day = int(found[1] or found[6])
    name = found[4] or found[5]
    month = _NAMES[name] % 12 + 1 if name else int(found[2] or 0)
    year = int(found[3]) if found[3] else 2026
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _sent(reading: Reading) -> Iterator[Finding]:
    """Dispatched, and the record knows of no dispatch."""
    if reading.said.facts.dispatched is not False:
        return
    text, side = reading.folded.text, ("sent", "+")
    for span in contraries.told(text, side, contraries.cued(text).get(side, []))[:1]:
        yield reading.found(Label.CONTRADICTS, "contradicts.sent", *span, _LIKELY, evidence=("record",))


def _refunds(reading: Reading) -> Iterator[Finding]:
    """Two amounts for one refund, in this message or in this one and one before."""
    said = opposites.told(reading)
    if not REFUND.search(said.text):
        return
    amounts: list[tuple[str, int, int]] = []
    for found in islice(_MONEY.finditer(said.text), _MOST_AMOUNTS):
        if REFUND.search(said.text, max(0, found.start() - 70), found.end() + 30):
            amounts.append((_plain(found[1] or found[2] or found[3]), *found.span()))
    for (one, start, end), (other, second, last) in pairwise(amounts):
        if one == other or last <= said.start or _OWN.match(said.text, last):
            continue
        if not PARTIAL.search(
            said.text, max(0, start - 20), min(len(said.text), last + 20)
        ) and not _OWN.match(said.text, end):
            yield reading.found(
                Label.CONTRADICTS,
                "contradicts.refund",
                max(0, second - said.start),
                last - said.start,
                _LIKELY,
                evidence=("two amounts",),
            )
            return


_MOST_AMOUNTS: Final = 24
_OWN: Final = re.compile(
    r" (?:for|fur|za|pour|per|de|von|of) (?:the |die |das |den |la |le |il |lo )?[a-z]{3,}|(?: de la| della| du| del| dell') ?[a-z]{3,}"
)


def _plain(amount: str) -> str:
    return f"{float(amount.replace(',', '.')):.2f}"
