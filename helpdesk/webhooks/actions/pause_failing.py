"""Pause endpoints that took nothing for days, or said that they are gone."""

from datetime import datetime

from django.db.models import Q

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.webhooks.actions.sealing import bury, chain_of
from helpdesk.webhooks.models import Endpoint
from helpdesk.webhooks.terms import FAILING_FOR, Entry, PauseReason


def pause_failing(*, actor: Actor, now: datetime) -> int:
    """How many were paused: at most one, in a transaction of its own. Several workers may."""
    failing = Q(failing_since__lte=now - FAILING_FOR) | Q(gone_at__isnull=False)
    rows = Endpoint.objects.select_for_update(skip_locked=True).filter(removed_at=None, paused_at=None)
    with acting(actor):
        row = rows.filter(failing).order_by("seller_id", "id").first()
        if row is None:
            return 0
        why = PauseReason.GONE if row.gone_at else PauseReason.FAILING
        stored = archive.append(
            chain=chain_of(seller_id=row.seller_id),
            kind=Entry.PAUSED,
            actor=actor,
            now=now,
            key=f"webhook/{row.id}/{row.version}/paused",
            facts={"webhook": str(row.id), "reason": why.value},
        )
        row.paused_at, row.paused_as, row.version = stored.receipt.at, why.value, row.version + 1
        row.save(update_fields=["paused_at", "paused_as", "version"])
        bury(row=row, now=stored.receipt.at)
    return 1
