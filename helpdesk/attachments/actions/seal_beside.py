"""Seal files of an entry that one side alone sees: they never reach the other one, nor a search."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import psycopg

from helpdesk.archive.database import hot
from helpdesk.archive.terms import Chain, Receipt
from helpdesk.attachments.terms import FILES_GONE
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict

_SEAL = (
    "SELECT attachments_seal_v2(%s::bigint, %s::uuid, %s::uuid, %s::uuid, %s::smallint, %s::uuid,"
    " %s::timestamptz, %s, %s::uuid[])"
)


def seal_beside(
    *, actor: Actor, now: datetime, chain: Chain, receipt: Receipt, files: Sequence[UUID]
) -> None:
    """Uploads of the actor's become files of the entry of `receipt`, in its transaction, for its audience.

    `now` is the deed's; the files have the entry's instant. One SQL statement, none without files. Raises
    Conflict where one was posted or cleared away since it was looked at.
    """
    if not files:
        return
    seen_by = [chain.buyer_id, chain.audience.value]
    entry = [chain.seller_id, receipt.entry, chain.id, *seen_by, actor.person, receipt.at]
    try:
        hot.rows(_SEAL, [*entry, actor.side.value, list(files)])
    except psycopg.Error as error:
        if error.sqlstate != FILES_GONE:
            raise
        raise Conflict("upload.posted", field="files") from error
