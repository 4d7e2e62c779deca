"""Mark an upload: its sender says which document it is, as long as it is not posted."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.models import Upload
from helpdesk.attachments.terms import Mark
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound


def mark_upload(*, actor: Actor, now: datetime, upload: Ref, marked: str | None) -> None:
    """None: it is none of them. Raises Invalid (no such document), NotFound (gone, or posted)."""
    if marked is not None and marked not in list(Mark):
        raise Invalid("upload.mark", field="marked")
    with acting(actor):
        mine = Upload.objects.filter(seller_id=upload.seller_id, id=upload.id, author=actor.person)
        if not mine.update(marked=marked):
            raise NotFound("upload.not_found")
