"""Reading a file that was opened with a reason."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.queries import conversation_of_file
from helpdesk.conversations.queries import thread
from helpdesk.conversations.terms import ThreadView
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
    if not may_open_files(actor=actor, now=now, conversation=conversation):
        raise Forbidden("oversight.no_reading")


def may_open_files(*, actor: Actor, now: datetime, conversation: Ref) -> bool:
    """Whether a reading in force covers the files posted there; those of reports are read with the thread
    beside which these lie.
    """
    if reading_in_force(actor=actor, now=now, conversation=conversation) is not None:
        return True
    with acting(actor):
        file = file_of_chain(chain=conversation)
    return file is not None and reading_in_force(actor=actor, now=now, conversation=file) is not None
