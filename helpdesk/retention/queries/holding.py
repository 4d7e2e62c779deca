"""Holds: which are in force, and what they cover."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.queries import Spared, threads_by_ref
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.retention.models import Hold
from helpdesk.retention.rules import covers
from helpdesk.retention.terms import Covered, HoldOn


def hold_with(*, id: UUID, lock: bool = False) -> Hold:
    """The hold, with `lock` kept from others until the transaction ends. Raises NotFound."""
    rows = Hold.objects.select_for_update() if lock else Hold.objects.all()
    if (row := rows.filter(id=id).first()) is None:
        raise NotFound("hold.not_found")
    return row


def holds_in_force() -> list[Hold]:
    """In the present scope, the oldest first. One SQL statement."""
    return list(Hold.objects.filter(lifted_by=None).order_by("placed_at", "id"))


def held(*, conversations: Sequence[Ref]) -> dict[Ref, list[UUID]]:
    """The holds on each of these conversations, in the present scope. Two SQL statements.

    What is held may not go. Rooms above may also wait with telling the parties of a reading while a hold
    lasts: the question is the same.
    """
    return holds_on_threads(threads=list(threads_by_ref(refs=conversations).values()))


def is_held(*, actor: Actor, conversation: Ref) -> bool:
    """Whether a hold covers it. Two SQL statements beside the scope's."""
    with acting(actor):
        return any(held(conversations=[conversation]).values())


def holds_on_threads(*, threads: Iterable[Conversation]) -> dict[Ref, list[UUID]]:
    """The same for threads at hand. One SQL statement."""
    holds = holds_in_force()
    return {
        Ref(thread.seller_id, thread.id): [hold.id for hold in holds if _covers(hold, _covered(thread))]
        for thread in threads
    }


def is_chain_held(*, chain: Chain) -> bool:
    """Whether a hold covers what lies on it: on a shared chain its thread; behind, any thread of the two.

    In the present scope. Two SQL statements.
    """
    if chain.buyer_id is None:  # a shop's letters about nothing in particular
        return any(hold.seller_id == chain.seller_id for hold in holds_in_force() if hold.on == HoldOn.SELLER)
    threads = Conversation.objects.filter(seller_id=chain.seller_id, buyer_id=chain.buyer_id)
    if chain.audience is Audience.BOTH:
        threads = threads.filter(id=chain.id)
    return any(holds_on_threads(threads=threads).values())


def holds_on_buyer(*, buyer: UUID) -> list[UUID]:
    """Holds that name this buyer. One SQL statement."""
    mine = Hold.objects.filter(lifted_by=None, on=HoldOn.BUYER.value, subject_id=buyer)
    return list(mine.values_list("id", flat=True))


def spared() -> Spared:
    """What all holds in force cover, for searches. One SQL statement."""
    holds = holds_in_force()
    of = {on: [hold.subject_id for hold in holds if hold.on == on and hold.subject_id] for on in HoldOn}
    return Spared(
        threads=of[HoldOn.CONVERSATION],
        orders=of[HoldOn.ORDER],
        sellers=[hold.seller_id for hold in holds if hold.on == HoldOn.SELLER and hold.seller_id is not None],
        buyers=of[HoldOn.BUYER],
    )


def _covers(hold: Hold, thing: Covered) -> bool:
    return covers(on=HoldOn(hold.on), seller_id=hold.seller_id, subject=hold.subject_id, thing=thing)


def _covered(thread: Conversation) -> Covered:
    return Covered(seller_id=thread.seller_id, thread=thread.id, order=thread.order_id, buyer=thread.buyer_id)
