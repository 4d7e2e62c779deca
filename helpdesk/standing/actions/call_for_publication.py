"""Call for a publication: what a measure or an appeal changed is sent out with the worker's next step."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.standing.models import Shown


def call_for_publication(*, actor: Actor, now: datetime, seller_id: int) -> None:
    """The Seller's place is looked at anew; it is published only where it is another. In the desk's scope."""
    with acting(actor):
        Shown.objects.filter(seller_id=seller_id).update(due=True)
