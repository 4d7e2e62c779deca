"""Confirm a refusal: a reviewer finds it right. What was refused was never sent, and answers nothing."""

from collections.abc import Mapping
from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Audience, Kept
from helpdesk.conversations.actions.attempts import locked, settle_attempt
from helpdesk.conversations.policies import can_settle
from helpdesk.conversations.queries.attempts import backstage_chain
from helpdesk.conversations.terms import Kind, Outcome
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden


def confirm_attempt(
    *,
    actor: Actor,
    now: datetime,
    attempt: Ref,
    key: str,
    facts: Mapping[str, int | str] | None = None,
    values: Mapping[str, bytes] | None = None,
) -> Kept:
    """The entry, beside the attempt's own, out of the other side's sight. No clock changes.

    `facts` and `values` are what the review adds: what it counts as, and why.
    Raises Forbidden, NotFound, Conflict (settled before), KeyReused, Busy.
    """
    if not can_settle(actor=actor):
        raise Forbidden("attempt.not_yours")
    said = {"attempt": canonical(str(attempt)), **(values or {})}
    with acting(actor):
        row = locked(attempt=attempt)
        conversation = Ref(row.seller_id, row.conversation_id)
        chain = backstage_chain(conversation=conversation, audience=Audience(row.audience))
        if row.settled_by is not None:
            kept = replay_of(chain=chain, actor=actor, key=key, kind=Kind.CONFIRMED, values=said)
            if kept is None or kept.receipt.entry != row.settled_by:
                raise Conflict("attempt.settled")
            return kept
        kept = archive.append(
            chain=chain,
            kind=Kind.CONFIRMED,
            actor=actor,
            now=now,
            key=key,
            values=said,
            facts={**(facts or {}), "settled": Outcome.CONFIRMED.value},
            ref=[("settles", row.id)],
        )
        settle_attempt(row=row, receipt=kept.receipt, outcome=Outcome.CONFIRMED)
    return kept
