"""What has been named but has not arrived: the list that the operator sends to whoever feeds the mirror."""

from typing import Any
from uuid import UUID

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.marketplace.policies import can_see_incomplete
from helpdesk.marketplace.terms.kinds import Kind, Name
from helpdesk.marketplace.terms.stubs import Incomplete, IncompletePage, Place

PAGE = 50
EXAMPLES = 5  # records named per stub; there may be thousands

_STUBS = """
    SELECT d.since, d.kind, d.external_id, d.seller_id, d.id, m.named, m.waiting, m.kinds, m.ids,
           (SELECT count(*) FROM marketplace_external_id WHERE version_order = -1 AND kind <> 'person')
    FROM (
        SELECT * FROM marketplace_external_id
        WHERE version_order = -1 AND kind <> 'person'
        AND (since, kind, external_id) > (%s::timestamptz, %s::text, %s::text)
        ORDER BY since, kind, external_id LIMIT %s
    ) d
    CROSS JOIN LATERAL (
        SELECT count(*) AS named, count(*) FILTER (WHERE record <> '') AS waiting,
               (array_agg(by_kind ORDER BY by_kind, by_id))[:%s] AS kinds,
               (array_agg(by_id ORDER BY by_kind, by_id))[:%s] AS ids
        FROM marketplace_mention m WHERE m.kind = d.kind AND m.external_id = d.external_id
    ) m
    ORDER BY d.since, d.kind, d.external_id
"""


def incomplete(*, actor: Actor, limit: int = PAGE, after: str = "") -> IncompletePage:
    """Stubs, the one that has waited longest first; `after` is the `next` of the page before.

    For administrators and the Platform. One SQL statement beside the scope's. Raises Forbidden, Invalid (a
    cursor that is none of ours).
    """
    if not can_see_incomplete(actor):
        raise Forbidden("record.platform_only")
    place = _place(after)
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_STUBS, [*place, limit + 1, EXAMPLES, EXAMPLES])
        rows = cursor.fetchall()
    stubs = [_shown(*row[:-1]) for row in rows[:limit]]
    return IncompletePage(
        data=stubs,
        total=rows[0][-1] if rows else 0,
        next=str(stubs[-1].place) if len(rows) > limit else "",
    )


def _place(after: str) -> tuple[Any, ...]:
    if not after:
        return clock.from_us(0), "", ""
    try:
        place = Place.parse(after)
    except ValueError:
        raise Invalid("input.cursor") from None
    return clock.from_us(place.since_us), place.kind, place.external_id


def _shown(
    since: Any,
    kind: str,
    external_id: str,
    seller_id: int,
    id: UUID,
    named: int,
    waiting: int,
    kinds: list[str] | None,
    ids: list[str] | None,
) -> Incomplete:
    return Incomplete(
        name=Name(Kind(kind), external_id),
        ref=Ref(seller_id, id) if seller_id and kind in (Kind.OFFER, Kind.ORDER) else None,
        since=since,
        named_by=named,
        waiting=waiting,
        examples=[Name(Kind(by), other) for by, other in zip(kinds or (), ids or (), strict=True)],
    )
