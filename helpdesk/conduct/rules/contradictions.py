"""M_CONTRADICTS: a seller's message that cannot be true by itself, by what came before, or by the record."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from helpdesk.conduct.rules import (
    attributes,
    contraries,
    denials,
    opposites,
    recalling,
    schedules,
    sums,
    values,
)
from helpdesk.conduct.rules.contradictions_words import (
    PARTIAL,
    REFUND,
)
from helpdesk.conduct.rules.quantities import Quantity, quantities
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.tracking import is_of_carrier, named_carriers
from helpdesk.conduct.terms import Finding, Label
from helpdesk.kernel.actor import Side

_LIKELY: Final = 0.8
_DIGIT: Final = re.compile(r"\d")
_MONEY: Final = re.compile(
    r"(?:(?<![a-z])(?:eur|gbp|pln|usd)\s?|[\u20ac\u00a3$]\s?)(\d{1,5}(?:[.,]\d{1,2})?)(?!\d)"
    r"|(?<![\d.,])(\d{1,5}(?:[.,]\d{1,2})?)\s?(?:\u20ac|\u00a3|\$|eur\b|euros?\b|zl\b|zloty\w*|gbp\b|pln\b|pounds?\b|quid\b)"
    r"|(?<![\d.,:/])(\d{1,4}[.,]\d{2})(?![\d.,:/%])"
)
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
    said = opposites.told(reading)
    if _DIGIT.search(reading.folded.text):
        yield from _tracking(reading)
        yield from _refunds(reading, said)
    yield from schedules.find(reading)
    yield from _sent(reading)
    yield from opposites.find(reading, said)
    yield from _compared(reading, said)


def _compared(reading: Reading, said: opposites.Told) -> Iterator[Finding]:
    """Quantities and facts held against each other."""
    text, start = said
    now, before = [*quantities(text, start, len(text))], [*quantities(text, 0, start)]
    found: list[tuple[str, tuple[int, int]]] = []
    if now:
        found += sums.find(text, now, [one for one in before if one.dimension == "money"])
        found += [("value", span) for span in values.find(text, start, [*before, *now])]
    found += [
        ("attribute", (start + a, start + b)) for a, b in attributes.find(text[start:], _moved(now, start))
    ]
    found += denials.find(text, start)
    if start:
        found += recalling.find(text, start, reading.said.language, before, now)
    for rule, span in found:
        first, last = max(0, span[0] - start), span[1] - start
        if last > first:
            yield reading.found(
                Label.CONTRADICTS, f"contradicts.{rule}", first, last, _LIKELY, evidence=("both",)
            )


def _tracking(reading: Reading) -> Iterator[Finding]:
    """A number that the carrier named with it cannot have given."""
    text = reading.folded.text
    carriers = named_carriers(text)
    if not carriers:
        return
    if short := _short(text, carriers):
        yield reading.found(
            Label.CONTRADICTS, "contradicts.tracking", *short, _LIKELY, evidence=tuple(carriers)
        )
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


def _short(text: str, carriers: list[str]) -> tuple[int, int] | None:
    """A number that is called the carrier's and is too short for one of any carrier."""
    found = _SHORT.search(text) if len(carriers) == 1 else None
    if found is None or _NO_TRACKING.search(text, max(0, found.start() - 24), found.start("number")):
        return None
    near = text[max(0, found.start() - 30) : found.end() + 12]
    return found.span("number") if named_carriers(near) else None


_SHORT: Final = re.compile(
    r"(?:number|nummer|numer|numero|tracking)(?: (?:of )?[a-z]{2,12}){0,2}?(?: (?:is|ist|to|est|e|lautet|brzmi)|:) ?(?:le |il |the |"
    r"das |die )?(?P<number>\d{1,6})(?![\w:/-]|[.,]\d| \d)"
)
_NO_TRACKING: Final = re.compile(
    r"order|bestell|auftrag|zamowien|commande|ordin[ei]|invoice|rechnung|faktur|facture|fattura|tel\b|phone|postnummer|packstation|kunden|customer|serial|serien|seryjn|serie|ean|art\.|artikel|article|articolo|konto|iban|ref\b|referen"
)


def _sent(reading: Reading) -> Iterator[Finding]:
    """Dispatched, and the record knows of no dispatch."""
    if reading.said.facts.dispatched is not False:
        return
    text, side = reading.folded.text, ("sent", "+")
    for span in contraries.told(text, side, contraries.cued(text).get(side, []))[:1]:
        yield reading.found(Label.CONTRADICTS, "contradicts.sent", *span, _LIKELY, evidence=("record",))


def _moved(seen: Sequence[Quantity], start: int) -> list[Quantity]:
    return [one._replace(start=one.start - start, end=one.end - start) for one in seen] if start else [*seen]


def _refunds(reading: Reading, said: opposites.Told) -> Iterator[Finding]:
    """Two amounts for one refund, in this message or in this one and one before."""
    if not REFUND.search(said.text):
        return
    amounts = [
        (_plain(found[1] or found[2] or found[3]), *found.span())
        for found in islice(_MONEY.finditer(said.text), _MOST_AMOUNTS)
        if REFUND.search(said.text, max(0, found.start() - 70), found.end() + 30)
    ]
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
