"""Who read what, and why: readings by everybody, and what is open for oneself. Never a word of a file."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from helpdesk.accounts import queries as accounts
from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import threads_by_ref, threads_on
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import seller_names
from helpdesk.oversight.models import Reading
from helpdesk.oversight.policies import can_see_readings
from helpdesk.oversight.terms import ReadingShown, Reason

PAGE = 50


def readings(
    *,
    actor: Actor,
    limit: int = PAGE,
    after: tuple[datetime, UUID] | None = None,
    mine: bool = False,
    market: str | None = None,
) -> list[ReadingShown]:
    """Readings, the latest first, `mine` or everybody's; `after` is (starts_at, id) of the last one seen.

    Four SQL statements beside the scope's. Raises Forbidden.
    """
    if not can_see_readings(actor=actor):
        raise Forbidden("oversight.not_yours")
    rows = Reading.objects.filter(person_id=actor.person) if mine else Reading.objects.all()
    if market is not None:
        here = threads_on(market=market).filter(
            seller_id=OuterRef("seller_id"), id=OuterRef("conversation_id")
        )
        rows = rows.filter(Exists(here))
    if after is not None:
        rows = rows.filter(Q(starts_at__lt=after[0]) | Q(starts_at=after[0], id__lt=after[1]))
    with acting(actor):
        return _shown(rows.order_by("-starts_at", "-id")[:limit])


def readings_in_force(*, actor: Actor, now: datetime) -> list[ReadingShown]:
    """This administrator's own that still last, the one that ends first at the top; one per file.

    Four SQL statements beside the scope's. Raises Forbidden.
    """
    if not can_see_readings(actor=actor):
        raise Forbidden("oversight.not_yours")
    mine = Reading.objects.filter(person_id=actor.person, starts_at__lte=now, ends_at__gt=now)
    with acting(actor):
        rows = _shown(mine.order_by("ends_at", "id")[:PAGE])
    return list({row.conversation: row for row in rows}.values())


def _shown(rows: QuerySet[Reading]) -> list[ReadingShown]:
    found = list(rows)
    threads = threads_by_ref(refs={Ref(row.seller_id, row.conversation_id) for row in found})
    sellers = seller_names(seller_ids={row.seller_id for row in found})
    people = accounts.names_for_system(people={row.person_id for row in found})
    return [
        ReadingShown(
            id=row.id,
            person_id=row.person_id,
            person=people.get(row.person_id, ""),
            conversation=(ref := Ref(row.seller_id, row.conversation_id)),
            title=threads[ref].title if ref in threads else str(ref),
            seller=sellers.get(row.seller_id, ""),
            market=threads[ref].market if ref in threads else "",
            reason=Reason(row.reason),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
        )
        for row in found
    ]
