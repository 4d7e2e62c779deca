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
from helpdesk.attachments.queries import files_to_post
from helpdesk.conversations.actions.filing import refuse_posted, same_files, seal_files, values_of
from helpdesk.conversations.actions.posting import shared
from helpdesk.conversations.actions.restricting import refuse_beside
from helpdesk.conversations.queries.loading import load
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import Turn
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict

SAID = "said"  # the committed value: what was asked for, so that a key stands for one request
WORDS = "words"  # a text beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the entry says in clear, what it commits beside, what it refers to, how its rows are written,
    and how it comes to be said.
    """

    facts: Mapping[str, int | str]
    write: Callable[[Chain, Receipt], None]
    ref: Sequence[tuple[str, UUID]] = field(default=())
    values: Mapping[str, bytes] = field(default_factory=dict)
    turn: Turn = Turn.ANSWER


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
    files: Sequence[UUID] = (),
) -> Posted:
    """One entry on the thread's chain with its rows, or the replay of it; `words` are committed beside.

    `judge` decides from the thread under its lock and the entry's own instant (microseconds UTC). `files` are
    uploads of the actor's, and become the entry's. Raises NotFound, KeyReused, Busy, Conflict (a file of
    another entry), what `files_to_post` raises, what `judge` raises, and Refused where a measure in force
    forbids it.
    """
    values = {SAID: canonical(dict(said))} | ({WORDS: words.encode()} if words else {})
    with acting(actor):
        hot.lock_chain(chain=conversation.id)
        loaded = load(actor=actor, conversation=conversation, key=key)
        if loaded.stored is not None:
            stored = loaded.stored
            filed = same_files(actor=actor, stored=stored, seller_id=conversation.seller_id, files=files)
            kept = replayed(stored=stored, chain=conversation.id, kind=kind, values=values | filed)
            return Posted(conversation=conversation, n=kept.n, receipt=kept.receipt, replayed=True)
        thread = loaded.thread
        at = instant(now=now, head=thread.head)
        settled = judge(thread, clock.to_us(at))
        chain = shared(thread)
        attached = files_to_post(actor=actor, seller_id=conversation.seller_id, files=files)
        refuse_posted(attached)
        filed = {name: value for name, value in values_of(attached).items() if value is not None}
        kept = archive.append(
            chain=chain,
            kind=kind,
            actor=actor,
            now=at,
            key=key,
            values={**settled.values, **values, **filed},
            facts=settled.facts,
            ref=settled.ref,
            expected_head=thread.head,
        )
        refuse_beside(actor=actor, thread=thread, turn=settled.turn, at=kept.receipt.at)
        seal_files(actor=actor, chain=chain, receipt=kept.receipt, files=files)
        settled.write(chain, kept.receipt)
    return Posted(conversation=conversation, n=kept.n, receipt=kept.receipt)


def refuse(code: str | None) -> None:
    """Raise Conflict: the thread does not stand so, or no longer."""
    if code is not None:
        raise Conflict(code)
