"""What a batch owes to the Archive: a changed establishment or market moves legal clocks."""

from collections.abc import Iterator
from typing import Any

from helpdesk.archive.terms import Draft
from helpdesk.kernel.canonical import canonical
from helpdesk.marketplace.actions.taken import Outcome, Sent
from helpdesk.marketplace.models import Market, Seller
from helpdesk.marketplace.rules.rows import Row
from helpdesk.marketplace.terms.kinds import Kind

ESTABLISHMENT, MARKET = "seller.establishment", "market.changed"


def moves(*, outcome: Outcome, rows: dict[str, list[Row]]) -> list[Draft]:
    """The deeds of a batch that is about to be written. A first appearance, or a stub's end, is none."""
    return [*_moved_sellers(outcome, rows), *_changed_markets(outcome, rows)]


def _moved_sellers(outcome: Outcome, rows: dict[str, list[Row]]) -> Iterator[Draft]:
    """A deed for each known seller whose establishment is not what it was."""
    known = outcome.world.known
    sent = {known[s.name].seller_id: s for s in outcome.replaced if s.name.kind is Kind.SELLER}
    if not sent:
        return
    places = {row["seller_id"]: row for row in rows["marketplace_seller"]}
    for seller in Seller.objects.filter(seller_id__in=sent):
        new = places[seller.seller_id]
        was = {
            "country": seller.country,
            "subdivision": seller.subdivision,
            "time_zone": seller.time_zone,
        }
        if any(new[name] != value for name, value in was.items()):
            facts = {"seller": str(seller.stand_in), **{name: new[name] for name in was}}
            facts |= {f"was_{name}": value for name, value in was.items()}
            yield Draft(kind=ESTABLISHMENT, key=_key(sent[seller.seller_id]), facts=facts)


def _changed_markets(outcome: Outcome, rows: dict[str, list[Row]]) -> Iterator[Draft]:
    """A deed for each known market that is not what it was."""
    sent = {s.name.external_id: s for s in outcome.replaced if s.name.kind is Kind.MARKET}
    if not sent:
        return
    fresh = {row["code"]: row for row in rows["marketplace_market"]}
    was: dict[str, Any]
    for was in map(dict, Market.objects.filter(code__in=sent).values()):
        new = fresh[was["code"]]
        changed = sorted(name for name in new if new[name] != was[name])
        if changed:
            values = {"market": canonical(new), "was": canonical(was)}
            facts = {"market": new["code"], "changed": " ".join(changed)}
            yield Draft(kind=MARKET, key=_key(sent[new["code"]]), values=values, facts=facts)


def _key(sent: Sent) -> str:
    """One entry per record and version, however often it is sent."""
    return f"{sent.name.kind.value}/{sent.name.external_id}/{sent.record.version.order}"
