"""Deeds of standing, and what follows the record."""

from helpdesk.standing.actions.publish_standing import publish_standings
from helpdesk.standing.actions.publish_weights import publish_weights
from helpdesk.standing.actions.take_in import take_in_entries
from helpdesk.standing.actions.take_snapshots import note_sellers, take_snapshots

__all__ = [
    "note_sellers",
    "publish_standings",
    "publish_weights",
    "take_in_entries",
    "take_snapshots",
]
