"""Start: a seller writes first, about an order and for a reason that the Platform knows."""

from collections.abc import Container, Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conduct.terms import Verdict
from helpdesk.conversations.actions.ask import is_repeated, vetted_first
from helpdesk.conversations.actions.beginning import Asking, about_sellers_order, open_thread
from helpdesk.conversations.actions.filing import Files
from helpdesk.conversations.actions.posting import Judge, Judged, post
from helpdesk.conversations.actions.refusing import Wording
from helpdesk.conversations.actions.starting import Starting, refuse_to_start, why_first
from helpdesk.conversations.actions.vetting import worded
from helpdesk.conversations.policies import can_answer, can_reply
from helpdesk.conversations.queries.starting import course_of, standing_in
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import order_of


def start_about_order(
    *,
    actor: Actor,
    now: datetime,
    order: Ref,
    draft: str,
    reason: SellerReason,
    key: str,
    files: Sequence[UUID] = (),
    confirmed: str | None = None,
    heard: Container[str] | None = None,
) -> Posted:
    """A message in the order's one thread, which it opens where there is none; no clock starts or stops.

    A reason does not do for ever: see `rules.refusal_to_start`. Raises NotFound for others' orders, Forbidden
    (readers), Conflict (somebody waits for an answer, three were not answered, or it is too late), Invalid
    (the text repeats a notice of the Platform's), and as `post_reply` does.
    """
    if not can_answer(actor=actor):
        order_of(actor=actor, order=order)  # whose order it is not, learns not even that it is there
        raise Forbidden("conversation.not_yours_to_answer")
    asking = about_sellers_order(actor=actor, order=order)
    wording = worded(
        actor=actor,
        now=now,
        draft=draft,
        key=key,
        files=files,
        confirmed=confirmed,
        heard=heard,
        meant={"reason": reason.value},
    )
    starting = Starting(actor=actor, reason=reason, text=wording.body, order=asking.bought)
    return _start(asking, wording, starting, files)


def _start(asking: Asking, wording: Wording, starting: Starting, files: Sequence[UUID]) -> Posted:
    actor, conversation = wording.actor, asking.conversation
    buyer_id = asking.subject.buyer_id
    pair = marketplace.pair_of(
        actor=actor, now=wording.now, seller_id=conversation.seller_id, buyer_id=buyer_id
    )
    if not is_repeated(asking=asking, wording=wording):
        _refuse(asking, starting, wording.now)
    verdict = vetted_first(asking=asking, wording=wording, pair=pair, files=files)
    with acting(actor):
        open_thread(asking=asking, pair=pair, now=wording.now, side=actor.side)
        return post(
            actor=actor,
            now=wording.now,
            conversation=conversation,
            text=wording.body,
            key=wording.key,
            seen_n=None,
            judge=_judge(asking, wording, starting, verdict),
            files=files,
        )


def _refuse(asking: Asking, starting: Starting, now: datetime) -> None:
    """Before its words are read: what may not be started at all is no attempt to be kept."""
    assert asking.bought is not None
    refuse_to_start(
        starting=starting,
        course=course_of(actor=starting.actor, order=asking.bought),
        standing=standing_in(actor=starting.actor, conversation=asking.conversation),
        now=now,
    )


def _judge(asking: Asking, wording: Wording, starting: Starting, verdict: Verdict) -> Judge:
    def judge(thread: Thread, at: int, _: Files) -> Judged:
        if not can_reply(actor=starting.actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_answer")
        why = why_first(starting=starting, thread=thread, at=at)
        first = asking.subject.facts if thread.last_n < 0 else None
        return Judged(about=first, why=why, verdict=verdict, confirmed=wording.confirmed)

    return judge
