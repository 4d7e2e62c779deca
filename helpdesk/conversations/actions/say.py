"""Say something in a thread that is no message: words that are vetted as those of one, and their entry.

For rooms above that keep what two sides say to each other in rows of their own; the thread, its chain and
its clock stay here. What it asks for starts the clock as a message would; what answers, the caller says.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from helpdesk.archive.terms import Chain, Receipt
from helpdesk.attachments.queries import files_to_post
from helpdesk.conduct.terms import Decision, Verdict
from helpdesk.conversations.actions.answering import answering
from helpdesk.conversations.actions.opening import opening
from helpdesk.conversations.actions.refusing import Wording
from helpdesk.conversations.actions.settling import Settled, settle
from helpdesk.conversations.actions.standing_by import keep_findings
from helpdesk.conversations.actions.vetting import refuse_unspeakable, vetted, worded
from helpdesk.conversations.policies import can_write
from helpdesk.conversations.queries.loading import load
from helpdesk.conversations.terms import Manner, Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.terms import Answering, Cause, Opening
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden


class May(Protocol):
    """A policy: who writes in a thread."""

    def __call__(self, *, actor: Actor, thread: Thread) -> bool:
        """Whether the actor does."""
        ...


# A refused text that a person finds fine is posted as words alone: these have answered nothing.
_MEANT = {Side.SELLER: {"manner": Manner.INTERIM.value}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What the entry says and does. `asks` starts the Seller's clock with `since` (microseconds UTC, None:
    the entry's own instant), unless one runs; `answers` stops it. `write` makes the caller's rows; `values`
    are committed beside the words; `turn` is how it comes to be said, for the measures in force.
    """

    facts: Mapping[str, int | str]
    write: Callable[[Receipt], None]
    ref: Sequence[tuple[str, UUID]] = field(default=())
    asks: Cause | None = None
    since: int | None = None
    answers: bool = False
    values: Mapping[str, bytes] = field(default_factory=dict)
    turn: Turn = Turn.ANSWER


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """What becomes of the thread's clock."""

    opens: Opening | None = None
    answers: Answering | None = None

    def facts(self) -> dict[str, int | str]:
        opens = self.opens.facts() if self.opens else {}
        return opens | (self.answers.facts() if self.answers else {})

    def ref(self) -> list[tuple[str, UUID]]:
        return self.answers.ref() if self.answers else []


def say(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    kind: str,
    key: str,
    said: Mapping[str, int | str],
    judge: Callable[[Thread, int], Saying],
    words: str = "",
    confirmed: str | None = None,
    files: Sequence[UUID] = (),
    may: May = can_write,
) -> Posted:
    """One entry of `kind` on the thread's chain, with its rows and what it does to the clock, or the replay.

    `words` are read before they are said, with the names of `files`, which are the actor's uploads;
    `confirmed` is why they are said as they are. `may` decides who writes there. Raises NotFound,
    Forbidden (who may not write there), Refused (the attempt stays on record backstage), Invalid, TooLarge,
    Conflict (a file of another entry), KeyReused, Busy, and what `judge` raises.
    """
    wording = wording_of(actor=actor, now=now, words=words, key=key, files=files, confirmed=confirmed)
    verdict = _verdict(wording, conversation, files, may)
    return say_vetted(
        wording=wording,
        verdict=verdict,
        conversation=conversation,
        kind=kind,
        said=said,
        judge=judge,
        files=files,
        may=may,
    )


def wording_of(
    *, actor: Actor, now: datetime, words: str, key: str, files: Sequence[UUID], confirmed: str | None
) -> Wording:
    """Words that are said beside something else, and may be none. Raises Invalid, TooLarge."""
    return worded(
        actor=actor,
        now=now,
        draft=words,
        key=key,
        files=files,
        confirmed=confirmed,
        heard=None,
        meant=_MEANT.get(actor.side, {}),
        wordless=True,
    )


def say_vetted(
    *,
    wording: Wording,
    verdict: Verdict | None,
    conversation: Ref,
    kind: str,
    said: Mapping[str, int | str],
    judge: Callable[[Thread, int], Saying],
    files: Sequence[UUID],
    may: May = can_write,
) -> Posted:
    """The same once it is known what was found in the words (None: nothing was to be read)."""
    actor, now = wording.actor, wording.now

    def settled(thread: Thread, at: int) -> Settled:
        if not may(actor=actor, thread=thread):
            raise Forbidden("conversation.not_yours_to_write")
        saying = judge(thread, at)
        clock = _clock(thread, saying, at, min(at, to_us(now)))

        def write(chain: Chain, receipt: Receipt) -> None:
            saying.write(receipt)
            _write_clock(actor, now, chain, receipt, clock)
            if verdict and verdict.findings:
                _keep(wording, thread, receipt, verdict)

        return Settled(
            facts={**saying.facts, **clock.facts()},
            ref=[*saying.ref, *clock.ref()],
            write=write,
            values=saying.values,
            turn=saying.turn,
        )

    return settle(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=kind,
        key=wording.key,
        said=said,
        judge=settled,
        words=wording.body,
        files=files,
    )


def _verdict(wording: Wording, conversation: Ref, files: Sequence[UUID], may: May) -> Verdict | None:
    """Outside the deed's transaction: the attempt of a refused text is kept. None: no words, a replay, or an
    Administrator's, whose words are read and not counted.
    """
    if not wording.body and not files:
        return None
    loaded = load(actor=wording.actor, conversation=conversation, key=wording.key)
    if loaded.stored is not None:
        return None
    thread, actor = loaded.thread, wording.actor
    if not may(actor=actor, thread=thread):
        raise Forbidden("conversation.not_yours_to_write")
    if actor.side is Side.ADMINISTRATOR:  # theirs come without files
        refuse_unspeakable(actor=actor, now=wording.now, thread=thread, body=wording.body)
        return None
    attached = files_to_post(actor=actor, seller_id=conversation.seller_id, files=files)
    return vetted(wording=wording, thread=thread, files=lambda: attached)


def _clock(thread: Thread, saying: Saying, at: int, submitted: int) -> _Clock:
    """An answer counts as given when it came; its entry may have to stand behind another's instant."""
    if saying.answers and thread.obligation is not None:
        return _Clock(answers=answering(thread=thread, at=at, submitted=submitted))
    if saying.asks is None or thread.obligation is not None:
        return _Clock()
    received = at if saying.since is None else saying.since
    return _Clock(opens=opening(thread=thread, received=received, cause=saying.asks))


def _write_clock(actor: Actor, now: datetime, chain: Chain, receipt: Receipt, clock: _Clock) -> None:
    if clock.opens:
        deadlines.open_obligation(actor=actor, now=now, chain=chain, receipt=receipt, opens=clock.opens)
    if clock.answers:
        deadlines.close_by_deed(actor=actor, now=now, chain=chain, receipt=receipt, answering=clock.answers)


def _keep(wording: Wording, thread: Thread, receipt: Receipt, verdict: Verdict) -> None:
    held = verdict.decision is Decision.HOLD_AUTHOR
    keep_findings(
        actor=wording.actor,
        now=receipt.at,
        thread=thread,
        entry=receipt.entry,
        verdict=verdict,
        confirmed=wording.confirmed if held else None,
        key=wording.key,
    )
