"""Values of the room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from helpdesk.archive.terms import Kept as Stored
from helpdesk.kernel.ids import Ref


class SendingState(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    DEAD = "dead"


class Trouble(StrEnum):
    """Why a request did not count as taken."""

    STATUS = "status"  # an answer that is not 2xx
    REDIRECT = "redirect"
    TIMEOUT = "timeout"
    UNREACHED = "unreached"
    TLS = "tls"
    NAME = "name"  # no address is known for the host
    PRIVATE = "private"  # an address inside a network
    SECRET = "secret"
    PAUSED = "paused"  # the endpoint was paused or removed first


class PauseReason(StrEnum):
    """Why nothing is sent to an endpoint."""

    OWNER = "owner"
    FAILING = "failing"
    GONE = "gone"  # it answered 410


class Entry(StrEnum):
    """Kinds of entries."""

    ADDED = "webhook.added"
    CHANGED = "webhook.changed"
    PAUSED = "webhook.paused"
    REMOVED = "webhook.removed"
    ROTATED = "webhook.rotated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an owner says of an endpoint; no `kinds`: all that are published to them."""

    url: str
    kinds: Sequence[str] = ()
    description: str = ""
    paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """An endpoint as its owner sees it. `retiring_until`: how long the secret before the present one signs.

    `failing_since`: the first failure since the last success. `waiting` and `dead` count deliveries.
    """

    ref: Ref
    wanted: Wanted
    version: int
    created_at: datetime
    paused_at: datetime | None
    paused_as: PauseReason | None
    failing_since: datetime | None
    retiring_until: datetime | None
    waiting: int
    dead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One event for one endpoint. `millis`: how long the last request took; `number` None: a test."""

    ref: Ref
    webhook: UUID
    event: Ref
    kind: str
    number: int | None
    state: SendingState
    tries: int
    status: int | None
    trouble: Trouble | None
    millis: int | None
    created_at: datetime
    next_at: datetime | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A numbered entry with what an event says of it. `seller` is the Platform's id, empty: of no seller."""

    number: int
    seller_id: int
    kind: str
    leaf: bytes
    leaf_hash: bytes
    seller: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Events after a number. `last`: all up to this number have been looked at; `next`: there may be more."""

    events: Sequence[Mapping[str, object]]
    last: int
    next: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Who wants what, for the fan-out."""

    seller_id: int
    id: UUID
    kinds: frozenset[str]
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A request in hand: where to, with which headers, and what. `tries` counts this one."""

    seller_id: int
    id: UUID
    webhook: UUID
    url: str
    headers: Mapping[str, str]
    body: bytes
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a request. No `trouble`: it was taken."""

    status: int | None
    millis: int
    trouble: Trouble | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A deed on an endpoint: the endpoint as it is now, its entry, and the secret where one was made."""

    webhook: Webhook
    stored: Stored
    secret: str = ""
