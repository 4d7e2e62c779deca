"""Post a reply: the seller's side answers in a thread."""

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from helpdesk.conversations import rules
from helpdesk.conversations.actions.answering import answering, promising
from helpdesk.conversations.actions.filing import Files
from helpdesk.conversations.actions.posting import Judged, post
from helpdesk.conversations.actions.starting import Starting, why_of
from helpdesk.conversations.actions.ticking import reckoning
from helpdesk.conversations.actions.vetting import vetted, worded
from helpdesk.conversations.policies import can_reply
from helpdesk.conversations.rules import Reckoned
from helpdesk.conversations.terms import Manner, Posted, Thread, Ticks
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.deadlines import rules as deadlines
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid


def post_reply(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    draft: str,
    key: str,
    seen_n: int | None = None,
    manner: Manner | None = None,
    promise_on: date | None = None,
    files: Sequence[UUID] = (),
    confirmed: str | None = None,
    heard: Container[str] | None = None,
    ticks: Ticks | None = None,
    reason: SellerReason | None = None,
) -> Posted:
    """The reply, stored with its receipt; it closes the open question, on time or late by its own instant.

    An INTERIM or AUTOMATIC one leaves the clock running; `promise_on` (the calendar's local day) stops it
    until the end of that day. `files` are the actor's uploads to this shop, in the order in which they are
    shown; a refused attempt leaves them as they are, for the text that is sent in its place. `confirmed` is
    why its author sends a text as it is that was held for them to think over; `heard` are the labels that
    they were told of while they wrote it, None: whoever writes sees no remarks, and none keep it back.
    `ticks` are what they say of the questions that wait, None: they were not shown them. With one left for
    later the text is an interim note, unless a day is promised for the rest; with one of which neither they
    nor the machine says that it is answered, they are asked first.
    `reason` is why a seller writes where nobody waits and the buyer did not write last: then there must be
    one, and what `start_about_order` asks holds.
    Raises NotFound, Forbidden (readers), Refused (the attempt stays on record backstage), Conflict (somebody
    posted since `seen_n`, None: no check; a file with another message; a question that does not
    wait), KeyReused, Invalid (also where the
    author must choose first what is meant; nothing is stored), TooLarge, Busy.
    """
    manner = _chosen(manner, promise_on, ticks)
    meant = _meant(manner, promise_on, ticks) | ({"reason": reason.value} if reason else {})
    wording = worded(
        actor=actor, now=now, draft=draft, key=key, files=files, confirmed=confirmed, heard=heard, meant=meant
    )

    def judge(thread: Thread, at: int, attached: Files) -> Judged:
        if not can_reply(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_answer")
        verdict = vetted(wording=wording, thread=thread, files=attached)  # what is forbidden stays on record
        starting = Starting(actor=actor, reason=reason, text=wording.body)
        why = why_of(starting=starting, thread=thread, at=at, seen_n=seen_n)
        reckoned = reckoning(actor=actor, thread=thread, body=wording.body, ticks=ticks)
        judged = _judged(thread, wording.body, at, clock.to_us(now), manner, promise_on, reckoned)
        return replace(judged, verdict=verdict, confirmed=wording.confirmed, why=why)

    return post(
        actor=actor,
        now=now,
        conversation=conversation,
        text=wording.body,
        key=key,
        seen_n=seen_n,
        judge=judge,
        files=files,
    )


def _chosen(manner: Manner | None, promise_on: date | None, ticks: Ticks | None) -> Manner | None:
    """Whoever leaves a question for later has said how it is meant."""
    left = ticks is not None and bool(ticks.later)
    return Manner.INTERIM if manner is None and promise_on is None and left else manner


def _judged(
    thread: Thread,
    body: str,
    at: int,
    submitted: int,
    manner: Manner | None,
    promise_on: date | None,
    reckoned: Reckoned | None,
) -> Judged:
    effect = rules.effect_of_reply(
        thread=thread,
        manner=manner,
        reading=rules.reading_of(text=body),
        promise_on=promise_on,
        reckoned=reckoned,
    )
    if effect.refusal is not None:
        raise Invalid(effect.refusal, field="promise_on" if promise_on else "manner")
    if reckoned and manner is Manner.INTERIM:
        reckoned = reckoned.deferred()
    kept = thread.promise if effect.keeps else None
    return Judged(
        answers=answering(thread=thread, at=at, submitted=submitted) if effect.answers else None,
        promises=promising(thread=thread, on=effect.promises, at=submitted) if effect.promises else None,
        keeps=deadlines.keeping(promise=kept, answered=submitted) if kept else None,
        sampled=effect.sampled,
        reckoned=reckoned,
        manner=None if manner is Manner.FULL else manner,
    )


def _meant(manner: Manner | None, promise_on: date | None, ticks: Ticks | None) -> dict[str, str]:
    """What a refused attempt says of its author's choices, should somebody find it fine."""
    said = {"manner": manner.value} if manner else {}
    said |= {"promise_on": promise_on.isoformat()} if promise_on else {}
    named = {"answered": ticks.answered, "later": ticks.later} if ticks else {}
    return said | {name: " ".join(ids) for name, ids in named.items() if ids}
