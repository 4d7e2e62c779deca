"""The words of accounts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.kernel.actor import Actor, Role, Side

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
    """What a token may be used for. `write` holds all that change something; the others are a trade each."""

    READ = "read"
    WRITE = "write"
    REPLY = "reply"
    CASES = "cases"
    DISPUTES = "disputes"
    TEAM = "team"
    WEBHOOKS = "webhooks"
    EXPORT = "export"


KEY_SCOPES = (
    Scope.READ,
    Scope.REPLY,
    Scope.CASES,
    Scope.DISPUTES,
    Scope.WEBHOOKS,
    Scope.EXPORT,
    Scope.TEAM,
)  # what a shop's keys are made of; none of them may make keys
PRESET = (Scope.READ, Scope.REPLY)
MAX_KEYS = 50  # of a shop at once; more are keys that nobody knows any more
MAX_OVERLAP = 90  # days that an old key may live on beside the new one
MAX_KEY_NAME = 80
ACCESS_LASTS = timedelta(hours=1)  # of a token that a client's secret was traded for
SECRET_PREFIX = "hds_"


INVITATION_LASTS = timedelta(days=7)
LAUNCH_LASTS = timedelta(
    minutes=5
)  # from the Platform's answer to the click that follows it, with a slow phone
LAUNCH_KEPT = timedelta(
    days=7
)  # after its end: whoever comes back to an old link is told so in their language
LAUNCHED = "launch.opened"  # the entry kind
BOUND, RELEASED = "subject.bound", "subject.released"  # the entry kinds
MAX_EMAIL = 254  # characters: what an SMTP path holds (RFC 5321)
MAX_NAME = 120
NO_PASSWORD = "!"  # Django's mark of a password that nothing matches
TICKET_LASTS = timedelta(days=30)  # a demo's printed links work as long as somebody may still look at them


class Doing(StrEnum):
    """What the Platform's page was asked for when somebody clicked."""

    ASK = "ask"
    PROBLEM = "problem"
    OPEN = "open"


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
class Bearer:
    """Whoever sent a token: its id, the hat that it speaks for, and what it may be used for.

    `client` is the Platform's machine that traded its secret for it.
    """

    token: UUID
    actor: Actor
    scopes: frozenset[str]
    client: UUID | None = None

    def may(self, scope: str) -> bool:
        """Whether the scope is among them; `write` holds all but `read`."""
        return scope in self.scopes or (scope != Scope.READ and Scope.WRITE in self.scopes)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyShown:
    """A key without its secret. `person` acts by it; `ends_at` is when it stops, where that is set;
    `successor` is the key that replaces it.
    """

    id: UUID
    person: UUID
    name: str
    prefix: str
    scopes: tuple[Scope, ...]
    made_at: datetime
    made_by: UUID | None
    used_at: datetime | None
    ends_at: datetime | None
    successor: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientShown:
    """A machine of the Platform's that trades its secret for tokens."""

    id: UUID
    name: str
    prefix: str
    made_at: datetime
    revoked_at: datetime | None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a launch leads. `what` is `order`, `offer`, `conversation` or `case`, `place` its Ref as text.

    Both are empty for the start page.
    """

    doing: Doing = Doing.OPEN
    what: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchShown:
    """A launch: whom it lets in, where to, whether it was used. `language` is that of the Platform's page."""

    id: UUID
    hat: Hat
    target: Target
    language: str
    issued_at: datetime
    expires_at: datetime
    opened_at: datetime | None

    def is_open(self, *, now: datetime) -> bool:
        """Not used, and not too old."""
        return self.opened_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Launched:
    """A fresh launch; the secret of its link is known this once."""

    launch: LaunchShown
    secret: str
