"""Ask for a check: the author of a refused text wants a person to look at it."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Audience, Chain, ChainName, Kept
from helpdesk.conversations import rules
from helpdesk.conversations.actions.attempts import locked
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.policies import can_ask_for_check
from helpdesk.conversations.queries.reviewing import market_of_thread, review_due
from helpdesk.conversations.terms import Kind
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import stand_in_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAsked:
    """The entry, and the instant until which a person looks at the text."""

    kept: Kept
    due_at: datetime


def ask_for_check(*, actor: Actor, now: datetime, attempt: Ref, key: str) -> CheckAsked:
    """On record beside the attempt, out of the other side's sight. No clock changes; a release corrects it.

    Raises NotFound (others' attempts too), Forbidden (who may not write there), Conflict (asked before, held
    anyway, or settled), KeyReused, Busy.
    """
    with acting(actor):
        row = locked(attempt=attempt)
        if not can_ask_for_check(actor=actor, side=Side(row.side)):
            raise Forbidden("check.not_yours")
        chain = _chain(actor, now, row)
        if row.check_due_at is not None:
            return CheckAsked(kept=_replayed(actor, row, chain, key), due_at=row.check_due_at)
        if row.settled_by is not None:
            raise Conflict("attempt.settled")
        market = row.market or market_of_thread(seller_id=row.seller_id, conversation=row.conversation_id)
        due = review_due(market=market, at=now)
        kept = archive.append(
            chain=chain,
            kind=Kind.CHECK,
            actor=actor,
            now=now,
            key=key,
            values=_values(row),
            facts=due.facts(),
            ref=[("asks", row.id)],
        )
        Attempt.objects.filter(seller_id=row.seller_id, id=row.id).update(
            check_by=kept.receipt.entry, check_at=kept.receipt.at, check_due_at=due.at
        )
    return CheckAsked(kept=kept, due_at=due.at)


def _values(row: Attempt) -> dict[str, bytes]:
    return {"attempt": canonical(str(Ref(row.seller_id, row.id)))}


def _replayed(actor: Actor, row: Attempt, chain: Chain, key: str) -> Kept:
    kept = replay_of(chain=chain, actor=actor, key=key, kind=Kind.CHECK, values=_values(row))
    if kept is None or kept.receipt.entry != row.check_by:
        raise Conflict("check.asked")
    return kept


def _chain(actor: Actor, now: datetime, row: Attempt) -> Chain:
    """That of the attempt itself, whether its thread was opened or not."""
    audience = Audience(row.audience)
    return Chain(
        seller_id=row.seller_id,
        id=rules.backstage(conversation=row.conversation_id, audience=audience),
        name=ChainName.BACKSTAGE,
        audience=audience,
        seller=stand_in_of(seller_id=row.seller_id),
        pair=marketplace.pair_of(actor=actor, now=now, seller_id=row.seller_id, buyer_id=row.buyer_id),
        buyer_id=row.buyer_id,
    )
