"""Hand in threads: a file waits to be tried; nothing is kept before somebody says so."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from tempfile import TemporaryFile
from uuid import UUID

from django.core.files import File
from django.core.files.storage import storages

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.rules import cleaned
from helpdesk.conversations.actions.intaking import STORAGE, refuse_strangers
from helpdesk.conversations.models import Intake
from helpdesk.conversations.terms.importing import ThreadFormat
from helpdesk.conversations.terms.intakes import LARGEST
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import object_key, uuid7
from helpdesk.kernel.refusal import Invalid, TooLarge
from helpdesk.kernel.troubles import of_storage


def hand_in_threads(
    *, actor: Actor, now: datetime, name: str, written: ThreadFormat, chunks: Iterable[bytes]
) -> UUID:
    """The import's id. Raises Forbidden, Invalid (an empty file), TooLarge, Busy."""
    refuse_strangers(actor)
    id = uuid7()
    key = object_key()
    with TemporaryFile() as file:
        file.writelines(_bounded(chunks))
        if not (size := file.tell()):
            raise Invalid("import.no_file", field="file")
        file.seek(0)
        with of_storage(missing="import.not_found"):
            storages[STORAGE].save(key, File(file))
    with acting(actor):
        Intake.objects.create(
            id=id,
            person_id=actor.person,
            name=cleaned(name),
            written=written.value,
            key=key,
            size=size,
            asked_at=now,
        )
    return id


def _bounded(chunks: Iterable[bytes]) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > LARGEST:
            raise TooLarge("import.too_large", field="file", limit=LARGEST // 1_000_000)
        yield chunk
