"""Exports, as those who asked for them see them."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.models import Buyer, Seller
from helpdesk.takeout.models import Export
from helpdesk.takeout.policies import can_export, can_export_for
from helpdesk.takeout.terms.exports import KEPT, LIVES, SILENT, ExportShown, ExportState, Of


def exports(*, actor: Actor, now: datetime) -> list[ExportShown]:
    """The latest that the person asked for under this hat. Three SQL statements at most. Raises Forbidden."""
    may_see(actor=actor)
    with acting(actor):
        rows = list(_mine(actor).order_by("-asked_at")[:KEPT])
        names = _names(rows) if actor.side is Side.ADMINISTRATOR else {}
    return [_shown(row, now, names) for row in rows]


def export_of(*, actor: Actor, now: datetime, export: Ref) -> ExportShown:
    """One of them. Raises Forbidden, NotFound."""
    may_see(actor=actor)
    with acting(actor):
        row = _mine(actor).filter(seller_id=export.seller_id, id=export.id).first()
        if row is None:
            raise NotFound("export.not_found")
        names = _names([row]) if actor.side is Side.ADMINISTRATOR else {}
    return _shown(row, now, names)


def key_of_export(*, actor: Actor, now: datetime, export: Ref) -> str:
    """Where its file is kept. Raises Forbidden, NotFound (not theirs, not ready, or gone)."""
    if export_of(actor=actor, now=now, export=export).state is not ExportState.READY:
        raise NotFound("export.not_there")
    with acting(actor):
        return str(Export.objects.get(seller_id=export.seller_id, id=export.id).key)


def may_see(*, actor: Actor) -> None:
    """Raises NotFound for machines, Forbidden for whoever has nothing of their own to export."""
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        raise NotFound("export.not_found")
    if not (can_export(actor=actor) or can_export_for(actor=actor)):
        raise Forbidden("export.not_yours")


def _mine(actor: Actor) -> QuerySet[Export]:
    place = (actor.seller_id if actor.side is Side.SELLER else None) or OPERATOR
    desk = actor.side is Side.ADMINISTRATOR
    mine = Export.objects.filter(seller_id=place, person_id=actor.person)
    return mine.filter(buyer_id=None) if desk else mine.filter(buyer_id=actor.buyer_id)


def _names(rows: list[Export]) -> dict[int | UUID, str]:
    sellers = Seller.objects.filter(seller_id__in=[row.of_seller for row in rows if row.of_seller])
    buyers = Buyer.objects.filter(id__in=[row.of_buyer for row in rows if row.of_buyer])
    return dict(sellers.values_list("seller_id", "external_id")) | dict(
        buyers.values_list("id", "external_id")
    )


def _shown(row: Export, now: datetime, names: dict[int | UUID, str]) -> ExportShown:
    of = row.of_seller or row.of_buyer
    side = Side.SELLER if row.of_seller else Side.BUYER
    expires_at = row.made_at + LIVES if row.made_at else None
    return ExportShown(
        ref=Ref(row.seller_id, row.id),
        state=_state(row, now),
        language=row.language,
        asked_at=row.asked_at,
        done=row.done,
        total=row.total,
        entries=row.entries,
        size=row.size,
        digest=row.digest,
        made_at=row.made_at,
        expires_at=expires_at,
        of=Of(side=side, name=names[of]) if of in names else None,
        reason=row.reason,
    )


def _state(row: Export, now: datetime) -> ExportState:
    if row.made_at is None:
        return ExportState.RUNNING if row.beat_at and now - row.beat_at < SILENT else ExportState.WAITING
    return ExportState.GONE if row.removed_at or now >= row.made_at + LIVES else ExportState.READY
