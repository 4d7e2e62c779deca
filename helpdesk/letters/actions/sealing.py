"""What all letters share: one entry on the correspondence's chain, one row, and the wait for an answer."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, ChainName, Kept
from helpdesk.conversations import rules as words
from helpdesk.conversations.queries import ReviewDue, review_due
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.letters import rules
from helpdesk.letters.models import Letter
from helpdesk.letters.terms import ANSWER_BUDGET_US, MAX_LETTER, Kind, Place, Written


def kept_letter(*, actor: Actor, now: datetime, place: Place, draft: str, key: str) -> Written:
    """Kept, or the replay of it. A side's letter waits unless one does already; the Platform's answers it.

    Raises Invalid, TooLarge, KeyReused, Busy.
    """
    body = text.storable(draft, limit=MAX_LETTER, field="text")
    if code := words.refusal_of(text=body):
        raise Invalid(code, field="text")
    values = {"body": body.encode()}
    with acting(actor):
        chain = chain_of(place=place)
        hot.lock_chain(chain=chain.id)
        kept = replay_of(chain=chain, actor=actor, key=key, kind=Kind.LETTER, values=values)
        if kept is None:
            kept = _kept(actor, now, place, chain, values, key)
    return Written(correspondence=Ref(chain.seller_id, chain.id), kept=kept)


def chain_of(*, place: Place) -> Chain:
    """One side's letters beside a thread; the other side sees nothing of it."""
    return Chain(
        seller_id=place.file.seller_id,
        id=rules.correspondence(file=place.file.id, side=place.side),
        name=ChainName.BACKSTAGE,
        audience=rules.audience_of(side=place.side),
        seller=place.seller,
        pair=place.pair,
        buyer_id=place.buyer_id,
    )


def _kept(
    actor: Actor, now: datetime, place: Place, chain: Chain, values: dict[str, bytes], key: str
) -> Kept:
    waits = waiting_letter(chain=chain)
    is_answer = actor.side is Side.ADMINISTRATOR
    due = None if is_answer or waits else _due(place.market, now)
    kept = archive.append(
        chain=chain,
        kind=Kind.LETTER,
        actor=actor,
        now=now,
        key=key,
        values=values,
        facts=_facts(actor, place) | (due.facts() if due else {}),
        ref=[("answers", waits)] if is_answer and waits else [],
    )
    if is_answer and waits:
        Letter.objects.filter(seller_id=chain.seller_id, id=waits).update(
            answered_by=kept.receipt.entry, answered_at=kept.receipt.at
        )
    _row(actor, place, chain, kept, due)
    return kept


def waiting_letter(*, chain: Chain) -> UUID | None:
    """The letter that waits for the Platform, if one does. One SQL statement, under the chain's lock."""
    mine = Letter.objects.filter(seller_id=chain.seller_id, chain=chain.id, due_at__isnull=False)
    return mine.filter(answered_by=None, closed_by=None).values_list("id", flat=True).first()


def _due(market: str | None, now: datetime) -> ReviewDue:
    if market is None:  # a shop of a country without a market: every hour counts
        return ReviewDue(at=from_us(to_us(now) + ANSWER_BUDGET_US))
    return review_due(market=market, at=now, budget=ANSWER_BUDGET_US)


def _facts(actor: Actor, place: Place) -> dict[str, int | str]:
    said: dict[str, int | str] = {
        "about": place.about.value,
        "file": str(place.file.id),
        "language": actor.language,
        "side": place.side.value,
    }
    named = {"order": place.order, "market": place.market}
    return said | {name: str(value) for name, value in named.items() if value is not None}


def _row(actor: Actor, place: Place, chain: Chain, kept: Kept, due: ReviewDue | None) -> None:
    Letter.objects.create(
        seller_id=chain.seller_id,
        id=kept.receipt.entry,
        chain=chain.id,
        n=kept.n,
        file_id=place.file.id,
        buyer_id=place.buyer_id,
        audience=chain.audience,
        of_side=place.side.value,
        side=actor.side.value,
        about=place.about.value,
        order_id=place.order,
        market=place.market,
        language=actor.language,
        at=kept.receipt.at,
        due_at=due.at if due else None,
    )
