"""Endpoints, for those who manage them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.webhooks import rules
from helpdesk.webhooks.models import Delivery, Endpoint
from helpdesk.webhooks.policies import can_manage, owner_of, visible_to
from helpdesk.webhooks.terms import PauseReason, SendingState, Wanted, Webhook

_NONE = (0, 0)


def source() -> str:
    """What events name as their source: the address of this Helpdesk."""
    address: str = settings.HELPDESK.public_url
    return address.rstrip("/")


def kinds_on_offer(*, actor: Actor) -> Sequence[str]:
    """The kinds that this owner may ask for."""
    return rules.kinds_of(seller_id=owner_of(actor))


def webhooks(*, actor: Actor) -> list[Webhook]:
    """The owner's, the oldest first. Two SQL statements beside the scope's. Raises Forbidden."""
    if not can_manage(actor):
        raise Forbidden("webhook.not_yours")
    with acting(actor):
        rows = list(Endpoint.objects.filter(visible_to(actor), removed_at=None).order_by("created_at", "id"))
        counts = _counts(seller_id=owner_of(actor), ids=[row.id for row in rows])
        return [shown(row=row, counts=counts.get(row.id, _NONE)) for row in rows]


def webhook(*, actor: Actor, webhook: Ref) -> Webhook:
    """One of the owner's. Two SQL statements beside the scope's. Raises Forbidden, NotFound."""
    with acting(actor):
        row = endpoint_of(actor=actor, webhook=webhook)
        return shown(row=row, counts=_counts(seller_id=row.seller_id, ids=[row.id]).get(row.id, _NONE))


def endpoint_of(*, actor: Actor, webhook: Ref, lock: bool = False) -> Endpoint:
    """The row, in the present scope. One SQL statement. Raises Forbidden, NotFound (strangers', removed)."""
    if not can_manage(actor):
        raise Forbidden("webhook.not_yours")
    rows = Endpoint.objects.select_for_update() if lock else Endpoint.objects.all()
    mine = rows.filter(visible_to(actor), seller_id=webhook.seller_id, id=webhook.id, removed_at=None)
    if (row := mine.first()) is None:
        raise NotFound("webhook.not_found")
    return row


def shown(*, row: Endpoint, counts: tuple[int, int] = _NONE) -> Webhook:
    """A row as its owner sees it; `counts`: how many deliveries wait, and how many are dead."""
    return Webhook(
        ref=Ref(row.seller_id, row.id),
        wanted=Wanted(
            url=row.url,
            kinds=tuple(row.kinds),
            description=row.description,
            paused=row.paused_at is not None,
        ),
        version=row.version,
        created_at=row.created_at,
        paused_at=row.paused_at,
        paused_as=PauseReason(row.paused_as) if row.paused_as else None,
        failing_since=row.failing_since,
        retiring_until=row.retiring_until,
        waiting=counts[0],
        dead=counts[1],
    )


def _counts(*, seller_id: int, ids: Sequence[UUID]) -> Mapping[UUID, tuple[int, int]]:
    of = Delivery.objects.filter(seller_id=seller_id, endpoint_id__in=ids)
    rows = of.exclude(state=SendingState.DELIVERED.value).values_list("endpoint_id")
    waits, died = Q(state=SendingState.WAITING.value), Q(state=SendingState.DEAD.value)
    found = rows.annotate(waiting=Count("id", filter=waits), dead=Count("id", filter=died))
    return {id: (waiting, dead) for id, waiting, dead in found}
