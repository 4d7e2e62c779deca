"""What was said in cases, for their parties, and for administrators who said why they read it."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import CaseShown, ContactShown, StepShown
from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.queries.reading import reading_in_force


def read_case(*, actor: Actor, now: datetime, case: Ref) -> tuple[CaseShown, list[StepShown]]:
    """The case with its steps in order. Raises NotFound, Forbidden without a reading in force."""
    shown = queries.case_of(actor=actor, now=now, case=case)
    _refuse_unread(actor, now, shown.conversation)
    return shown, queries.steps_of(actor=actor, case=case)


def read_contacts(*, actor: Actor, now: datetime, conversation: Ref) -> list[ContactShown]:
    """Contacts outside of a thread, the earliest first. Raises NotFound, Forbidden without a reading."""
    if actor.side in (Side.PLATFORM, Side.SYSTEM):
        raise NotFound("conversation.not_found")
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
    _refuse_unread(actor, now, conversation)
    return queries.contacts_in(actor=actor, conversation=conversation)


def _refuse_unread(actor: Actor, now: datetime, conversation: Ref) -> None:
    if actor.side is not Side.ADMINISTRATOR:
        return
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    if reading_in_force(actor=actor, now=now, conversation=conversation) is None:
        raise Forbidden("oversight.no_reading")
