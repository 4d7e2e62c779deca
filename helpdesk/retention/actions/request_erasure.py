"""Request an erasure: one administrator says what is to go and why; another one decides."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.models import Conversation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.retention.actions.parts import note_in, refuse_if_held, thread_at
from helpdesk.retention.models import Request
from helpdesk.retention.policies import can_request_erasure
from helpdesk.retention.queries.subjects import threads_concerned
from helpdesk.retention.terms import ASKABLE, MAX_MESSAGES, Entry, Ground, Scope


def request_erasure(
    *,
    actor: Actor,
    now: datetime,
    scope: str,
    ground: str,
    conversation: Ref,
    messages: Sequence[int] = (),
    note: str = "",
    key: str,
) -> Kept:
    """The request's entry, whose id is the request's. Nothing is gone by it.

    `messages` are numbers, for that scope only; a buyer is the one of the conversation. The same actor and
    key again give the same request. Raises Forbidden, NotFound, Invalid, TooLarge, Conflict (a hold covers
    it), KeyReused, Busy.
    """
    if not can_request_erasure(actor=actor):
        raise Forbidden("erasure.not_yours")
    wanted, why, note = _scope_in(scope), _ground_in(ground), note_in(note=note)
    with acting(actor):
        thread = thread_at(conversation=conversation)
        entries = _entries(wanted, conversation, messages)
        kept = _entered(actor, now, key, wanted, why, thread, entries, note)
        if not kept.replayed:
            _refuse_what_cannot_go(wanted, thread, entries)
            _write(actor, wanted, why, thread, list(entries.values()), kept)
    return kept


def _scope_in(code: str) -> Scope:
    if code not in list(Scope):
        raise Invalid("erasure.scope", field="scope")
    return Scope(code)


def _ground_in(code: str) -> Ground:
    if code not in ASKABLE:
        raise Invalid("erasure.ground", field="ground")
    return Ground(code)


def _entries(scope: Scope, conversation: Ref, numbers: Sequence[int]) -> dict[int, UUID]:
    """The messages asked for, by number. Raises Invalid (none, too many), NotFound."""
    if scope is not Scope.MESSAGES:
        return {}
    if not 1 <= len(set(numbers)) <= MAX_MESSAGES:
        raise Invalid("erasure.messages", field="messages")
    found = conversations.messages_named(conversation=conversation, numbers=numbers)
    if found.keys() != set(numbers):
        raise NotFound("message.not_found")
    return found


def _refuse_what_cannot_go(scope: Scope, thread: Conversation, entries: dict[int, UUID]) -> None:
    """Then nothing of the request is stored."""
    buyer = thread.buyer_id if scope is Scope.BUYER else None
    refuse_if_held(threads=threads_concerned(scope=scope, thread=thread), buyer=buyer)
    if log.erased_of(seller_id=thread.seller_id, entries=entries.values()):
        raise Invalid("erasure.gone", field="messages")


def _entered(
    actor: Actor,
    now: datetime,
    key: str,
    scope: Scope,
    ground: Ground,
    thread: Conversation,
    entries: dict[int, UUID],
    note: str,
) -> Kept:
    asked = {
        "buyer": str(thread.buyer_id),
        "conversation": str(Ref(thread.seller_id, thread.id)),
        "ground": ground.value,
        "messages": list(entries),
        "note": note,
        "scope": scope.value,
    }
    return archive.append(
        chain=log.house(),
        kind=Entry.REQUESTED,
        actor=actor,
        now=now,
        key=key,
        values={"request": canonical(asked)},
        facts={"ground": ground.value, "scope": scope.value},
        ref=[("asks", entry) for entry in entries.values()],
    )


def _write(
    actor: Actor, scope: Scope, ground: Ground, thread: Conversation, entries: list[UUID], kept: Kept
) -> None:
    Request.objects.create(
        id=kept.receipt.entry,
        scope=scope.value,
        ground=ground.value,
        seller_id=thread.seller_id,
        conversation_id=thread.id,
        buyer_id=thread.buyer_id,
        entries=entries,
        asked_by=actor.person,
        asked_at=kept.receipt.at,
    )
