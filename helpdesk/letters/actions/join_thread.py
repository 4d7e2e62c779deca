"""Join a thread: an Administrator says why, and both sides read it."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Chain, Kept
from helpdesk.conversations.queries import chains_of_thread, threads_by_ref
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from helpdesk.letters.models import Joining
from helpdesk.letters.policies import can_answer_letters
from helpdesk.letters.terms import JoinReason, Kind


def join_thread(*, actor: Actor, now: datetime, conversation: Ref, reason: str, key: str) -> Kept:
    """One entry on the thread's own chain. No clock moves.

    Raises NotFound (for the other sides too), Forbidden, Invalid (no such reason), Conflict (joined before),
    KeyReused, Busy.
    """
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound("conversation.not_found")
    if not can_answer_letters(actor=actor):
        raise Forbidden("letter.not_yours_to_answer")
    if reason not in list(JoinReason):
        raise Invalid("joining.reason", field="reason")
    values = {"reason": reason.encode()}  # so that a key stands for one request
    with acting(actor):
        chain = _shared(conversation)
        hot.lock_chain(chain=chain.id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=Kind.JOINED, values=values):
            return kept
        _refuse_again(actor, conversation)
        kept = archive.append(
            chain=chain,
            kind=Kind.JOINED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts={"reason": reason},
        )
        _keep(actor, chain, reason, kept)
    return kept


def _shared(conversation: Ref) -> Chain:
    thread = threads_by_ref(refs=[conversation]).get(conversation)
    if thread is None:
        raise NotFound("conversation.not_found")
    return chains_of_thread(thread=thread)[0]


def _refuse_again(actor: Actor, conversation: Ref) -> None:
    seller_id, id = conversation
    mine = Joining.objects.filter(seller_id=seller_id, conversation_id=id, person_id=actor.person)
    if mine.exists():
        raise Conflict("joining.joined")


def _keep(actor: Actor, chain: Chain, reason: str, kept: Kept) -> None:
    assert chain.buyer_id is not None  # a thread has a buyer
    Joining.objects.create(
        seller_id=chain.seller_id,
        id=kept.receipt.entry,
        conversation_id=chain.id,
        buyer_id=chain.buyer_id,
        audience=chain.audience,
        person_id=actor.person,
        reason=reason,
        n=kept.n,
        at=kept.receipt.at,
    )
