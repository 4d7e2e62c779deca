"""Deliveries, for those whose endpoints they are for."""

from uuid import UUID

from django.db.models import Q

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.webhooks import models
from helpdesk.webhooks.queries.endpoints import endpoint_of
from helpdesk.webhooks.terms import Delivery, SendingState, Trouble


def deliveries(
    *,
    actor: Actor,
    webhook: Ref,
    state: SendingState | None = None,
    before: UUID | None = None,
    limit: int = 50,
) -> list[Delivery]:
    """The latest first, older than the one with the id `before`; none, where that one has gone meanwhile.

    Two SQL statements beside the scope's, three with `before`. Raises Forbidden, NotFound (of the endpoint).
    """
    with acting(actor):
        row = endpoint_of(actor=actor, webhook=webhook)
        rows = models.Delivery.objects.filter(seller_id=row.seller_id, endpoint_id=row.id)
        if state is not None:
            rows = rows.filter(state=state.value)
        if before is not None:
            rows = rows.filter(_older(row, before))
        return [shown(row=one) for one in rows.order_by("-created_at", "-id")[:limit]]


def _older(endpoint: models.Endpoint, than: UUID) -> Q:
    of = models.Delivery.objects.filter(seller_id=endpoint.seller_id, endpoint_id=endpoint.id, id=than)
    at = of.values_list("created_at", flat=True).first()
    return Q(created_at__lte=at) & (Q(created_at__lt=at) | Q(id__lt=than)) if at else Q(pk__in=[])


def delivery(*, actor: Actor, webhook: Ref, delivery: Ref) -> Delivery:
    """One of the endpoint's. Two SQL statements beside the scope's. Raises Forbidden, NotFound."""
    with acting(actor):
        return shown(row=delivery_of(actor=actor, webhook=webhook, delivery=delivery))


def delivery_of(*, actor: Actor, webhook: Ref, delivery: Ref, lock: bool = False) -> models.Delivery:
    """The row, in the present scope. Two SQL statements. Raises Forbidden, NotFound."""
    endpoint = endpoint_of(actor=actor, webhook=webhook)
    rows = models.Delivery.objects.select_for_update() if lock else models.Delivery.objects.all()
    mine = rows.filter(seller_id=endpoint.seller_id, endpoint_id=endpoint.id, id=delivery.id)
    row = mine.first() if delivery.seller_id == endpoint.seller_id else None
    if row is None:
        raise NotFound("delivery.not_found")
    return row


def shown(*, row: models.Delivery) -> Delivery:
    """A row as its owner sees it."""
    return Delivery(
        ref=Ref(row.seller_id, row.id),
        webhook=row.endpoint_id,
        event=Ref(row.of_seller_id, row.entry_id),
        kind=row.kind,
        number=row.number,
        state=SendingState(row.state),
        tries=row.tries,
        status=row.status,
        trouble=Trouble(row.answer) if row.answer else None,
        millis=row.millis,
        created_at=row.created_at,
        next_at=row.next_at,
        done_at=row.done_at,
    )
