"""The five beats that every post shares: load, judge, write and seal in one call; again if overtaken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from uuid import UUID

import psycopg
from django.db import connection

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.archive.queries import replayed
from helpdesk.archive.rules.leaf import instant
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.attachments.queries import files_to_post
from helpdesk.attachments.terms import FILES_GONE, ToPost
from helpdesk.conduct.terms import Decision, Verdict
from helpdesk.conversations import rules
from helpdesk.conversations.actions.filing import Files, refuse_posted, same_files, values_of
from helpdesk.conversations.actions.restricting import refuse_restricted
from helpdesk.conversations.actions.standing_by import keep_findings
from helpdesk.conversations.actions.starting import keep_why
from helpdesk.conversations.actions.ticking import keep_ticks
from helpdesk.conversations.queries.loading import Loaded, load
from helpdesk.conversations.rules import Reckoned
from helpdesk.conversations.terms import Kind, Manner, Posted, Releasing, Thread
from helpdesk.conversations.terms.starting import Why
from helpdesk.deadlines.terms import GRACE, Answering, Keeping, Opening, Promising
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, Conflict
from helpdesk.marketplace.rules.restricting import kinds_against
from helpdesk.marketplace.terms.restrictions import RESTRICTED, Act, RestrictionKind

_BLIND_TRIES = 2  # with 8 writers on one chain more than this would often be lost; then the lock decides
_ENTRY = archive.ENTRY_CALL[archive.ENTRY_CALL.index("(") + 1 : -1]
_OPENING = (
    "%s::timestamptz, %s, %s::integer, %s, %s::boolean, %s::integer, %s::bigint, %s, %s::uuid,"
    " %s::timestamptz"
)
_ANSWERING = "%s::uuid, %s, %s::timestamptz, %s::integer, %s::integer, %s, %s::boolean"
_PROMISING = "%s::date, %s::timestamptz, %s::timestamptz"
_POST = (
    f"SELECT conversation_post_v5(%s, %s, %s, {_ENTRY}, %s, %s, %s, %s::boolean, {_OPENING}, {_ANSWERING},"
    f" {_PROMISING}, %s::uuid, %s, %s::uuid[], %s::text[])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a post does to the clocks; the rest of the post is the same for both sides.

    `verdict` is what was found in its words, `confirmed` why its author sends them as they are, `reckoned`
    what it says of the questions that waited, `why` what it was written for.
    """

    opens: Opening | None = None
    answers: Answering | None = None
    promises: Promising | None = None
    keeps: Keeping | None = None
    sampled: bool = False
    manner: Manner | None = None
    about: bytes | None = None
    releases: Releasing | None = None
    verdict: Verdict | None = None
    confirmed: str | None = None
    reckoned: Reckoned | None = None
    why: Why | None = None

    @property
    def why_sent(self) -> str | None:
        """The author's reason, where there was need of one."""
        held = self.verdict is not None and self.verdict.decision is Decision.HOLD_AUTHOR
        return self.confirmed if held else None

    def facts(self, *, language: str) -> dict[str, int | str]:
        """What the leaf says in clear."""
        said: dict[str, int | str] = {"language": language}
        clocks = (self.opens, self.answers, self.promises, self.keeps)
        for part in (*clocks, self.releases, self.reckoned, self.why):
            said |= part.facts() if part is not None else {}
        if self.sampled:
            said["stood_by"] = 1
        return said | ({"manner": self.manner.value} if self.manner else {})

    def ref(self) -> list[tuple[str, UUID]]:
        """The entries that the message refers to."""
        parts = (self.answers, self.keeps, self.releases)
        return [ref for part in parts if part is not None for ref in part.ref()]

    def values(self, *, body: bytes, files: Sequence[ToPost] = ()) -> dict[str, bytes]:
        """What is committed beside the author."""
        hand = self.releases.released_by if self.releases else None
        said = {"about": self.about, "body": body, "released_by": hand, **values_of(files)}
        return {name: value for name, value in said.items() if value is not None}


