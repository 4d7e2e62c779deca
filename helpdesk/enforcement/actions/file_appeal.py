"""File an appeal: a Seller says why a measure or a violation is wrong; another person decides."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Kept
from helpdesk.conversations.queries import ReviewDue, review_due
from helpdesk.deadlines.terms import BUDGET_US
from helpdesk.enforcement.actions.stay_measure import stay_measure
from helpdesk.enforcement.models import Appeal
from helpdesk.enforcement.policies import can_appeal, can_read_own
from helpdesk.enforcement.queries.appeals import subject_of
from helpdesk.enforcement.queries.chains import sellers_chain
from helpdesk.enforcement.queries.sellers import market_of
from helpdesk.enforcement.rules.appeals import appeal_terms
from helpdesk.enforcement.terms.appeals import MAX_APPEAL, Against, AppealEntry, Subject
from helpdesk.kernel import clock, text
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.marketplace import actions as marketplace


def file_appeal(
    *, actor: Actor, now: datetime, against: str, subject: Ref, words: str, key: str, stay: bool = False
) -> Kept:
    """The appeal's entry. Asked to `stay`, a measure that may stand still does so from this instant.

    Raises NotFound (for other shops and sides too), Forbidden (a reader), Invalid, TooLarge, KeyReused, Busy,
    and Conflict: too late, appealed before, or nothing is left to appeal against.
    """
    if not can_read_own(actor=actor) or actor.seller_id != subject.seller_id:
        raise NotFound("appeal.not_found")
    if not can_appeal(actor=actor):
        raise Forbidden("appeal.not_yours")
    if against not in list(Against):
        raise NotFound("appeal.not_found")
    values = _values(against, subject, words, stay=stay)
    with acting(SYSTEM):
        subject_of(against=Against(against), subject=subject)
        at = marketplace.lock_seller(actor=SYSTEM, now=now, seller_id=subject.seller_id)
        chain = sellers_chain(seller_id=subject.seller_id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=AppealEntry.FILED, values=values):
            return kept
        of = subject_of(against=Against(against), subject=subject)
        _judge(of, at)
        due, stays = _due(subject.seller_id, at), stay and of.may_stand_still(at=at)
        kept = archive.append(
            chain=chain,
            kind=AppealEntry.FILED,
            actor=actor,
            now=at,
            key=key,
            values=values,
            facts=due.facts() | {"against": against, "code": of.code, "stays": int(stays)},
            ref=[("appeals", subject.id)],
        )
        _row(kept, of, due, stays=stays)
        if stays:
            entry = kept.receipt.entry
            stay_measure(actor=SYSTEM, now=at, measure=subject, because_of=entry, key=f"appeal/{entry}")
    return kept


def _values(against: str, subject: Ref, words: str, *, stay: bool) -> dict[str, bytes]:
    said = text.storable(words.strip(), limit=MAX_APPEAL, field="words")
    if not text.is_visible(said):
        raise Invalid("appeal.words", field="words")
    asked = {"against": against, "stay": int(stay), "subject": str(subject)}
    return {"said": canonical(asked), "words": said.encode()}


def _judge(of: Subject, at: datetime) -> None:
    if of.is_gone:
        raise Conflict("appeal.nothing_left")
    if at >= of.until:
        raise Conflict("appeal.too_late")
    if Appeal.objects.filter(seller_id=of.ref.seller_id, subject_id=of.ref.id).exists():
        raise Conflict("appeal.appealed")


def _due(seller_id: int, at: datetime) -> ReviewDue:
    """On the business days of the market at the Seller's home; without one every hour counts."""
    budget = appeal_terms().business_days * BUDGET_US
    market = market_of(seller_id=seller_id)
    if market is None:
        return ReviewDue(at=clock.from_us(clock.to_us(at) + budget))
    return review_due(market=market, at=at, budget=budget)


def _row(kept: Kept, of: Subject, due: ReviewDue, *, stays: bool) -> None:
    Appeal.objects.create(
        seller_id=kept.seller_id,
        id=kept.receipt.entry,
        against=of.against.value,
        subject_id=of.ref.id,
        code=of.code,
        stays=stays,
        at=kept.receipt.at,
        due_at=due.at,
    )
