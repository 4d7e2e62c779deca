"""What a mail tells, and whether its reader still wants it."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications.queries.readers import readers_of
from helpdesk.notifications.terms import Kind, Line, Reader

_LINES = """
    SELECT n.seller_id, n.id, n.kind, n.side, n.conversation_id, n.subject_id, n.at, n.read_at,
           coalesce(v.effective_on, k.effective_on)
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN notifications_notice n ON n.seller_id = a.seller_id AND n.id = a.id
    LEFT JOIN standing_weights v ON n.kind = 'weights' AND v.entry_id = n.subject_id
    LEFT JOIN enforcement_tracks k ON n.kind = 'tracks' AND k.entry_id = n.subject_id
    ORDER BY n.at, n.id
"""
_ADDRESS = "SELECT coalesce(email, ''), language FROM accounts_person WHERE id = %s AND disabled_at IS NULL"


def lines_of(*, notices: Sequence[tuple[int, UUID]]) -> list[Line]:
    """These notices (seller_id, id), the earliest first, in the present scope. One SQL statement."""
    with connection.cursor() as cursor:
        cursor.execute(_LINES, [[seller for seller, _ in notices], [id for _, id in notices]])
        return [
            Line(
                id=Ref(seller_id, id),
                kind=Kind(kind),
                side=Side(side),
                conversation=Ref(seller_id, conversation),
                subject=subject,
                at=at,
                read_at=read_at,
                applies_on=applies_on,
            )
            for seller_id, id, kind, side, conversation, subject, at, read_at, applies_on in cursor.fetchall()
        ]


def address_of(*, person: UUID) -> tuple[str, str]:
    """Address and language; no address: none is known, or the account is closed. One SQL statement."""
    with connection.cursor() as cursor:
        cursor.execute(_ADDRESS, [person])
        return cursor.fetchone() or ("", "")


def reader_of(*, person: UUID, lines: Sequence[Line]) -> dict[Ref, Reader]:
    """By notice, the person in the hat that it is for; who has left the team is not there. One statement."""
    found = readers_of(
        sellers=[*{line.id.seller_id for line in lines}],
        buyers=[person],
        desk=any(line.side is Side.ADMINISTRATOR for line in lines),
    )
    hats = {(each.side, each.seller_id): each for each in found if each.person == person}
    return {
        line.id: hat
        for line in lines
        if (hat := hats.get((line.side, line.id.seller_id if line.side is Side.SELLER else None)))
    }
