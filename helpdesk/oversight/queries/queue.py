"""The review queue: what waits for a person, the most urgent first; never a word of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.queries import held_rows
from helpdesk.conduct import queries as conduct
from helpdesk.conduct.terms import Waits
from helpdesk.conversations.queries import threads_by_ref, threads_on, unsettled_attempts
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import seller_names
from helpdesk.oversight.policies import can_review
from helpdesk.oversight.terms import Item

QUEUE = 25  # items that a page shows
_URGENT = frozenset({Waits.HELD, Waits.CHECK, Waits.FILE})  # somebody waits for the decision


def review_queue(*, actor: Actor, now: datetime, limit: int = QUEUE, market: str | None = None) -> list[Item]:
    """Held and asked for first, by when they are due; then what was found; then samples of what looked clean.

    Seven SQL statements beside the scope's, however much waits. Raises Forbidden.
    """
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    with acting(actor):
        files, verdicts = _files(limit, market), _verdicts(now, limit, market)
        found = [*_attempts(limit, market), *(verdicts | files).values(), *_samples(limit, market)]
        return _named(sorted(found, key=_urgency)[:limit])


def review_queue_length(*, actor: Actor, now: datetime, market: str | None = None) -> int:
    """How much waits. Four SQL statements beside the scope's. Raises Forbidden."""
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    with acting(actor):
        verdicts = _here(conduct.verdicts_to_review(now=now), "chain", market)
        verdicts = verdicts.exclude(entry_id__in=held_rows().values("examined_by"))
        return (
            _here(unsettled_attempts(), "conversation_id", market).count()
            + verdicts.values("seller_id", "entry_id").distinct().count()
            + _here(held_rows(), "chain", market).count()
            + _here(conduct.samples_to_read(), "chain", market).count()
        )


def _urgency(item: Item) -> tuple[object, ...]:
    if item.waits in _URGENT:
        return 0, item.due_at or item.at, item.ref
    return 2 if item.waits is Waits.CLEAN else 1, item.at, item.ref


def _attempts(limit: int, market: str | None) -> list[Item]:
    rows = _here(unsettled_attempts(), "conversation_id", market)
    asked = rows.filter(check_by__isnull=False).order_by("check_due_at", "id")[:limit]
    others = rows.filter(check_by=None).order_by("at", "id")[:limit]
    return [_attempt(row) for row in (*asked, *others)]


def _attempt(row: Any) -> Item:
    return Item(
        ref=Ref(row.seller_id, row.id),
        waits=attempt_waits(row=row),
        conversation=Ref(row.seller_id, row.conversation_id),
        side=Side(row.side),
        at=row.check_at or row.at,
        due_at=row.check_due_at,
        market=row.market or "",
    )


def attempt_waits(*, row: Any) -> Waits:
    """Why a refused text waits: one that was held is its own request for a check."""
    if row.check_by is None:
        return Waits.REFUSED
    return Waits.HELD if row.check_by == row.id else Waits.CHECK


def _files(limit: int, market: str | None) -> dict[Ref, Item]:
    """By the entry that says that they are held."""
    rows = _here(held_rows(), "chain", market).order_by("examined_at", "id")[:limit]
    return {
        Ref(row.seller_id, row.examined_by): Item(
            ref=Ref(row.seller_id, row.examined_by),
            waits=Waits.FILE,
            conversation=Ref(row.seller_id, row.chain),
            side=Side(row.side),
            at=row.examined_at,
        )
        for row in rows
    }


def _verdicts(now: datetime, limit: int, market: str | None) -> dict[Ref, Item]:
    rows = _here(conduct.verdicts_to_review(now=now), "chain", market).order_by("at", "id")[:limit]
    return {
        Ref(row.seller_id, row.entry_id): Item(
            ref=Ref(row.seller_id, row.entry_id),
            waits=conduct.waits_as(source=row.source),
            conversation=Ref(row.seller_id, row.chain),
            side=Side(row.side),
            at=row.at,
        )
        for row in reversed(rows)  # of several verdicts on one entry the first says why it waits
    }


def _samples(limit: int, market: str | None) -> list[Item]:
    rows = _here(conduct.samples_to_read(), "chain", market).order_by("at", "id")[:limit]
    return [
        Item(
            ref=Ref(row.seller_id, row.id),
            waits=Waits.CLEAN,
            conversation=Ref(row.seller_id, row.chain),
            side=Side(row.side),
            at=row.at,
        )
        for row in rows
    ]


def _here(rows: QuerySet[Any], column: str, market: str | None) -> QuerySet[Any]:
    """Those of one market's threads; what has no thread yet is everybody's."""
    threads = threads_on(market=market).filter(seller_id=OuterRef("seller_id"), id=OuterRef(column))
    return rows.filter(Exists(threads))


def _named(items: Sequence[Item]) -> list[Item]:
    """With what they are about; two SQL statements."""
    threads = threads_by_ref(refs={item.conversation for item in items})
    sellers = seller_names(seller_ids={item.ref.seller_id for item in items})
    return list(_titled(items, threads, sellers))


def _titled(items: Iterable[Item], threads: Any, sellers: dict[int, str]) -> Iterable[Item]:
    for item in items:
        thread = threads.get(item.conversation)
        yield Item(
            ref=item.ref,
            waits=item.waits,
            conversation=item.conversation,
            side=item.side,
            at=item.at,
            due_at=item.due_at,
            title=thread.title if thread else "",
            seller=sellers.get(item.ref.seller_id, ""),
            market=thread.market if thread else item.market,
        )
