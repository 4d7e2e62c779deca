"""Dispute a verdict: a Seller says why an obligation should not count against the shop; a person decides."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept
from helpdesk.conversations.queries import ReviewDue, market_of_thread, review_due
from helpdesk.deadlines.terms import BUDGET_US
from helpdesk.kernel import clock, text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.standing.actions.publish_standing import chain_of
from helpdesk.standing.models import Dispute
from helpdesk.standing.policies import can_dispute, can_read_own
from helpdesk.standing.queries.ledgers import point_of
from helpdesk.standing.rules.disputing import is_against
from helpdesk.standing.terms import Kind, Point
from helpdesk.standing.terms.disputes import BUSINESS_DAYS, MAX_WORDS, Claim


def dispute_verdict(*, actor: Actor, now: datetime, point: Ref, claim: str, words: str, key: str) -> Kept:
    """The dispute's entry. It is decided within BUSINESS_DAYS of the market; the score moves by the decision
    alone. `claim` is one of `Claim`; words may be empty.

    Raises NotFound (for other shops and sides too), Forbidden (a reader), Invalid, TooLarge, KeyReused, Busy,
    and Conflict where nothing counts against the shop there, or the same verdict was disputed before.
    """
    if not can_read_own(actor=actor) or point.seller_id != actor.seller_id:
        raise NotFound("standing.not_found")
    if not can_dispute(actor=actor):
        raise Forbidden("dispute.not_yours")
    if claim not in list(Claim):
        raise Invalid("dispute.claim", field="claim")
    values = _values(point, claim, words)
    with acting(actor):
        chain = chain_of(seller_id=point.seller_id)
        hot.lock_chain(chain=chain.id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=Kind.DISPUTED, values=values):
            return kept
        of = _judged(point, now)
        market = market_of_thread(seller_id=point.seller_id, conversation=of.chain)
        due = review_due(market=market, at=now, budget=BUSINESS_DAYS * BUDGET_US)
        kept = archive.append(
            chain=chain,
            kind=Kind.DISPUTED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts=due.facts()
            | {"point": str(of.id), "claim": claim, "market": market, "conversation": str(of.chain)},
            ref=[("disputes", of.by)],
        )
        _row(kept, of, claim, market, due)
    return kept


def _values(point: Ref, claim: str, words: str) -> dict[str, bytes]:
    said = text.storable(words.strip(), limit=MAX_WORDS, field="words")
    asked = {"said": canonical({"claim": claim, "point": str(point)})}
    return asked | ({"words": said.encode()} if said else {})


def _judged(ref: Ref, now: datetime) -> Point:
    of = point_of(point=ref)
    if of is None:
        raise NotFound("standing.not_found")
    if not is_against(of, at=clock.to_us(now)):
        raise Conflict("dispute.nothing_against")
    mine = Dispute.objects.filter(seller_id=ref.seller_id, point_id=ref.id)
    if mine.filter(settled_by=None).exists() or mine.filter(verdict_by=of.by).exists():
        raise Conflict("dispute.disputed")
    return of


def _row(kept: Kept, of: Point, claim: str, market: str, due: ReviewDue) -> None:
    Dispute.objects.create(
        seller_id=kept.seller_id,
        id=kept.receipt.entry,
        point_id=of.id,
        chain=of.chain,
        verdict_by=of.by,
        market=market,
        claim=claim,
        at=kept.receipt.at,
        due_at=due.at,
    )
