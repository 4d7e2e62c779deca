"""Keeping what was said of single questions, in the transaction of the entry that says it."""

from collections.abc import Sequence
from uuid import UUID

from helpdesk.archive.terms import Receipt
from helpdesk.conduct.rules import treat
from helpdesk.conversations import rules
from helpdesk.conversations.models import Tick
from helpdesk.conversations.queries.ticks import still_waiting
from helpdesk.conversations.rules import Reckoned
from helpdesk.conversations.terms import HowAnswered, Thread, Ticks
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Invalid


def reckoning(*, actor: Actor, thread: Thread, body: str, ticks: Ticks | None) -> Reckoned | None:
    """What a reply says of the questions that wait; None: its author was not shown them, or there are none.

    Two SQL statements, none without ticks. Raises Invalid, Conflict (a question does not wait any more).
    """
    if ticks is None:
        return None
    waiting = still_waiting(actor=actor, thread=thread)
    treated = treat(asked=waiting.asked, reply=body, questions=waiting.questions)
    found = rules.reckoned(ticks=ticks, waiting=waiting, treated=treated)
    return found if found.count else None


def keep_ticks(*, thread: Thread, receipt: Receipt, said: Reckoned) -> None:
    """Those of a seller's message."""
    _keep(
        thread,
        receipt,
        side=Side.SELLER.value,
        questions=said.count,
        answered=" ".join(said.ticks.answered),
        later=" ".join(said.ticks.later),
    )


def keep_word(
    *, thread: Thread, receipt: Receipt, answer: UUID, how: HowAnswered, left_open: Sequence[str]
) -> None:
    """The buyer's word on a message."""
    _keep(
        thread,
        receipt,
        side=Side.BUYER.value,
        of_id=answer,
        how=how.value,
        questions=len(left_open),
        left_open=" ".join(left_open),
    )


def left_open(*, thread: Thread, answer: UUID, questions: Sequence[str]) -> tuple[str, ...]:
    """Those that the buyer names, each once, of what an answer spoke of. One SQL statement if any are named.

    In the present scope. Raises Invalid.
    """
    if not questions:
        return ()
    here = Tick.objects.filter(seller_id=thread.ref.seller_id, id=answer).first()
    known = f"{here.answered} {here.later}".split() if here else []
    if not set(questions) <= set(known):
        raise Invalid("questions.unknown", field="questions")
    return tuple(dict.fromkeys(questions))


def facts_of_word(*, left_open: Sequence[str]) -> dict[str, int | str]:
    """How many questions the buyer names, and which."""
    return {"questions": len(left_open)} | ({"open": " ".join(left_open)} if left_open else {})


def _keep(thread: Thread, receipt: Receipt, **said: object) -> None:
    Tick.objects.create(
        seller_id=thread.ref.seller_id,
        id=receipt.entry,
        conversation_id=thread.ref.id,
        buyer_id=thread.buyer_id,
        at=receipt.at,
        **said,
    )
