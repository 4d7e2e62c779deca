"""Keep: one side says that what was agreed is done."""

from datetime import datetime

from helpdesk.agreements.models import Agreement
from helpdesk.agreements.queries.clocks import ends_clock_of
from helpdesk.agreements.queries.standing import conversation_of, standing
from helpdesk.agreements.rules import refusal_of_keeping
from helpdesk.agreements.terms import Kind
from helpdesk.archive.terms import Receipt
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict


def keep(*, actor: Actor, now: datetime, agreement: Ref, key: str) -> Posted:
    """Either side's word, with who said it: whoever finds it wrong writes, and is owed an answer.

    It ends the clock that the lapsed day alone started; that the day was missed stays. Raises NotFound,
    Forbidden (readers), Conflict (not in force, changed, or said before), KeyReused, Busy.
    """
    conversation, _ = conversation_of(actor=actor, agreement=agreement)

    def judge(thread: Thread, at: int) -> Saying:
        found = standing(agreement=agreement, conversation=thread.ref)
        if code := refusal_of_keeping(found, now=from_us(at)):
            raise Conflict(code)
        late = found.due_at is not None and at > to_us(found.due_at)
        return Saying(
            facts={"kept": "late" if late else "met", "of": found.n},
            ref=[("keeps", agreement.id)],
            write=lambda receipt: _write(actor, agreement, receipt),
            answers=ends_clock_of(thread=thread, standing=found),
        )

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Kind.KEPT,
        key=key,
        said={"agreement": str(agreement.id)},
        judge=judge,
    )


def _write(actor: Actor, agreement: Ref, receipt: Receipt) -> None:
    Agreement.objects.filter(seller_id=agreement.seller_id, id=agreement.id).update(
        kept_by=receipt.entry, kept_at=receipt.at, kept_side=actor.side.value, next_at=None
    )
