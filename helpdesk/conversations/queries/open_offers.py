"""The offers that a buyer's open questions before a sale are about."""

from helpdesk.conversations.queries.buyer_list import buyer_list
from helpdesk.conversations.terms import About
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref

_LATEST = 200  # threads: an open question is days old at most


def open_offers(*, actor: Actor) -> list[Ref]:
    """The latest question first; empty for whoever is no buyer. One SQL statement."""
    rows = buyer_list(actor=actor, limit=_LATEST)
    return [row.about_ref for row in rows if row.about is About.OFFER and row.obligation is not None]
