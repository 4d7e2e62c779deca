"""Finding a file without reading it."""

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import threads_about
from helpdesk.conversations.terms import About
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.queries import seller_names
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.terms import File

FOUND = 50  # files a search shows; whoever gets more says more


def find_files(*, actor: Actor, words: str) -> list[File]:
    """Conversations by order number, offer title's start or their own Ref, the latest first, at most FOUND.

    Shows no message text. Two SQL statements beside the scope's. Raises Forbidden.
    """
    if not can_read_files(actor=actor):
        raise Forbidden("oversight.not_yours")
    with acting(actor):
        threads = threads_about(words=words.strip(), limit=FOUND)
        names = seller_names(seller_ids={thread.seller_id for thread in threads})
    return [
        File(
            conversation=Ref(thread.seller_id, thread.id),
            about=About.OFFER if thread.order_id is None else About.ORDER,
            title=thread.title,
            seller=names.get(thread.seller_id, ""),
            market=thread.market,
            started_at=thread.started_at,
            last_at=thread.last_at,
        )
        for thread in threads
    ]
