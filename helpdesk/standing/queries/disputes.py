"""Disputes: a Seller's own with their words, and what waits at the desk without a word of it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Value
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.queries import seller_names
from helpdesk.standing.models import Dispute as Row
from helpdesk.standing.policies import can_read_own, can_see_disputes
from helpdesk.standing.queries.explained import costs
from helpdesk.standing.terms import Line
from helpdesk.standing.terms.disputes import Claim, Dispute, Outcome

_WORDS = "words"


def own_disputes(
    *, actor: Actor, limit: int, after: tuple[datetime, UUID] | None = None
) -> Sequence[Dispute]:
    """The shop's, the latest first, `after` one (its instant and id).

    Three SQL statements. Raises Forbidden.
    """
    if not can_read_own(actor=actor) or actor.seller_id is None:
        raise Forbidden("standing.own")
    with acting(actor):
        rows = Row.objects.filter(seller_id=actor.seller_id or 0)
        if after is not None:
            rows = rows.filter(Q(at__lt=after[0]) | Q(at=after[0], id__lt=after[1]))
        return _shown(rows.order_by("-at", "-id")[:limit], with_words=True)


def disputes_of(*, actor: Actor, points: Iterable[UUID]) -> dict[UUID, Dispute]:
    """The latest dispute of each of these obligations of the own shop. One SQL statement."""
    ids = list(points)
    if not ids or actor.seller_id is None:
        return {}
    with acting(actor):
        rows = Row.objects.filter(seller_id=actor.seller_id, point_id__in=ids)
        return {
            one.point.id: one for one in _shown(rows.order_by("at", "id"), with_words=False, with_names=False)
        }


def is_open_to_dispute(*, line: Line, last: Dispute | None) -> bool:
    """Whether this verdict, of the own shop, may be disputed: it costs something, and nobody did before."""
    if not costs(line=line):
        return False
    return last is None or (last.outcome is not None and last.verdict != line.point.by)


def disputes_of_point(*, actor: Actor, point: Ref) -> Sequence[Dispute]:
    """All of one obligation, in order, with their words, for whoever may see them. Three SQL statements."""
    with acting(actor):
        rows = Row.objects.filter(seller_id=point.seller_id, point_id=point.id)
        return _shown(rows.order_by("at", "id"), with_words=True)


def disputes_waiting(
    *, actor: Actor, limit: int, after: tuple[datetime, UUID] | None = None, market: str | None = None
) -> Sequence[Dispute]:
    """Those that nobody decided, what is due first at the top, `after` one (its due time and id).

    Two SQL statements. Raises Forbidden.
    """
    rows = _seen(actor, market).filter(settled_by=None)
    if after is not None:
        rows = rows.filter(Q(due_at__gt=after[0]) | Q(due_at=after[0], id__gt=after[1]))
    with acting(actor):
        return _shown(rows.order_by("due_at", "id")[:limit], with_words=False)


def disputes_settled(*, actor: Actor, limit: int, market: str | None = None) -> Sequence[Dispute]:
    """The latest decisions. Two SQL statements. Raises Forbidden."""
    rows = _seen(actor, market).filter(settled_by__isnull=False)
    with acting(actor):
        return _shown(rows.order_by("-settled_at", "id")[:limit], with_words=False)


def count_disputes_waiting(*, actor: Actor, market: str | None = None) -> int:
    """How many wait. One SQL statement. Raises Forbidden."""
    rows = _seen(actor, market).filter(settled_by=None)
    with acting(actor):
        return rows.count()


def dispute_of(*, actor: Actor, dispute: Ref, with_words: bool = True) -> Dispute:
    """One, of the own shop or at the desk. Three SQL statements. Raises NotFound for all others.

    Of administrators whoever asks for the words has seen a reading in force (oversight.queries.read_dispute).
    """
    mine = actor.side is Side.SELLER and actor.seller_id == dispute.seller_id
    if not (mine or can_see_disputes(actor=actor)):
        raise NotFound("dispute.not_found")
    with acting(actor):
        rows = Row.objects.filter(seller_id=dispute.seller_id, id=dispute.id)
        found = _shown(rows, with_words=with_words)
    if not found:
        raise NotFound("dispute.not_found")
    return found[0]


def _seen(actor: Actor, market: str | None) -> QuerySet[Row]:
    if not can_see_disputes(actor=actor):
        raise Forbidden("dispute.not_yours_to_see")
    return Row.objects.all() if market is None else Row.objects.filter(market=market)


def _shown(rows: QuerySet[Row], *, with_words: bool, with_names: bool = True) -> list[Dispute]:
    found = list(rows)
    names = seller_names(seller_ids={row.seller_id for row in found}) if found and with_names else {}
    entries = {Ref(row.seller_id, id) for row in found for id in (row.id, row.settled_by) if id}
    said = words_of(entries=entries) if with_words and entries else {}
    return [_one(row, names.get(row.seller_id, ""), said) for row in found]


def words_of(*, entries: Collection[Ref]) -> dict[UUID, str]:
    """What stands in these entries for their readers, where it was not erased, in the present scope."""
    rows = Value.objects.filter(
        seller_id__in={one.seller_id for one in entries},
        entry_id__in=[one.id for one in entries],
        name=_WORDS,
    )
    return {id: bytes(value).decode() for id, value in rows.values_list("entry_id", "value")}


def _one(row: Row, seller: str, said: dict[UUID, str]) -> Dispute:
    return Dispute(
        ref=Ref(row.seller_id, row.id),
        point=Ref(row.seller_id, row.point_id),
        conversation=Ref(row.seller_id, row.chain),
        verdict=row.verdict_by,
        seller=seller,
        market=row.market,
        claim=Claim(row.claim),
        at=row.at,
        due_at=row.due_at,
        settled_at=row.settled_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        reason=row.reason or "",
        words=said.get(row.id, ""),
        answer=said.get(row.settled_by, "") if row.settled_by else "",
    )
