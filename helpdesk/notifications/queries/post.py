"""How mails fare, for the operator."""

from datetime import datetime, timedelta

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.notifications.policies import can_see_post
from helpdesk.notifications.terms import Lost, Post, State

LOOKED_BACK = timedelta(days=30)
_WAITING = """
    SELECT count(*), min(due_at) FROM notifications_delivery
    WHERE channel = 'mail' AND next_at IS NOT NULL AND due_at <= %s
"""
_LOST = """
    SELECT d.id, coalesce(p.display_name, ''), d.done_at, d.state, d.answer
    FROM notifications_delivery d LEFT JOIN accounts_person p ON p.id = d.person_id
    WHERE d.state IN ('bounced', 'given_up') AND d.done_at > %s
    ORDER BY d.done_at DESC, d.id DESC LIMIT %s
"""


def post(*, actor: Actor, now: datetime, limit: int = 50) -> Post:
    """Mails that should have left and have not, and those of LOOKED_BACK that did not arrive, latest first.

    Two SQL statements beside the scope's. Raises Forbidden for all but administrators.
    """
    if not can_see_post(actor=actor):
        raise Forbidden("wishes.not_yours")
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_WAITING, [now])
        waiting, since = cursor.fetchone() or (0, None)
        cursor.execute(_LOST, [now - LOOKED_BACK, limit])
        lost = tuple(
            Lost(id=id, person=person, at=at, state=State(state), answer=answer)
            for id, person, at, state, answer in cursor.fetchall()
        )
    return Post(waiting=waiting, since=since, lost=lost)
