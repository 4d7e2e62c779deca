"""Lists of reports: a side's own, and what waits at the desk. No list shows a word of them."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.models import Order
from helpdesk.marketplace.queries import buyers_of, seller_names
from helpdesk.reports.models import Report
from helpdesk.reports.policies import can_see_queue, visible_to
from helpdesk.reports.terms import OTHER_SIDE, PAGE, About, Channel, Found, Line, Outcome, Settled, What


def own(*, actor: Actor, limit: int = PAGE) -> list[Line]:
    """The reports of the actor's side, the latest first. Raises Forbidden for those who have none."""
    if actor.side not in OTHER_SIDE:
        raise Forbidden("report.not_yours")
    with acting(actor):
        return lines(Report.objects.filter(visible_to(actor=actor)).order_by("-at", "id")[:limit])


def waiting(*, actor: Actor, market: str | None = None, limit: int = PAGE) -> list[Line]:
    """What nobody has decided yet: the most urgent first, and last those of whoever abused reports before.

    Raises Forbidden.
    """
    with acting(_desk(actor)):
        return lines(_waiting(market).order_by("ranks_last", "due_at", "id")[:limit])


def waiting_count(*, actor: Actor, market: str | None = None) -> int:
    """How many wait, of one market or of all. Raises Forbidden."""
    with acting(_desk(actor)):
        return _waiting(market).count()


def settled(*, actor: Actor, market: str | None = None, limit: int = PAGE) -> list[Line]:
    """What was decided, the latest first. Raises Forbidden."""
    done = Report.objects.exclude(settled_by=None)
    with acting(_desk(actor)):
        found = done if market is None else done.filter(market=market)
        return lines(found.order_by("-settled_at", "id")[:limit])


def line_of(*, actor: Actor, report: Ref) -> Line:
    """One report without a word of it, for the desk and for its own side. Raises NotFound for the others."""
    if actor.side in OTHER_SIDE or can_see_queue(actor=actor):
        with acting(actor):
            here = Report.objects.filter(visible_to(actor=actor), seller_id=report.seller_id, id=report.id)
            found = lines(here)
        if found:
            return found[0]
    raise NotFound("report.not_found")


def lines(rows: QuerySet[Report]) -> list[Line]:
    """As lists show them; five SQL statements, in the present scope."""
    found = list(rows)
    threads = threads_by_ref(refs={Ref(row.seller_id, row.file_id) for row in found})
    numbers = _numbers([row for row in found if row.order_id])
    sellers = seller_names(seller_ids={row.seller_id for row in found})
    buyers = buyers_of(buyers={row.buyer_id for row in found})
    lines = []
    for row in found:
        thread = threads.get(Ref(row.seller_id, row.file_id))
        title = thread.title if thread else numbers.get(row.order_id, "")
        names = sellers.get(row.seller_id, ""), buyers.get(row.buyer_id, "")
        lines.append(_line(row, title, names, is_thread=thread is not None))
    return lines


def settled_of(row: Report) -> Settled | None:
    """The outcome without its reason, which stands in the Archive."""
    if row.settled_by is None or row.settled_at is None or row.outcome is None:
        return None
    return Settled(
        entry=row.settled_by,
        at=row.settled_at,
        outcome=Outcome(row.outcome),
        found=Found(row.found) if row.found else None,
        warned=row.warned,
        last_until=row.last_until,
    )


def _line(row: Report, title: str, names: tuple[str, str], *, is_thread: bool) -> Line:
    return Line(
        report=Ref(row.seller_id, row.id),
        file=Ref(row.seller_id, row.file_id),
        chain=row.chain,
        side=Side(row.of_side),
        about=About(row.about),
        what=What(row.what),
        channel=Channel(row.channel),
        order=Ref(row.seller_id, row.order_id) if row.order_id else None,
        message=row.message_id,
        n=row.message_n,
        title=title,
        seller=names[0],
        buyer=names[1],
        market=row.market,
        is_thread=is_thread,
        at=row.at,
        due_at=row.due_at,
        ranks_last=row.ranks_last,
        settled=settled_of(row),
    )


def _waiting(market: str | None) -> QuerySet[Report]:
    rows = Report.objects.filter(settled_by=None)
    return rows if market is None else rows.filter(market=market)


def _numbers(rows: Sequence[Report]) -> dict[UUID | None, str]:
    orders = Order.objects.filter(
        seller_id__in={row.seller_id for row in rows}, id__in={row.order_id for row in rows}
    )
    return dict(orders.values_list("id", "number"))


def _desk(actor: Actor) -> Actor:
    if not can_see_queue(actor=actor):
        raise Forbidden("report.not_yours_to_see")
    return actor
