"""Note where somebody is signed in."""

from datetime import datetime
from uuid import UUID

from allauth.usersessions.models import UserSession

from helpdesk.kernel.actor import Actor


def keep_session(
    *, actor: Actor, now: datetime, person_id: UUID, key: str, ip: str, agent: str, was: str = ""
) -> None:
    """The line of a session in its person's list; `was` is its key before the change of hat.

    One statement, two for a new session.
    """
    seen = {"session_key": key, "ip": ip, "user_agent": agent[:200], "last_seen_at": now}
    if not UserSession.objects.filter(user_id=person_id, session_key=was or key).update(**seen):
        UserSession.objects.update_or_create(
            session_key=key, defaults={**seen, "user_id": person_id, "created_at": now}
        )
