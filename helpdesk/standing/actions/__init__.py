"""Deeds of standing, and what follows the record."""

from helpdesk.standing.actions.call_for_publication import call_for_publication
from helpdesk.standing.actions.dispute_verdict import dispute_verdict
from helpdesk.standing.actions.publish_standing import publish_standings
from helpdesk.standing.actions.publish_weights import announce_weights, publish_weights
from helpdesk.standing.actions.ruling import exclude_obligation, include_obligation
from helpdesk.standing.actions.settle_dispute import settle_dispute
from helpdesk.standing.actions.take_in import take_in_entries
from helpdesk.standing.actions.take_snapshots import note_sellers, take_snapshots

__all__ = [
    "announce_weights",
    "call_for_publication",
    "dispute_verdict",
    "exclude_obligation",
    "include_obligation",
    "note_sellers",
    "publish_standings",
    "publish_weights",
    "settle_dispute",
    "take_in_entries",
    "take_snapshots",
]
