"""A step of a flow, asked for and taken."""

from helpdesk.cases.queries.standing import Standing, entries_of
from helpdesk.cases.rules import engine
from helpdesk.cases.rules.given import No
from helpdesk.cases.terms.names import By
from helpdesk.cases.terms.states import Facts, Move
from helpdesk.conversations.terms import Thread
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Invalid


def moved(*, case: Standing, step: str, side: By, given: Facts, at: int) -> Move:
    """What the flow makes of a step at an instant (microseconds UTC). Raises Conflict, Invalid."""
    flow, state, reckoning = case.flow, case.state, case.reckoning
    refuse(
        engine.refusal_of(flow, state=state, step=step, side=side, given=given, at=at, reckoning=reckoning)
    )
    return engine.move(flow, state=state, step=step, side=side, given=given, at=at, reckoning=reckoning)


def asked_by(*, case: Standing, thread: Thread) -> bool:
    """Whether the thread's open question is one that the case asked. One SQL statement at most."""
    due = thread.obligation
    return due is not None and (
        due.id == case.row.message_id or due.id in entries_of(case=Ref(case.row.seller_id, case.row.id))
    )


def refuse(no: No | None) -> None:
    """Raise what the flow says: a wrong field is Invalid, a wrong moment is Conflict."""
    if no is None:
        return
    if no.field:
        raise Invalid(no.code, field=no.field)
    raise Conflict(no.code)
