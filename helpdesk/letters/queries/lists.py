"""Correspondences in lists: a side's own, and those at the desk. Never a word of them."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.letters.models import Letter
from helpdesk.letters.policies import can_see_queue
from helpdesk.letters.terms import PAGE, About, Closed, CloseReason, Line
from helpdesk.marketplace.models import Order
from helpdesk.marketplace.queries import buyers_of, seller_names


def correspondences(*, actor: Actor, limit: int = PAGE) -> list[Line]:
    """The side's own, the one written in last at the top. Seven SQL statements beside the scope's.

    Raises NotFound (whoever has no side).
    """
    if actor.side not in (Side.SELLER, Side.BUYER):
        raise NotFound("letter.not_found")
    with acting(actor):
        return lines(_latest(own(actor)).order_by("-at", "id")[:limit])


def waiting(*, actor: Actor, market: str | None = None, limit: int = PAGE) -> list[Line]:
    """What the Platform has to answer, what is due first at the top. Raises Forbidden."""
    _refuse(actor)
    with acting(actor):
        return lines(_waiting(market).order_by("due_at", "id")[:limit])


def waiting_count(*, actor: Actor, market: str | None = None) -> int:
    """How many wait. One SQL statement beside the scope's. Raises Forbidden."""
    _refuse(actor)
    with acting(actor):
        return _waiting(market).count()


def answered(*, actor: Actor, market: str | None = None, limit: int = PAGE) -> list[Line]:
    """What was answered, the latest first. Raises Forbidden."""
    _refuse(actor)
    done = Letter.objects.exclude(answered_by=None)
    with acting(actor):
        found = done if market is None else done.filter(market=market)
        return lines(found.order_by("-answered_at", "id")[:limit])


def closed(*, actor: Actor, market: str | None = None, limit: int = PAGE) -> list[Line]:
    """What was closed without an answer, the latest first. Raises Forbidden."""
    _refuse(actor)
    done = Letter.objects.exclude(closed_by=None)
    with acting(actor):
        found = done if market is None else done.filter(market=market)
        return lines(found.order_by("-closed_at", "id")[:limit])


def line_of(*, actor: Actor, correspondence: Ref) -> Line:
    """One correspondence as lists show it, for the desk. Raises Forbidden, NotFound."""
    _refuse(actor)
    with acting(actor):
        here = Letter.objects.filter(seller_id=correspondence.seller_id, chain=correspondence.id)
        found = lines(_latest(here))
    if not found:
        raise NotFound("letter.not_found")
    return found[0]


def of_file(*, actor: Actor, file: Ref) -> list[Line]:
    """Both sides' letters beside a thread, for the desk. Raises Forbidden."""
    _refuse(actor)
    with acting(actor):
        return lines(_latest(Letter.objects.filter(seller_id=file.seller_id, file_id=file.id)))


def own(actor: Actor) -> QuerySet[Letter]:
    """The letters of the actor's side, as row security decides it too."""
    if actor.seller_id is not None:
        return Letter.objects.filter(seller_id=actor.seller_id, of_side=Side.SELLER.value)
    return Letter.objects.filter(Q(buyer_id=actor.buyer_id), of_side=Side.BUYER.value)


def lines(rows: QuerySet[Letter]) -> list[Line]:
    """As lists show them; six SQL statements, in the present scope."""
    found = list(rows)
    last, waited = _last(found), _waited(found)
    files = threads_by_ref(refs={Ref(row.seller_id, row.file_id) for row in found})
    numbers = _numbers([row for row in found if row.order_id])
    sellers = seller_names(seller_ids={row.seller_id for row in found})
    buyers = buyers_of(buyers={row.buyer_id for row in found if row.buyer_id})
    return [
        _line(
            row,
            last[row.seller_id, row.chain],
            waited.get((row.seller_id, row.chain), row),
            files[file].title if (file := _file(row)) in files else numbers.get(row.order_id, ""),
            sellers.get(row.seller_id, ""),
            buyers.get(row.buyer_id, "") if row.buyer_id else "",
        )
        for row in found
    ]


def _line(row: Letter, last: Letter, waited: Letter, title: str, seller: str, buyer: str) -> Line:
    return Line(
        correspondence=Ref(row.seller_id, row.chain),
        file=_file(row),
        side=Side(row.of_side),
        about=About(row.about),
        order=Ref(row.seller_id, row.order_id) if row.order_id else None,
        title=title,
        seller=seller,
        buyer=buyer,
        market=row.market or "",
        last_at=last.at,
        last_side=Side(last.side),
        due_at=waited.due_at if waited.answered_by is None and waited.closed_by is None else None,
        closed=closed_of(waited),
    )


def closed_of(row: Letter) -> Closed | None:
    """Why nobody answers this one."""
    if row.closed_as is None or row.closed_at is None:
        return None
    return Closed(reason=CloseReason(row.closed_as), at=row.closed_at)


def _file(row: Letter) -> Ref:
    return Ref(row.seller_id, row.file_id)


def _last(rows: Sequence[Letter]) -> dict[tuple[int, UUID], Letter]:
    """The last letter of each correspondence."""
    mine = Letter.objects.filter(
        seller_id__in={row.seller_id for row in rows}, chain__in={row.chain for row in rows}
    )
    return {(row.seller_id, row.chain): row for row in _latest(mine)}


def _waited(rows: Sequence[Letter]) -> dict[tuple[int, UUID], Letter]:
    """Of those that never waited themselves, the latest of their correspondence that did."""
    others = [row for row in rows if row.due_at is None]
    mine = Letter.objects.filter(
        seller_id__in={row.seller_id for row in others},
        chain__in={row.chain for row in others},
        due_at__isnull=False,
    )
    return {(row.seller_id, row.chain): row for row in mine.order_by("n")}


def _latest(rows: QuerySet[Letter]) -> QuerySet[Letter]:
    later = Letter.objects.filter(
        seller_id=OuterRef("seller_id"), chain=OuterRef("chain"), n__gt=OuterRef("n")
    )
    return rows.exclude(Exists(later))


def _waiting(market: str | None) -> QuerySet[Letter]:
    waits = Q(due_at__isnull=False, answered_by=None, closed_by=None)
    return Letter.objects.filter(waits if market is None else waits & Q(market=market))


def _numbers(rows: Sequence[Letter]) -> dict[UUID | None, str]:
    orders = Order.objects.filter(
        seller_id__in={row.seller_id for row in rows}, id__in={row.order_id for row in rows}
    )
    return dict(orders.values_list("id", "number"))


def _refuse(actor: Actor) -> None:
    if not can_see_queue(actor=actor):
        raise Forbidden("letter.not_yours_to_see")
