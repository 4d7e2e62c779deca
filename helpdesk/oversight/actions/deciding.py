"""What the Platform does in cases: by support, who has read the conversation with a reason."""

from datetime import datetime

from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.policies import can_decide
from helpdesk.cases.terms.states import Facts
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.queries.reading import reading_in_force


def take_case_step(
    *,
    actor: Actor,
    now: datetime,
    case: Ref,
    step: str,
    key: str,
    given: Facts | None = None,
    words: str = "",
    seen_n: int | None = None,
) -> Posted:
    """Raises as `cases.actions.take_step` does, and Forbidden without a reading in force."""
    _refuse_unread(actor, now, case)
    return cases.take_step(
        actor=actor, now=now, case=case, step=step, key=key, given=given, words=words, seen_n=seen_n
    )


def change_case_kind(
    *, actor: Actor, now: datetime, case: Ref, kind: str, key: str, words: str = "", wanted: str = ""
) -> Posted:
    """Raises as `cases.actions.change_kind` does, and Forbidden without a reading in force."""
    _refuse_unread(actor, now, case)
    return cases.change_kind(actor=actor, now=now, case=case, kind=kind, key=key, words=words, wanted=wanted)


def _refuse_unread(actor: Actor, now: datetime, case: Ref) -> None:
    """The parties need no reading. Nobody decides of what they have not read. Raises NotFound, Forbidden."""
    if actor.side is not Side.ADMINISTRATOR:
        return
    shown = queries.case_of(actor=actor, now=now, case=case)
    if not can_decide(actor):
        raise Forbidden("case.not_yours_to_decide")
    if reading_in_force(actor=actor, now=now, conversation=shown.conversation) is None:
        raise Forbidden("oversight.no_reading")
