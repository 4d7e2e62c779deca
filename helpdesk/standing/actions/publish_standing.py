"""Publish standings: where a Seller's offers are shown, said once, and again when it is another."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID, uuid5

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace import queries as marketplace
from helpdesk.standing.models import Publication, Shown
from helpdesk.standing.queries.measures import factors_of
from helpdesk.standing.queries.snapshots import stored_on, sums_in
from helpdesk.standing.queries.weights import weights_on
from helpdesk.standing.rules.placing import is_news, place
from helpdesk.standing.terms import NOTHING, Kind, Place, Sums, Weights


def publish_standings(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many sellers were looked at, at most `limit`, of those for whom something is due.

    One entry each, where the factor to three decimals or the level changed. Workers may share them.
    """
    with acting(actor):
        rows = Shown.objects.select_for_update(skip_locked=True).filter(due=True)
        due = list(rows.order_by("seller_id")[:limit])
        totals = _totals(due)
        factors = factors_of(sellers=[row.seller_id for row in due], at=now)
        days = {row.snapshot_on or now.date() for row in due}
        weights = {on: weights_on(on=on) for on in days}
        for row in due:
            by = weights[row.snapshot_on or now.date()]
            total, measure = totals.get(row.seller_id, NOTHING), factors[row.seller_id]
            _settle(actor, now, row, place(total=total, weights=by, measure=measure), by)
    return len(due)


def _totals(due: list[Shown]) -> Mapping[int, Sums]:
    days: dict[date, list[int]] = defaultdict(list)
    for row in due:
        if row.snapshot_on:
            days[row.snapshot_on].append(row.seller_id)
    return {
        seller: sums_in(snapshot)
        for on, sellers in days.items()
        for seller, snapshot in stored_on(sellers=sellers, on=on).items()
    }


def _settle(actor: Actor, now: datetime, row: Shown, found: Place, weights: Weights) -> None:
    changes: dict[str, object] = {"due": False}
    if is_news(place=found, rank=row.rank, level=row.level):
        kept = _publish(actor, now, row, found, weights)
        changes |= {"rank": found.rank, "level": found.level.value, "published_by": kept.receipt.entry}
    Shown.objects.filter(seller_id=row.seller_id).update(**changes)


def _publish(actor: Actor, now: datetime, row: Shown, found: Place, weights: Weights) -> Kept:
    told = {"rank": found.rank, "visibility": found.visibility, "measure": found.measure}
    on = row.snapshot_on
    kept = archive.append(
        chain=chain_of(seller_id=row.seller_id),
        kind=Kind.PUBLISHED,
        actor=actor,
        now=now,
        key=f"standing/{row.published_by or ''}",
        facts=told
        | {"level": found.level.value, "weights": weights.version}
        | ({"on": on.isoformat()} if on else {}),
        ref=[("replaces", row.published_by)] if row.published_by else [],
    )
    Publication.objects.create(
        seller_id=row.seller_id,
        id=kept.receipt.entry,
        at=kept.receipt.at,
        counted_on=on,
        level=found.level.value,
        weights=weights.version,
        **told,
    )
    return kept


def chain_of(*, seller_id: int) -> Chain:
    """The chain of what is decided about a seller, which the seller's side sees, in the present scope."""
    stand_in: UUID = marketplace.stand_in_of(seller_id=seller_id)
    return Chain(
        seller_id=seller_id,
        id=uuid5(stand_in, ChainName.SELLER),
        name=ChainName.SELLER,
        audience=Audience.SELLER,
        seller=stand_in,
    )
