"""Reading a file that was opened with a reason."""

from collections.abc import Iterator
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.queries import conversation_of_file, entry_of_file
from helpdesk.conversations.queries import attempt_of, thread
from helpdesk.conversations.terms import Attempted, ThreadView
from helpdesk.enforcement.queries import is_appeal
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.models import Reading
from helpdesk.oversight.policies import can_read_files
from helpdesk.reports.queries import file_of_chain


def reading_in_force(*, actor: Actor, now: datetime, conversation: Ref) -> Reading | None:
    """This administrator's own reading of this conversation that still lasts; None: give a reason first."""
    with acting(actor):
        mine = Reading.objects.filter(
            person_id=actor.person, seller_id=conversation.seller_id, conversation_id=conversation.id
        )
        return mine.filter(starts_at__lte=now, ends_at__gt=now).order_by("-ends_at").first()


def read_file(*, actor: Actor, now: datetime, conversation: Ref, after_n: int | None = None) -> ThreadView:
    """The thread, under a reading in force. Raises Forbidden without one, NotFound."""
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    if reading_in_force(actor=actor, now=now, conversation=conversation) is None:
        raise Forbidden("oversight.no_reading")
    return thread(actor=actor, conversation=conversation, after_n=after_n)


def refuse_without_reading(*, actor: Actor, now: datetime, file: Ref) -> None:
    """What an administrator must have before opening a file of a message. Raises Forbidden, NotFound."""
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    conversation = conversation_of_file(actor=actor, file=file)
    if not may_open_files(actor=actor, now=now, conversation=conversation, file=file):
        raise Forbidden("oversight.no_reading")


def refusal_read(*, actor: Actor, now: datetime, appeal: Ref, attempt: Ref) -> Attempted | None:
    """The refused message that an appeal is about; None without a reading of the appeal in force.

    Raises NotFound. Four SQL statements beside the scope's.
    """
    if reading_in_force(actor=actor, now=now, conversation=appeal) is None:
        return None
    with acting(actor):
        return attempt_of(attempt=attempt)


def may_open_files(*, actor: Actor, now: datetime, conversation: Ref, file: Ref | None = None) -> bool:
    """Whether a reading in force covers what was posted there; files of reports are read with the thread
    beside which these lie, and this `file`, where it came with an appeal, with the appeal. Raises NotFound.
    """
    return any(
        reading_in_force(actor=actor, now=now, conversation=one)
        for one in _opens(actor=actor, conversation=conversation, file=file)
    )


def _opens(*, actor: Actor, conversation: Ref, file: Ref | None) -> Iterator[Ref]:
    """A reading of any of these will do; each is looked up only where none before it is read."""
    yield conversation
    if file:
        yield entry_of_file(actor=actor, file=file)
    with acting(actor):
        beside = file_of_chain(chain=conversation)
    if beside:
        yield beside


def appeal_of_file(*, actor: Actor, file: Ref) -> Ref | None:
    """The appeal that the file was sent with; None: it came with something else. Raises NotFound."""
    entry = entry_of_file(actor=actor, file=file)
    with acting(actor):
        return entry if is_appeal(entry=entry) else None
