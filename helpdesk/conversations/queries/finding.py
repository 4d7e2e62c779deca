"""Finding threads by who and about what they are, never by what was said in them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Lower

from helpdesk.conversations.models import BuyerInbox, Conversation
from helpdesk.conversations.queries.imports import with_imports
from helpdesk.kernel.ids import Ref

_LAST = "\U0010ffff"  # sorts behind every continuation of a beginning


def threads_about(
    *,
    limit: int,
    beginning: str = "",
    thread: Ref | None = None,
    order: Ref | None = None,
    sellers: Iterable[int] = (),
    buyers: Iterable[UUID] = (),
    market: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[Conversation]:
    """Threads of the present scope to which any of the clues leads, the latest first.

    `beginning` is that of a title (an order's number, or the offer's title), whatever the case; the other
    clues are exact. Two SQL statements: each clue has an index, also under row security. Of those found,
    `since` and `until` (half-open) keep the threads that lived then.
    """
    clues = _beginning(beginning) | Q(seller_id__in=list(sellers))
    if thread is not None:
        clues |= Q(seller_id=thread.seller_id, id=thread.id)
    if order is not None:
        clues |= Q(seller_id=order.seller_id, order_id=order.id)
    if places := _of_buyers(buyers, limit):
        clues |= Q(pk__in=places)
    found = _kept(Conversation.objects.filter(clues), market, since, until)
    return list(with_imports(found).order_by("-last_at", "-id")[:limit])


def threads_between(
    *, limit: int, since: datetime | None, until: datetime | None, market: str | None = None
) -> list[Conversation]:
    """Threads of the present scope that lived then (half-open), begun last at the top. One SQL statement."""
    found = _kept(Conversation.objects.all(), market, since, until)
    return list(with_imports(found).order_by("-started_at", "-id")[:limit])


def _kept(
    found: QuerySet[Conversation], market: str | None, since: datetime | None, until: datetime | None
) -> QuerySet[Conversation]:
    if market is not None:
        found = found.filter(market=market)
    if since is not None:
        found = found.filter(last_at__gte=since)
    return found if until is None else found.filter(started_at__lt=until)


def threads_by_ref(*, refs: Iterable[Ref]) -> dict[Ref, Conversation]:
    """Threads of the present scope, those that are there. One SQL statement."""
    places = [(one.seller_id, one.id) for one in refs]
    rows = Conversation.objects.filter(pk__in=places) if places else Conversation.objects.none()
    return {Ref(row.seller_id, row.id): row for row in with_imports(rows)}


def threads_on(*, market: str | None) -> QuerySet[Conversation]:
    """Threads of one market (None: of all), for a subquery of rooms above; row security applies."""
    rows = Conversation.objects.all()
    return rows if market is None else rows.filter(market=market)


def _beginning(words: str) -> Q:
    """Between the words and the last text that begins with them: comparisons may use an index where row
    security forbids LIKE to.
    """
    if not words:
        return Q(pk__in=[])
    return Q(title_folded__gte=Lower(Value(words)), title_folded__lt=Lower(Value(words + _LAST)))


def _of_buyers(buyers: Iterable[UUID], limit: int) -> Sequence[tuple[int, UUID]]:
    ids = list(buyers)
    if not ids:
        return []
    lines = BuyerInbox.objects.filter(buyer_id__in=ids).order_by("-last_at")
    return list(lines.values_list("seller_id", "conversation_id")[:limit])
