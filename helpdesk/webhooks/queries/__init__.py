"""Reads of webhooks."""

from helpdesk.webhooks.queries.deliveries import deliveries, delivery
from helpdesk.webhooks.queries.endpoints import kinds_on_offer, source, webhook, webhooks
from helpdesk.webhooks.queries.feed import feed
from helpdesk.webhooks.queries.gauges import webhook_gauges_for_system
from helpdesk.webhooks.queries.given_up import given_up_for_system
from helpdesk.webhooks.queries.logged import logged_of

__all__ = [
    "deliveries",
    "delivery",
    "feed",
    "given_up_for_system",
    "kinds_on_offer",
    "logged_of",
    "source",
    "webhook",
    "webhook_gauges_for_system",
    "webhooks",
]
