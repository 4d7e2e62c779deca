"""Settle a dispute: a person who did not make the verdict says what the obligation counts as."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.standing.actions.publish_standing import chain_of
from helpdesk.standing.actions.ruling import said_why
from helpdesk.standing.models import Dispute
from helpdesk.standing.policies import can_settle
from helpdesk.standing.queries.judges import judges_of
from helpdesk.standing.rules.disputing import fits
from helpdesk.standing.terms import Kind
from helpdesk.standing.terms.disputes import Outcome


def settle_dispute(
    *, actor: Actor, now: datetime, dispute: Ref, outcome: str, words: str, key: str, reason: str = ""
) -> Kept:
    """The decision's entry, which the Seller's side reads with its words. The score follows it.

    `reason` is one that fits the outcome (rules.disputing.fits). Raises NotFound (for the other sides too),
    Forbidden (not a reviewer or compliance; who made the verdict), Invalid, TooLarge, KeyReused, Busy, and
    Conflict where somebody decided before.
    """
    if not can_settle(actor=actor):
        raise Forbidden("dispute.not_yours_to_settle")
    if outcome not in list(Outcome):
        raise Invalid("dispute.outcome", field="outcome")
    if not fits(outcome=outcome, reason=reason):
        raise Invalid("dispute.reason", field="reason")
    asked = {"dispute": str(dispute), "outcome": outcome, "reason": reason}
    values = {"said": canonical(asked), "words": said_why(words=words)}
    with acting(actor):
        chain = chain_of(seller_id=dispute.seller_id)
        hot.lock_chain(chain=chain.id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=Kind.SETTLED, values=values):
            return kept
        row = _judged(actor, dispute)
        kept = archive.append(
            chain=chain,
            kind=Kind.SETTLED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts={"point": str(row.point_id), "outcome": outcome} | ({"reason": reason} if reason else {}),
            ref=[("settles", row.id)],
        )
        _close(row, kept, outcome, reason)
    return kept


def _judged(actor: Actor, dispute: Ref) -> Dispute:
    row = Dispute.objects.filter(seller_id=dispute.seller_id, id=dispute.id).first()
    if row is None:
        raise NotFound("dispute.not_found")
    if row.settled_by is not None:
        raise Conflict("dispute.settled")
    if actor.person in judges_of(row=row):
        raise Forbidden("dispute.own_verdict")
    return row


def _close(row: Dispute, kept: Kept, outcome: str, reason: str) -> None:
    Dispute.objects.filter(seller_id=row.seller_id, id=row.id).update(
        settled_by=kept.receipt.entry, settled_at=kept.receipt.at, outcome=outcome, reason=reason or None
    )
