"""What tests of posted files share: posting them, and the worker's step."""

from pathlib import Path
from uuid import UUID

from helpdesk.attachments import actions as attachments
from helpdesk.attachments.queries import files_of
from helpdesk.attachments.terms import FileShown, Found, Sealed
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.cast import CLARA


def posted(to: Ref, *files: UUID, actor: Actor = CLARA, key: str = "k") -> Ref:
    """The entry of Clara's message with these uploads."""
    sent = conversations.post_question(
        actor=actor, now=clock.now(), conversation=to, draft="See here.", key=key, files=files
    )
    return Ref(to.seller_id, sent.receipt.entry)


def passing(path: Path, sealed: Sealed) -> None:
    """For tests of all the rest: nothing stands in the file that anybody minds."""


def examined(scanner: str = "") -> Found | None:
    """What the worker finds of the file that waits longest."""
    (due,) = attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
    found = attachments.examine_file(actor=SYSTEM, now=clock.now(), due=due, scanner=scanner, judge=passing)
    if found is not None:
        attachments.book_examination(actor=SYSTEM, now=clock.now(), due=due, found=found)
    return found


def shown(entry: Ref, *, to: Actor = CLARA) -> FileShown:
    """The only file of a message."""
    (file,) = files_of(actor=to, entries=[entry])[entry.id]
    return file
