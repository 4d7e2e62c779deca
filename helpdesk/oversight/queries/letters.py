"""Letters, for an administrator who gave a reason for reading their file."""

from datetime import datetime

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.letters import queries as letters
from helpdesk.letters.terms import Correspondence
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.queries.reading import reading_in_force


def read_letters(*, actor: Actor, now: datetime, correspondence: Ref) -> Correspondence:
    """Under a reading in force of the thread that it lies beside, or of what stands for none.

    Raises NotFound (for the other sides too), Forbidden.
    """
    file = letters.file_of(actor=actor, correspondence=correspondence)
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    if reading_in_force(actor=actor, now=now, conversation=file) is None:
        raise Forbidden("oversight.no_reading")
    return letters.correspondence(actor=actor, correspondence=correspondence)
