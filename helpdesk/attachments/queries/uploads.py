"""Uploads that wait for their message."""

from collections.abc import Sequence

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.models import Upload
from helpdesk.attachments.terms import KEPT_UNPOSTED, Mark, Type, Uploaded
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


def uploads_of(*, actor: Actor, uploads: Sequence[Ref]) -> list[Uploaded]:
    """Those of these that are the actor's own and still wait, in this order; for a form that is shown again.

    One SQL statement beside the scope's.
    """
    if not uploads:
        return []
    with acting(actor):
        rows = Upload.objects.filter(
            seller_id__in={ref.seller_id for ref in uploads},
            id__in=[ref.id for ref in uploads],
            author=actor.person,
            stored_at__isnull=False,
        )
        found = {Ref(row.seller_id, row.id): row for row in rows}
    return [uploaded(row=found[ref]) for ref in uploads if ref in found]


def uploaded(*, row: Upload, replayed: bool = True) -> Uploaded:
    """The row as it is shown."""
    return Uploaded(
        ref=Ref(row.seller_id, row.id),
        name=row.name,
        type=Type(row.type),
        size=row.size,
        digest=bytes(row.digest),
        expires_at=row.began_at + KEPT_UNPOSTED,
        marked=Mark(row.marked) if row.marked else None,
        replayed=replayed,
    )
