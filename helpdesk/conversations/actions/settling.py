"""The beats of deeds that are no message and change a thread's clock: lock, load, judge, one entry, its rows.

Nothing races with them: a reply that is under way is waited for, and the next one finds what they did.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replayed
from helpdesk.archive.rules.leaf import instant
from helpdesk.archive.terms import Chain, Receipt
from helpdesk.conversations.actions.posting import shared
from helpdesk.conversations.queries.loading import load
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict

SAID = "said"  # the committed value: what was asked for, so that a key stands for one request
WORDS = "words"  # a text beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the entry says in clear, what it refers to, and how its rows are written."""

    facts: Mapping[str, int | str]
    write: Callable[[Chain, Receipt], None]
    ref: Sequence[tuple[str, UUID]] = field(default=())


def settle(
    *,
    actor: Actor,
    now: datetime,
    conversation: Ref,
    kind: str,
    key: str,
    said: Mapping[str, int | str],
    judge: Callable[[Thread, int], Settled],
    words: str = "",
) -> Posted:
    """One entry on the thread's chain with its rows, or the replay of it; `words` are committed beside.

    `judge` decides from the thread under its lock and the entry's own instant (microseconds UTC).
    Raises NotFound, KeyReused, Busy, and what `judge` raises.
    """
    values = {SAID: canonical(dict(said))} | ({WORDS: words.encode()} if words else {})
    with acting(actor):
        hot.lock_chain(chain=conversation.id)
        loaded = load(actor=actor, conversation=conversation, key=key)
        if loaded.stored is not None:
            kept = replayed(stored=loaded.stored, chain=conversation.id, kind=kind, values=values)
            return Posted(conversation=conversation, n=kept.n, receipt=kept.receipt, replayed=True)
        thread = loaded.thread
        at = instant(now=now, head=thread.head)
        settled = judge(thread, clock.to_us(at))
        chain = shared(thread)
        kept = archive.append(
            chain=chain,
            kind=kind,
            actor=actor,
            now=at,
            key=key,
            values=values,
            facts=settled.facts,
            ref=settled.ref,
            expected_head=thread.head,
        )
        settled.write(chain, kept.receipt)
    return Posted(conversation=conversation, n=kept.n, receipt=kept.receipt)


def refuse(code: str | None) -> None:
    """Raise Conflict: the thread does not stand so, or no longer."""
    if code is not None:
        raise Conflict(code)