Judge = Callable[[Thread, int, Files], Judged]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What somebody wants to post; `files` are their uploads."""

    text: str
    key: str
    seen_n: int | None
    files: Sequence[UUID]


def post(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    text: str,
    key: str,
    seen_n: int | None,
    judge: Judge,
    files: Sequence[UUID] = (),
) -> Posted:
    """Store `text` in the thread, or replay. Two tries without a lock, then one that cannot lose.

    `judge` decides, from the thread, the message's own instant (microseconds UTC) and its files, what it does
    to the clock. `files` are uploads of the actor's; one more statement looks at them, once.
    Raises NotFound, KeyReused, Conflict (somebody posted since `seen_n`, or a file with another message), and
    what `files_to_post` and `judge` raise; Refused where a measure in force forbids it.
    """
    draft = _Draft(text=text, key=key, seen_n=seen_n, files=files)
    for _ in range(0 if connection.in_atomic_block else _BLIND_TRIES):
        if posted := _attempt(actor, now, conversation, draft, judge):
            return posted
    with acting(actor):
        hot.lock_chain(chain=conversation.id)
        posted = _attempt(actor, now, conversation, draft, judge)
    if posted is None:
        raise Busy("archive.busy")
    return posted


def _attempt(actor: Actor, now: datetime, conversation: Ref, draft: _Draft, judge: Judge) -> Posted | None:
    loaded = load(actor=actor, conversation=conversation, key=draft.key)
    if loaded.stored is not None:
        return _replay(actor, loaded, conversation, draft)
    thread = loaded.thread
    at = instant(now=now, head=thread.head)
    looked_at = cache(lambda: files_to_post(actor=actor, seller_id=conversation.seller_id, files=draft.files))
    judged = judge(thread, clock.to_us(at), looked_at)
    # Rights come first: a door that tells what is new tells it to those who may write here.
    if draft.seen_n is not None and thread.last_n > draft.seen_n:
        raise Conflict("conversation.moved", field="seen_n", last_n=thread.last_n)
    files = looked_at()
    refuse_posted(files)
    verdict = judged.verdict if judged.verdict and judged.verdict.findings else None
    if verdict is None and judged.reckoned is None and judged.why is None:
        return _store(actor, at, thread, draft, judged, files)
    with acting(actor):  # the message and what stands beside it, or neither
        posted = _store(actor, at, thread, draft, judged, files)
        if posted and judged.reckoned:
            keep_ticks(thread=thread, receipt=posted.receipt, said=judged.reckoned)
        if posted and judged.why:
            keep_why(actor=actor, thread=thread, receipt=posted.receipt, n=posted.n, why=judged.why)
        if posted is None or verdict is None:
            return posted
        keep_findings(
            actor=actor,
            now=at,
            thread=thread,
            entry=posted.receipt.entry,
            verdict=verdict,
            confirmed=judged.why_sent,
            key=draft.key,
        )
    return replace(posted, findings=verdict.told)


def _replay(actor: Actor, loaded: Loaded, conversation: Ref, draft: _Draft) -> Posted:
    """The same words and as many files, of the same content, name by name; of an erased one, the same key."""
    stored = loaded.stored
    assert stored is not None
    files = same_files(actor=actor, stored=stored, seller_id=conversation.seller_id, files=draft.files)
    values = {"body": draft.text.encode(), **files}
    kept = replayed(stored=stored, chain=conversation.id, kind=Kind.MESSAGE, values=values)
    return Posted(
        conversation=conversation, n=kept.n, receipt=kept.receipt, replayed=True, findings=loaded.told
    )


def _store(
    actor: Actor, at: datetime, thread: Thread, draft: _Draft, judged: Judged, files: Sequence[ToPost]
) -> Posted | None:
    sealed = archive.seal(
        chain=shared(thread),
        kind=Kind.MESSAGE,
        actor=actor,
        now=at,
        key=draft.key,
        expected_head=thread.head,
        values=judged.values(body=draft.text.encode(), files=files),
        facts=judged.facts(language=actor.language),
        ref=judged.ref(),
    )
    entry = archive.entry_parameters(sealed=sealed)
    manner = judged.manner.value if judged.manner else None
    message = [actor.side.value, actor.language, manner, judged.sampled, *_clock_parameters(judged)]
    act = rules.act_of(thread=thread, side=actor.side, why=judged.why)
    against = [kind.value for kind in kinds_against(act)] if act else []
    stored = _call(actor, act, [*scope_of(actor), *entry, *message, [file.id for file in files], against])
    return Posted(conversation=thread.ref, n=sealed.n, receipt=sealed.receipt) if stored else None


def _call(actor: Actor, act: Act | None, parameters: list[object]) -> bool:
    try:
        return bool(hot.rows(_POST, parameters)[0][0])
    except psycopg.Error as error:
        if error.sqlstate == RESTRICTED and act is not None:
            kinds = map(RestrictionKind, (error.diag.message_detail or "").split(","))
            refuse_restricted(side=actor.side, act=act, kinds=kinds)
        if error.sqlstate != FILES_GONE:
            raise
        raise Conflict("upload.posted", field="files") from error


def shared(thread: Thread) -> Chain:
    """The chain that both sides see; its id is the thread's own."""
    return Chain(
        seller_id=thread.ref.seller_id,
        id=thread.ref.id,
        name=ChainName.SHARED,
        audience=Audience.BOTH,
        seller=thread.seller,
        pair=thread.pair,
        buyer_id=thread.buyer_id,
    )


def _clock_parameters(judged: Judged) -> list[object]:
    """The arguments of `conversation_post_v5` after the message's own, in order."""
    return [
        *_opening(judged.opens),
        *_answering(judged.answers),
        *_promising(judged.promises),
        *((judged.keeps.promise, judged.keeps.verdict.value) if judged.keeps else (None, None)),
    ]


def _opening(opens: Opening | None) -> list[object]:
    if opens is None:
        return [None] * 10
    return [
        clock.from_us(opens.deadline),
        opens.calendar,
        opens.calendar_version,
        opens.zone,
        opens.with_order,
        opens.outages,
        opens.budget,
        opens.cause.value,
        opens.question,
        clock.from_us(opens.next_at),
    ]


def _answering(answers: Answering | None) -> list[object]:
    if answers is None:
        return [None] * 7
    return [
        answers.obligation,
        answers.verdict.value,
        clock.from_us(answers.deadline),
        answers.calendar_version,
        answers.outages,
        answers.stopped,
        answers.voids is not None,
    ]


def _promising(promises: Promising | None) -> list[object]:
    if promises is None:
        return [None] * 3
    due_at = clock.from_us(promises.due)
    return [promises.promised_on, due_at, due_at + GRACE]
