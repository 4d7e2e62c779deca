"""Where a person is signed in, and by what means they may."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from helpdesk.accounts.models import Person
from helpdesk.accounts.rules import device_of
from helpdesk.accounts.terms import Means, SessionShown


def sessions_for_system(*, person_id: UUID, now: datetime) -> list[SessionShown]:
    """A person's own sessions, the latest first. One SQL statement."""
    alive = Session.objects.filter(expire_date__gt=now).values("session_key")
    rows = UserSession.objects.filter(user_id=person_id, session_key__in=alive).order_by(
        "-last_seen_at", "id"
    )
    return [
        SessionShown(
            id=row.pk,
            key=row.session_key,
            agent=row.user_agent,
            ip=str(row.ip),
            since=row.created_at,
            seen_at=row.last_seen_at,
        )
        for row in rows
    ]


def alive_for_system(*, keys: Collection[str], now: datetime) -> set[str]:
    """Which of the sessions are still open. One SQL statement, for however many."""
    alive = Session.objects.filter(session_key__in=keys, expire_date__gt=now)
    return set(alive.values_list("session_key", flat=True))


def device_names(*, agent: str) -> tuple[str, str]:
    """Browser and system of a User-Agent, by name; empty where unknown."""
    return device_of(agent)


def means_for_system(*, person_id: UUID) -> Means | None:
    """By what a person may come in; None for the disabled. Two SQL statements."""
    person = Person.objects.filter(id=person_id, disabled_at=None).first()
    if person is None:
        return None
    kinds = list(Authenticator.objects.filter(user_id=person_id).values_list("type", flat=True))
    return Means(
        email=person.email,
        password=person.has_usable_password(),
        app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        recovery_codes=Authenticator.Type.RECOVERY_CODES in kinds,
    )


def has_second_factor_for_system(*, person_id: UUID) -> bool:
    """An app for codes or a passkey. One SQL statement."""
    factors = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return bool(Authenticator.objects.filter(user_id=person_id, type__in=factors).exists())
