"""A shop's webhook that took something, failed at something and waits; and one of the Platform's, paused."""

from datetime import datetime, timedelta
from uuid import UUID

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.webhooks import actions, models
from helpdesk.webhooks.terms import SendingState, Trouble, Wanted

_LONG = (
    "https://hooks.erp-of-the-shop.example/tenants/4711/inbound/helpdesk?environment=production&region=eu-1"
)


def hook_up(*, anna: Actor, admin: Actor, now: datetime) -> dict[str, object]:
    """Places: `webhook` and `connection`."""
    wanted = Wanted(url=_LONG, kinds=("message", "obligation.overdue"), description="Inventory and returns")
    mine = actions.add_webhook(actor=anna, now=now, wanted=wanted, key="hooked").webhook.ref
    theirs = actions.add_webhook(actor=admin, now=now, wanted=Wanted(url=_LONG), key="hooked").webhook
    actions.change_webhook(
        actor=admin,
        now=now,
        webhook=theirs.ref,
        wanted=Wanted(url=_LONG, paused=True),
        seen_version=1,
    )
    with everything():
        for number, (state, status, answer) in enumerate(
            (
                (SendingState.DELIVERED, 204, ""),
                (SendingState.DEAD, None, Trouble.TLS.value),
                (SendingState.DEAD, 503, Trouble.STATUS.value),
                (SendingState.WAITING, None, Trouble.TIMEOUT.value),
            )
        ):
            _write(mine, number, now, state=state, status=status, answer=answer)
        models.Endpoint.objects.filter(id=mine.id).update(failures=3, failing_since=now - timedelta(hours=5))
    return {"webhook": mine, "connection": theirs.ref}


def _write(
    webhook: Ref, number: int, now: datetime, *, state: SendingState, status: int | None, answer: str
) -> None:
    is_waiting = state is SendingState.WAITING
    models.Delivery.objects.create(
        seller_id=webhook.seller_id,
        id=UUID(int=webhook.id.int ^ number + 1),
        endpoint_id=webhook.id,
        of_seller_id=webhook.seller_id,
        entry_id=UUID(int=number),
        chain=UUID(int=7),
        number=number + 11_000,
        kind="obligation.overdue",
        state=state.value,
        tries=10 if state is SendingState.DEAD else 1,
        status=status,
        answer=answer,
        millis=10_013 if is_waiting else 84,
        created_at=now - timedelta(hours=6 - number),
        next_at=now + timedelta(minutes=30) if is_waiting else None,
        done_at=None if is_waiting else now,
    )
