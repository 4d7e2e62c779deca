"""Webhooks: where events are sent, how that goes, and sending again."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.webhook_shapes import (
    ChangedWebhook,
    ChangedWebhookShape,
    Deliveries,
    MadeWebhookShape,
    NewWebhook,
    ReplayedShape,
    WebhookDelivery,
    Webhooks,
    WebhookShape,
    delivery_shape,
    kept_shape,
    webhook_shape,
)
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.webhooks import actions, queries
from helpdesk.webhooks.terms import Kept, SendingState, Wanted

router = Router()


@router.get("", response=Webhooks)
def index(request: ApiRequest) -> dict[str, Any]:
    """The caller's own: the Platform's, or a shop's. For the Platform and owners."""
    return {"data": [webhook_shape(one) for one in queries.webhooks(actor=request.auth)]}


@router.post("", response={201: MadeWebhookShape}, openapi_extra=KEYED)
def add(request: ApiRequest, response: HttpResponse, body: NewWebhook) -> Status[dict[str, Any]]:
    """Add one, for what happens from now on. The secret is shown here, and nowhere else."""
    wanted = Wanted(url=body.url, kinds=body.kinds, description=body.description)
    kept = actions.add_webhook(actor=request.auth, now=clock.now(), wanted=wanted, key=key_of(request))
    return _kept(response, kept, 201)


@router.get("/{webhook}", response=WebhookShape)
def show(request: ApiRequest, webhook: str) -> dict[str, Any]:
    """One of them."""
    return webhook_shape(queries.webhook(actor=request.auth, webhook=_ref(webhook)))


@router.put("/{webhook}", response=ChangedWebhookShape)
def change(
    request: ApiRequest, response: HttpResponse, webhook: str, body: ChangedWebhook
) -> Status[dict[str, Any]]:
    """Change it, unless somebody else has since `version`; pause it, or let it go on."""
    wanted = Wanted(url=body.url, kinds=body.kinds, description=body.description, paused=body.paused)
    kept = actions.change_webhook(
        actor=request.auth,
        now=clock.now(),
        webhook=_ref(webhook),
        wanted=wanted,
        seen_version=body.version,
    )
    return _kept(response, kept, 200)


@router.delete("/{webhook}", response={204: None})
def remove(request: ApiRequest, webhook: str) -> Status[None]:
    """Nothing is sent there any more."""
    actions.remove_webhook(actor=request.auth, now=clock.now(), webhook=_ref(webhook))
    return Status(204, None)


@router.post("/{webhook}/secret", response={201: MadeWebhookShape}, openapi_extra=KEYED)
def rotate(request: ApiRequest, response: HttpResponse, webhook: str) -> Status[dict[str, Any]]:
    """A new secret, shown here only; until `old_secret_until` the one before signs beside it."""
    kept = actions.rotate_secret(
        actor=request.auth, now=clock.now(), webhook=_ref(webhook), key=key_of(request)
    )
    return _kept(response, kept, 201)


@router.post("/{webhook}/test", response={201: WebhookDelivery}, openapi_extra=KEYED)
def try_(request: ApiRequest, webhook: str) -> Status[dict[str, Any]]:
    """Send an event `helpdesk.webhook.test`, signed as any other; what becomes of it stands at deliveries."""
    sent = actions.try_webhook(
        actor=request.auth, now=clock.now(), webhook=_ref(webhook), key=key_of(request)
    )
    return Status(201, delivery_shape(sent))


@router.get("/{webhook}/deliveries", response=Deliveries)
def deliveries(
    request: ApiRequest,
    webhook: str,
    state: SendingState | None = None,
    after: Annotated[str, Query(max_length=60)] = "",
    limit: Annotated[int, Query(), Field(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """The latest first; those that are done with are listed for 30 days. `state` dead: what nobody took."""
    found = queries.deliveries(
        actor=request.auth, webhook=_ref(webhook), state=state, before=_before(after), limit=limit
    )
    following = str(found[-1].ref) if len(found) == limit else None
    return {"data": [delivery_shape(one) for one in found], "next": following}


@router.get("/{webhook}/deliveries/{delivery}", response=WebhookDelivery)
def delivery(request: ApiRequest, webhook: str, delivery: str) -> dict[str, Any]:
    """One of them."""
    found = queries.delivery(actor=request.auth, webhook=_ref(webhook), delivery=_delivery(delivery))
    return delivery_shape(found)


@router.post("/{webhook}/deliveries/{delivery}/replay", response={201: WebhookDelivery}, openapi_extra=KEYED)
def replay(request: ApiRequest, webhook: str, delivery: str) -> Status[dict[str, Any]]:
    """Send the same event again, under the same id."""
    key_of(request)  # asked for as everywhere; what waits already is not sent twice
    sent = actions.replay_delivery(
        actor=request.auth, now=clock.now(), webhook=_ref(webhook), delivery=_delivery(delivery)
    )
    return Status(201, delivery_shape(sent))


@router.post("/{webhook}/replays", response={201: ReplayedShape}, openapi_extra=KEYED)
def replay_dead(request: ApiRequest, webhook: str) -> Status[dict[str, int]]:
    """Send all that nobody took again, the oldest first, a thousand at most."""
    key_of(request)
    return Status(
        201, {"replayed": actions.replay_dead(actor=request.auth, now=clock.now(), webhook=_ref(webhook))}
    )


def _ref(text: str) -> Ref:
    return reference_of(text=text, missing="webhook.not_found")


def _delivery(text: str) -> Ref:
    return reference_of(text=text, missing="delivery.not_found")


def _before(after: str) -> UUID | None:
    if not after:
        return None
    try:
        return Ref.parse(after).id
    except ValueError:
        raise Invalid("page.no_such_place", field="after") from None


def _kept(response: HttpResponse, kept: Kept, status: int) -> Status[dict[str, Any]]:
    if kept.stored.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return Status(status, kept_shape(kept))
