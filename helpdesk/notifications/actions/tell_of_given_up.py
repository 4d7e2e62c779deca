"""Tell owners of webhooks for which events were given up: no entry says so, for the feed has them all."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID, uuid5

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.notifications.actions.telling import write
from helpdesk.notifications.queries.paused import owners_of
from helpdesk.notifications.terms import Happened, Kind


def tell_of_given_up(*, actor: Actor, now: datetime, webhooks: Mapping[Ref, datetime]) -> int:
    """Notices of webhooks and when the last event for each was given up; returns how many.

    Once a day (UTC) for each webhook, however many events that were. Safe to repeat.
    """
    news = [
        Happened(
            kind=Kind.WEBHOOK,
            conversation=webhook,
            buyer_id=None,
            subject=_day_of(webhook, at),
            at=at,
            to=owners_of(webhook.seller_id),
        )
        for webhook, at in webhooks.items()
    ]
    if not news:
        return 0
    with acting(actor):
        return write(happened=news, now=now)


def _day_of(webhook: Ref, at: datetime) -> UUID:
    return uuid5(webhook.id, f"given up/{at.astimezone(UTC):%Y-%m-%d}")
