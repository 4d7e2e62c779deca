"""The words of accounts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.kernel.actor import Role, Side

ADMINISTRATOR_ROLES = (
    Role.SUPPORT,
    Role.REVIEWER,
    Role.COMPLIANCE,
    Role.AUDITOR,
    Role.PLATFORM_ADMIN,
)
TEAM_ROLES = (Role.OWNER, Role.AGENT, Role.READER)
TOKEN_PREFIX = "hd_"
SHOWN_PREFIX = 10  # characters of a token that lists may show


class Scope(StrEnum):
    """What a token may be used for."""

    READ = "read"
    WRITE = "write"


INVITATION_LASTS = timedelta(days=7)
MAX_EMAIL = 254  # characters: what an SMTP path holds (RFC 5321)
MAX_NAME = 120
NO_PASSWORD = "!"  # Django's mark of a password that nothing matches
TICKET_LASTS = timedelta(days=30)  # a demo's printed links work as long as somebody may still look at them


@dataclass(frozen=True, slots=True, kw_only=True)
class Hat:
    """Which of their sides a person signs in as; `seller_id` for a seller's people."""

    person: UUID
    side: Side
    seller_id: int | None = None

    @property
    def word(self) -> str:
        """As forms and the person's last choice name it; whose it is, the session knows."""
        return self.side.value if self.seller_id is None else f"{self.side.value}:{self.seller_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationShown:
    """An invitation as its inviter and its receiver see it; `accepted_at` once it was taken up."""

    id: UUID
    email: str
    role: Role
    seller_id: int | None
    language: str
    invited_at: datetime
    expires_at: datetime
    accepted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """A fresh invitation; the secret of its link is known this once."""

    invitation: InvitationShown
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """A person as the platform administrators see them; `roles` are the operator's that are in force."""

    id: UUID
    name: str
    email: str | None
    language: str
    disabled_at: datetime | None
    last_login: datetime | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionShown:
    """One sign-in of a person: where, since when, last seen."""

    id: int
    key: str
    agent: str
    ip: str
    since: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """By what a person may come in."""

    email: str | None
    password: bool
    app: bool
    passkeys: int
    recovery_codes: bool
