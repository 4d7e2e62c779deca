"""Shapes of webhooks and their deliveries."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import ConfigDict, Field

from helpdesk.api.v1.shapes import Stamp, stamp
from helpdesk.webhooks.terms import Delivery, Kept, PauseReason, SendingState, Trouble, Webhook

_NUMBERS = 2_000_000_000


class NewWebhook(Schema):
    """Where to, and which kinds of entries; none: all that are published to the caller."""

    model_config = ConfigDict(extra="forbid", strict=True)

    url: Annotated[str, Field(max_length=2000, examples=["https://tools.example/helpdesk"])]
    kinds: Annotated[list[Annotated[str, Field(max_length=60)]], Field(max_length=200)] = []
    description: Annotated[str, Field(max_length=2000)] = ""


class ChangedWebhook(NewWebhook):
    """In the place of `version`."""

    paused: bool = False
    version: Annotated[int, Field(ge=1, le=_NUMBERS)]


class WebhookShape(Schema):
    """One endpoint. `waiting` and `dead` count deliveries; `failing_since`: no success since then."""

    id: str
    url: str
    kinds: list[str]
    description: str
    version: int
    created_at: datetime
    paused_at: datetime | None
    paused_as: PauseReason | None
    failing_since: datetime | None
    old_secret_until: datetime | None
    waiting: int
    dead: int


class Webhooks(Schema):
    """The oldest first."""

    data: list[WebhookShape]


class ChangedWebhookShape(WebhookShape):
    """With the deed's entry."""

    archive: Stamp


class MadeWebhookShape(ChangedWebhookShape):
    """With its secret: `whsec_` and the base64 of 32 bytes, as Standard Webhooks libraries take it."""

    secret: str


class WebhookDelivery(Schema):
    """One event for one endpoint. `event` is its id; no text of a receiver's answer is kept.

    `status` and `milliseconds` are of the last request, `trouble` is why it did not count.
    """

    id: str
    event: str
    type: str
    archivenumber: int | None
    state: SendingState
    tries: int
    status: int | None
    trouble: Trouble | None
    milliseconds: int | None
    created_at: datetime
    next_at: datetime | None
    done_at: datetime | None


class Deliveries(Schema):
    """A page; `next` is its `after`."""

    data: list[WebhookDelivery]
    next: str | None


class ReplayedShape(Schema):
    """How many are on their way again."""

    replayed: int


def webhook_shape(one: Webhook) -> dict[str, Any]:
    """An endpoint."""
    return {
        "id": str(one.ref),
        "url": one.wanted.url,
        "kinds": list(one.wanted.kinds),
        "description": one.wanted.description,
        "version": one.version,
        "created_at": one.created_at,
        "paused_at": one.paused_at,
        "paused_as": one.paused_as,
        "failing_since": one.failing_since,
        "old_secret_until": one.retiring_until,
        "waiting": one.waiting,
        "dead": one.dead,
    }


def kept_shape(kept: Kept) -> dict[str, Any]:
    """An endpoint after a deed, with the entry, and the secret where one was made."""
    archive = stamp(receipt=kept.stored.receipt, seller_id=kept.stored.seller_id)
    return webhook_shape(kept.webhook) | {"archive": archive, "secret": kept.secret}


def delivery_shape(one: Delivery) -> dict[str, Any]:
    """A delivery."""
    return {
        "id": str(one.ref),
        "event": str(one.event),
        "type": f"helpdesk.{one.kind}",
        "archivenumber": one.number,
        "state": one.state,
        "tries": one.tries,
        "status": one.status,
        "trouble": one.trouble,
        "milliseconds": one.millis,
        "created_at": one.created_at,
        "next_at": one.next_at,
        "done_at": one.done_at,
    }
