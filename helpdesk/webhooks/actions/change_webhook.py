"""Change an endpoint, pause it, or let it go on."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import last_number
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict
from helpdesk.webhooks.actions.sealing import bury, chain_of, checked, committed, kept_of
from helpdesk.webhooks.models import Endpoint
from helpdesk.webhooks.policies import owner_of
from helpdesk.webhooks.queries.endpoints import endpoint_of
from helpdesk.webhooks.terms import Entry, Kept, PauseReason, Wanted


def change_webhook(*, actor: Actor, now: datetime, webhook: Ref, wanted: Wanted, seen_version: int) -> Kept:
    """In the place of version `seen_version`; the same again is the same deed.

    What waits when it is paused is dead, and may be replayed; while it is paused nothing is kept for it: the
    feed tells what was missed. Going on ends what its failures led to. Raises Forbidden, NotFound, Invalid,
    TooLarge, Conflict (changed meanwhile), Busy.
    """
    with acting(actor, turn=f"webhooks/{webhook}"):
        row = endpoint_of(actor=actor, webhook=webhook, lock=True)
        wanted = checked(wanted=wanted, seller_id=owner_of(actor))
        is_same = row.version == seen_version + 1 and _wanted_of(row) == wanted
        if row.version != seen_version and not is_same:
            raise Conflict("webhook.moved", field="version", version=row.version)
        stored = archive.append(
            chain=chain_of(seller_id=row.seller_id),
            kind=Entry.CHANGED,
            actor=actor,
            now=now,
            key=f"webhook/{row.id}/{seen_version}",
            values=committed(webhook=row.id, wanted=wanted),
            facts={"webhook": str(row.id), "paused": int(wanted.paused)},
        )
        if not stored.replayed:
            _write(row, wanted, stored.receipt.at)
    return kept_of(row=row, stored=stored)


def _wanted_of(row: Endpoint) -> Wanted:
    return Wanted(
        url=row.url,
        kinds=tuple(row.kinds),
        description=row.description,
        paused=row.paused_at is not None,
    )


def _write(row: Endpoint, wanted: Wanted, at: datetime) -> None:
    is_other = row.url != wanted.url
    row.url, row.kinds, row.description = wanted.url, list(wanted.kinds), wanted.description
    row.version += 1
    if wanted.paused and row.paused_at is None:
        row.paused_at, row.paused_as = at, PauseReason.OWNER.value
        bury(row=row, now=at)
    elif not wanted.paused and row.paused_at is not None:
        row.paused_at, row.paused_as, row.after = None, None, last_number()
        is_other = True
    if is_other:  # what an old address did says nothing of the new one
        row.failures, row.failing_since, row.gone_at, row.rest_until = 0, None, None, None
    row.save(force_update=True)
