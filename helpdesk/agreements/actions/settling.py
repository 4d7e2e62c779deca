"""What confirming and declining share: the row under its thread's lock, and what becomes of the clock."""

from datetime import datetime

from helpdesk.agreements.actions.proposing import replace_row
from helpdesk.agreements.models import Agreement
from helpdesk.agreements.queries.clocks import ends_clock_of
from helpdesk.agreements.queries.standing import standing
from helpdesk.agreements.rules import refusal_of_settling, replaces_at_once
from helpdesk.agreements.terms import Outcome, Standing
from helpdesk.archive.terms import Receipt
from helpdesk.conversations.actions import Saying
from helpdesk.conversations.terms import Thread
from helpdesk.deadlines.terms import GRACE
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict


def to_settle(*, agreement: Ref, thread: Thread, at: datetime) -> Standing:
    """One that waits. Raises NotFound, Conflict."""
    found = standing(agreement=agreement, conversation=thread.ref)
    if code := refusal_of_settling(found, now=at):
        raise Conflict(code)
    return found


def settled(*, agreement: Ref, thread: Thread, found: Standing, outcome: Outcome) -> Saying:
    """The entry's content and what it writes. A confirmed one takes the place of the one that it amends."""
    old = _replaced(thread, found) if outcome is Outcome.CONFIRMED else None

    def write(receipt: Receipt) -> None:
        _settle(agreement, receipt, outcome, found)
        if old is not None:
            replace_row(seller_id=agreement.seller_id, id=old.id, by=receipt.entry)

    ref = [("settles", agreement.id)]
    return Saying(
        facts={"of": found.n, "outcome": outcome.value},
        ref=[*ref, ("replaces", old.id)] if old else ref,
        write=write,
        answers=ends_clock_of(thread=thread, standing=found),
    )


def _replaced(thread: Thread, found: Standing) -> Standing | None:
    """The agreement that was in force, unless something took its place meanwhile."""
    if found.amends is None:
        return None
    old = standing(agreement=Ref(thread.ref.seller_id, found.amends), conversation=thread.ref)
    return None if old.is_replaced or replaces_at_once(old) else old


def _settle(agreement: Ref, receipt: Receipt, outcome: Outcome, found: Standing) -> None:
    is_due = outcome is Outcome.CONFIRMED and found.due_at is not None
    Agreement.objects.filter(seller_id=agreement.seller_id, id=agreement.id).update(
        settled_by=receipt.entry,
        settled_at=receipt.at,
        outcome=outcome.value,
        next_at=found.due_at + GRACE if is_due and found.due_at else None,
    )
