"""What lifting, staying and resuming a measure share: the Seller's lock and one entry."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept
from helpdesk.enforcement.models import Measure
from helpdesk.enforcement.policies import can_lift
from helpdesk.enforcement.queries.chains import sellers_chain
from helpdesk.enforcement.terms import Kind
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace import actions as marketplace

Change = Callable[[Measure, Kept], None]
Judge = Callable[[Measure, datetime], None]


def change_measure(
    *,
    actor: Actor,
    now: datetime,
    measure: Ref,
    kind: Kind,
    key: str,
    values: Mapping[str, bytes],
    because_of: UUID | None,
    judge: Judge,
    change: Change,
) -> Kept:
    """Kept, or the replay of it. `judge` refuses, `change` writes the rows, both under the Seller's lock.

    Raises Forbidden, NotFound, KeyReused, Busy, and what `judge` raises.
    """
    if not can_lift(actor=actor):
        raise Forbidden("measure.not_yours")
    with acting(SYSTEM):
        if not Measure.objects.filter(seller_id=measure.seller_id, id=measure.id).exists():
            raise NotFound("measure.not_found")
        at = marketplace.lock_seller(actor=SYSTEM, now=now, seller_id=measure.seller_id)
        chain = sellers_chain(seller_id=measure.seller_id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=kind, values=values):
            return kept
        row = Measure.objects.get(seller_id=measure.seller_id, id=measure.id)
        judge(row, at)
        kept = archive.append(
            chain=chain,
            kind=kind,
            actor=actor,
            now=at,
            key=key,
            values=values,
            facts={"measure": row.kind, "track": row.track},
            ref=_refs(row, because_of),
        )
        change(row, kept)
    return kept


def _refs(row: Measure, because_of: UUID | None) -> Sequence[tuple[str, UUID]]:
    return [("measure", row.id), *([("because", because_of)] if because_of else [])]
