"""Release a refused text: a reviewer finds it fine, and it is posted as its author's words.

A seller's reply counts as sent when it first came; a buyer's question is received when it is released.
"""

from dataclasses import replace
from datetime import date, datetime
from uuid import uuid5

from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.rules.commitments import author as author_of
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conversations.actions.answering import answering, promising
from helpdesk.conversations.actions.attempts import locked, settle_attempt
from helpdesk.conversations.actions.beginning import (
    about_offer,
    about_order,
    about_sellers_order,
    open_thread,
)
from helpdesk.conversations.actions.filing import Files
from helpdesk.conversations.actions.post_question import judged_question
from helpdesk.conversations.actions.posting import Judge, Judged, post
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.policies import can_settle
from helpdesk.conversations.queries.attempts import attempted
from helpdesk.conversations.rules import Reckoned
from helpdesk.conversations.terms import Attempted, Kind, Manner, Outcome, Posted, Releasing, Thread
from helpdesk.deadlines import actions as clocks
from helpdesk.deadlines import rules as deadlines
from helpdesk.deadlines.queries import Meanwhile, meanwhile
from helpdesk.deadlines.terms import Cause, Promising
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, Refused
from helpdesk.marketplace import actions as marketplace

_ROLES = {Side.SELLER: Role.AGENT, Side.BUYER: Role.BUYER}


def release_attempt(*, actor: Actor, now: datetime, attempt: Ref, key: str) -> Posted:
    """The message. An obligation that it would have met is met, and a miss booked meanwhile is taken back.

    Raises Forbidden, NotFound, Conflict (settled before, erased, or a measure forbids it), KeyReused, Busy.
    """
    if not can_settle(actor=actor):
        raise Forbidden("attempt.not_yours")
    key = f"release/{uuid5(actor.person, key)}"  # a key of the reviewer's among those of the author
    with acting(actor):
        row = locked(attempt=attempt)
        said = attempted(row=row)
        if said.text is None:
            raise Conflict("attempt.erased")
        author = _author(row, said)
        hand = author_of(person=actor.person, name=actor.name)
        if row.settled_by is not None:
            return _replayed(row, author, key, {"body": said.text.encode(), "released_by": hand})
        about = _opened(row, author, now)
        found = meanwhile(seller_id=row.seller_id, chain=row.conversation_id, submitted=row.at)
        releasing = _releasing(row, said, found, hand)
        posted = _posted(author, now, said, key, _judge(said, found, releasing, about))
        if posted.replayed:
            raise KeyReused("archive.key_reused")
        settle_attempt(row=row, receipt=posted.receipt, outcome=Outcome.RELEASED)
        if releasing.corrects:
            clocks.correct_verdict(
                actor=actor,
                now=now,
                seller_id=row.seller_id,
                obligation=releasing.corrects,
                by=posted.receipt.entry,
            )
    return posted


def _posted(author: Actor, now: datetime, said: Attempted, key: str, judge: Judge) -> Posted:
    """Raises Conflict where a measure against the shop forbids it by now: it is a reviewer who asks."""
    assert said.text is not None
    try:
        return post(
            actor=author,
            now=now,
            conversation=said.of.conversation,
            text=said.text,
            key=key,
            seen_n=None,
            judge=judge,
        )
    except Refused as refusal:
        raise Conflict("attempt.restricted") from refusal


def _author(row: Attempt, said: Attempted) -> Actor:
    """Whose words they are, with the rights that writing them took."""
    side = said.of.side
    return Actor(
        person=said.person,
        name=said.author,
        side=side,
        roles=frozenset({_ROLES[side]}),
        seller_id=row.seller_id if side is Side.SELLER else None,
        buyer_id=row.buyer_id if side is Side.BUYER else None,
        language=said.language,
    )


def _opened(row: Attempt, author: Actor, now: datetime) -> bytes | None:
    """The thread that a first question would have opened, and the facts that its first message commits."""
    if row.order_id is not None and author.side is Side.SELLER:
        asking = about_sellers_order(actor=author, order=Ref(row.seller_id, row.order_id))
    elif row.order_id is not None:
        asking = about_order(actor=author, order=Ref(row.seller_id, row.order_id))
    elif row.offer_id is not None:
        asking = about_offer(actor=author, offer=Ref(row.seller_id, row.offer_id))
    else:
        return None
    asking = replace(asking, subject=replace(asking.subject, market=row.market or asking.subject.market))
    pair = marketplace.pair_of(actor=author, now=now, seller_id=row.seller_id, buyer_id=row.buyer_id)
    with acting(author):
        open_thread(asking=asking, pair=pair, now=now, side=author.side)
    return asking.subject.facts


def _replayed(row: Attempt, author: Actor, key: str, values: dict[str, bytes]) -> Posted:
    """The answer of the first time, for the same request; else it was settled otherwise."""
    conversation = Ref(row.seller_id, row.conversation_id)
    chain = Chain(seller_id=row.seller_id, id=conversation.id, name=ChainName.SHARED, audience=Audience.BOTH)
    kept = replay_of(chain=chain, actor=author, key=key, kind=Kind.MESSAGE, values=values)
    if kept is None or kept.receipt.entry != row.settled_by:
        raise Conflict("attempt.settled")
    return Posted(conversation=conversation, n=kept.n, receipt=kept.receipt, replayed=True)


def _releasing(row: Attempt, said: Attempted, found: Meanwhile, hand: bytes) -> Releasing:
    """A note that left the clock running takes nothing back, and neither does a question."""
    reverses = said.of.side is Side.SELLER and not _is_note(said)
    return Releasing(
        attempt=row.id,
        submitted=clock.to_us(row.at),
        released_by=hand,
        corrects=found.late if reverses else None,
        voids=found.voids if reverses else None,
    )


def _judge(said: Attempted, found: Meanwhile, releasing: Releasing, about: bytes | None) -> Judge:
    def judge(thread: Thread, at: int, _: Files) -> Judged:
        if said.of.side is Side.BUYER:
            judged = judged_question(thread=thread, body=said.text or "", at=at)
        elif _is_note(said):
            judged = Judged(manner=said.manner)
        else:
            judged = _judged_reply(thread, said, found, at, releasing.submitted)
        first = about if thread.last_n < 0 else None
        reckoned = Reckoned(ticks=said.ticks)
        kept = reckoned if reckoned.count else None
        return replace(judged, about=first, releases=releasing, reckoned=kept, why=said.why)

    return judge


def _is_note(said: Attempted) -> bool:
    return said.manner in (Manner.INTERIM, Manner.AUTOMATIC)


def _judged_reply(thread: Thread, said: Attempted, found: Meanwhile, at: int, submitted: int) -> Judged:
    """Only what was open when it came is answered by it, or what a promise that it kept has opened since."""
    due = thread.obligation
    kept = due is not None and due.cause is Cause.PROMISE and found.promise is not None
    answers = kept or (due is not None and clock.to_us(due.received_at) <= submitted)
    promises = _promised(thread, said.promise_on, at, submitted) if answers and said.promise_on else None
    return Judged(
        answers=answering(thread=thread, at=at, submitted=submitted) if answers else None,
        promises=promises,
        keeps=deadlines.keeping(promise=found.promise, answered=submitted)
        if found.promise and not promises
        else None,
    )


def _promised(thread: Thread, on: date, at: int, submitted: int) -> Promising | None:
    """The day that was promised with it, if it is still ahead: nobody can keep one that has passed."""
    if thread.promised or thread.promise is not None:
        return None
    promised = promising(thread=thread, on=on, at=submitted)
    return promised if promised.due > at else None
