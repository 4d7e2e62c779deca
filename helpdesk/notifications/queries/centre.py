"""The portal's own list of notices: it has them all, whatever leaves by other ways."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.notifications.models import Delivery
from helpdesk.notifications.terms import MOST_UNREAD, Kind, Line, State, Trouble

_UNREAD = "SELECT notifications_unread_v1(%s, %s, %s, %s::uuid, %s, %s)"
_NOTICES = """
    SELECT n.seller_id, n.id, n.kind, n.side, n.conversation_id, n.subject_id, n.at, n.read_at, n.settled_at,
           coalesce(c.title, ''), coalesce(v.effective_on, k.effective_on)
    FROM notifications_notice n
    LEFT JOIN letters_letter l ON n.kind = 'letter' AND l.seller_id = n.seller_id AND l.id = n.subject_id
    LEFT JOIN reports_report r ON n.kind = 'report' AND r.seller_id = n.seller_id AND r.id = n.conversation_id
    LEFT JOIN conversations_conversation c
           ON c.seller_id = n.seller_id
          AND c.id = coalesce(l.file_id, r.file_id, n.conversation_id)
          AND n.side <> 'administrator'
    LEFT JOIN standing_weights v ON n.kind = 'weights' AND v.entry_id = n.subject_id
    LEFT JOIN enforcement_tracks k ON n.kind = 'tracks' AND k.entry_id = n.subject_id
    WHERE n.person_id = %s AND n.side = %s
"""
_LATEST = f"{_NOTICES} ORDER BY n.at DESC, n.id DESC LIMIT %s"
_AFTER = f"{_NOTICES} AND (n.at, n.id) < (%s, %s) ORDER BY n.at DESC, n.id DESC LIMIT %s"
_ONE = f"{_NOTICES} AND n.seller_id = %s AND n.id = %s"


def unread_count(*, actor: Actor) -> int:
    """How many notices call for this person in this hat, MOST_UNREAD at most. One SQL statement in all.

    It stands on every page: the function sets its own scope. Raises Busy while the database is away.
    """
    found = hot.rows(_UNREAD, [*scope_of(actor), actor.person, actor.side.value, MOST_UNREAD])
    return int(found[0][0])


def notices_of(*, actor: Actor, limit: int = 50, after: tuple[datetime, UUID] | None = None) -> list[Line]:
    """This person's notices in this hat, the latest first; `after` is (at, id) of the last one seen.

    One SQL statement beside the scope's.
    """
    return _lines(actor, _AFTER if after else _LATEST, [*(after or ()), limit])


def notice_of(*, actor: Actor, notice: Ref) -> Line:
    """One of this person's notices in this hat. Raises NotFound. One SQL statement beside the scope's."""
    found = _lines(actor, _ONE, [notice.seller_id, notice.id])
    if not found:
        raise NotFound("notice.not_found")
    return found[0]


def troubles_of(*, actor: Actor, limit: int = 10) -> list[Trouble]:
    """Mails to this person in this hat that did not arrive, the latest first.

    One SQL statement beside the scope's.
    """
    lost = [State.BOUNCED.value, State.GIVEN_UP.value]
    rows = Delivery.objects.filter(person_id=actor.person, state__in=lost)
    with acting(actor):
        found = list(rows.order_by("-due_at", "-id")[:limit])
    return [Trouble(at=row.done_at or row.due_at, state=State(row.state), answer=row.answer) for row in found]


def _lines(actor: Actor, sql: str, params: list[Any]) -> list[Line]:
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(sql, [actor.person, actor.side.value, *params])
        return [_line(*row) for row in cursor.fetchall()]


def _line(
    seller_id: int,
    id: UUID,
    kind: str,
    side: str,
    conversation: UUID,
    subject: UUID,
    at: datetime,
    *more: Any,
) -> Line:
    read_at, settled_at, title, applies_on = more
    return Line(
        id=Ref(seller_id, id),
        kind=Kind(kind),
        side=Side(side),
        conversation=Ref(seller_id, conversation),
        subject=subject,
        at=at,
        read_at=read_at,
        settled_at=settled_at,
        title=title,
        applies_on=applies_on,
    )
