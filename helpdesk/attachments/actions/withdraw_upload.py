"""Withdraw an upload: its author takes a file off a message that is not sent yet."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.actions.clearing import clear, condemn
from helpdesk.attachments.models import Upload
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def withdraw_upload(*, actor: Actor, now: datetime, upload: Ref) -> None:
    """It is gone, row and object.

    Raises NotFound for what is gone already, posted, or somebody else's; and Busy: then it cannot be posted
    either, and the sweep clears it away.
    """
    with acting(actor):
        mine = Upload.objects.select_for_update().filter(
            seller_id=upload.seller_id, id=upload.id, author=actor.person
        )
        if (row := mine.first()) is None:
            raise NotFound("upload.not_found")
        condemn(row=row, now=now)
    clear(actor=actor, seller_id=row.seller_id, id=row.id, key=row.storage_key)
