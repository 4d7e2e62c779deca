"""Writes of webhooks."""

from helpdesk.webhooks.actions.add_webhook import add_webhook
from helpdesk.webhooks.actions.change_webhook import change_webhook
from helpdesk.webhooks.actions.drop_old_deliveries import drop_old_deliveries
from helpdesk.webhooks.actions.note_outcome import note_outcome
from helpdesk.webhooks.actions.pause_failing import pause_failing
from helpdesk.webhooks.actions.queue_deliveries import queue_deliveries
from helpdesk.webhooks.actions.remove_webhook import remove_webhook
from helpdesk.webhooks.actions.replay import replay_dead, replay_delivery
from helpdesk.webhooks.actions.rotate_secret import rotate_secret
from helpdesk.webhooks.actions.take_up_deliveries import take_up_deliveries
from helpdesk.webhooks.actions.try_webhook import try_webhook

__all__ = [
    "add_webhook",
    "change_webhook",
    "drop_old_deliveries",
    "note_outcome",
    "pause_failing",
    "queue_deliveries",
    "remove_webhook",
    "replay_dead",
    "replay_delivery",
    "rotate_secret",
    "take_up_deliveries",
    "try_webhook",
]
