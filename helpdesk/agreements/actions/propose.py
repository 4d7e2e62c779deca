"""Propose an agreement: terms that count once the other side confirms them."""

from datetime import datetime
from uuid import UUID

from helpdesk.agreements.actions.proposing import Terms, changed, proposed, said_of
from helpdesk.agreements.queries.clocks import answers_by_changing
from helpdesk.agreements.queries.days import due_of
from helpdesk.agreements.queries.money import currency_of
from helpdesk.agreements.rules import minor_of, refuse_unclear
from helpdesk.agreements.terms import MAX_WORDS, Kind, Proposal, Standing, What
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.shown import Price


def propose(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    proposal: Proposal,
    key: str,
    amends: UUID | None = None,
    confirmed: str | None = None,
) -> Posted:
    """One entry; nothing counts before the other side says yes. `amends` names one that it is to replace.

    The Buyer's starts the Seller's clock, unless one runs. A Seller's answers no question: it ends a clock
    only where it amends the Buyer's proposal that started it. `confirmed`: why the words are said so.
    Raises NotFound, Forbidden, Refused, Invalid, TooLarge, Conflict (the old one is over, or being changed,
    or too many wait), KeyReused, Busy.
    """
    words = text.storable(proposal.words, limit=MAX_WORDS, field="words").strip()
    refuse_unclear(proposal)

    def judge(thread: Thread, at: int) -> Saying:
        old = changed(thread=thread, amends=amends, at=from_us(at))
        terms = _terms(actor, thread, proposal, old, at)
        ends = old is not None and answers_by_changing(actor=actor, thread=thread, standing=old)
        return proposed(actor=actor, thread=thread, at=from_us(at), words=words, terms=terms, ends=ends)

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=Kind.PROPOSED,
        key=key,
        said=said_of(
            terms={
                "amends": amends,
                "amount": proposal.amount.strip(),
                "owed_by": proposal.owed_by.value,
                "type": proposal.type.value,
                "until": proposal.until,
            }
        ),
        words=words,
        confirmed=confirmed,
        judge=judge,
    )


def _terms(actor: Actor, thread: Thread, proposal: Proposal, old: Standing | None, at: int) -> Terms:
    currency = currency_of(actor=actor, conversation=thread.ref)
    minor = minor_of(amount=proposal.amount, currency=currency)
    until = proposal.until
    return Terms(
        what=What.AGREEMENT,
        type=proposal.type,
        owed_by=proposal.owed_by,
        amount=Price(minor=minor, currency=currency) if minor is not None else None,
        until=until,
        due=due_of(thread=thread, until=until, at=at) if until else None,
        old=old,
    )
