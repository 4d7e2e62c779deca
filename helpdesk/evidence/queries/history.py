"""Everything between one buyer and one seller in one order of time, as the Archive has it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.models import Conversation
from helpdesk.evidence.terms import (
    BY,
    HISTORY_PAGE,
    KINDS,
    MOST_THREADS,
    Around,
    Group,
    HistoryRead,
    Occurred,
)
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.letters import queries as letters
from helpdesk.marketplace import queries as marketplace

Place = tuple[datetime, UUID]  # of an entry: the instant and the id
_BACKSTAGE = {Side.SELLER: Audience.SELLER, Side.BUYER: Audience.BUYER}
_BODY = "body"  # what people wrote as such; other values are read by the sentences
_ENTRIES = """
SELECT e.id, e.chain, e.at, e.kind, e.n, e.leaf, v.names, v.opened
FROM archive_entry e
LEFT JOIN LATERAL (
    SELECT array_agg(name) AS names, array_agg(value) AS opened
    FROM archive_value WHERE seller_id = e.seller_id AND entry_id = e.id AND name <> 'about'
) v ON true
WHERE e.seller_id = %s::bigint AND e.chain = ANY(%s::uuid[]) AND e.kind = ANY(%s::text[])
  AND (%s::timestamptz IS NULL OR (e.at, e.id) < (%s::timestamptz, %s::uuid))
  AND (NOT %s::boolean OR EXISTS (SELECT FROM attachments_file f
                                  WHERE f.seller_id = e.seller_id AND f.entry_id = e.id))
ORDER BY e.at DESC, e.id DESC LIMIT %s
"""


def history(
    *,
    actor: Actor,
    conversation: Ref,
    around: Around = Around.PAIR,
    group: Group | None = None,
    before: Place | None = None,
) -> HistoryRead:
    """A page of at most HISTORY_PAGE entries, the latest first, behind the entry `before`.

    What the other side may not see is not in it: not its notes, not its letters. Four SQL statements beside
    the scope's. Raises NotFound for strangers; Forbidden for administrators, who read files with a reason.
    """
    if actor.side not in _BACKSTAGE:
        raise Forbidden("evidence.history")
    with acting(actor):
        threads = _threads(conversation, around)
        chains = {chain: thread for thread in threads for chain in _chains(actor.side, _ref(thread))}
        rows = hot.rows(_ENTRIES, _asked(conversation, chains, group, before))
        seller_id, buyer_id = threads[0].seller_id, threads[0].buyer_id
        seller = marketplace.seller_names(seller_ids=[seller_id])
        buyer = marketplace.buyer_names(seller_id=seller_id, buyers=[buyer_id])
    occurred = [_occurred(chains[row[1]], row) for row in rows[:HISTORY_PAGE]]
    orders = {Ref(one.seller_id, one.order_id): one.title for one in threads if one.order_id}
    return HistoryRead(
        occurred=occurred,
        orders=orders,
        seller=seller.get(seller_id, ""),
        buyer=buyer.get(buyer_id, ""),
        more=len(rows) > HISTORY_PAGE,
    )


def _threads(conversation: Ref, around: Around) -> list[Conversation]:
    here = Conversation.objects.filter(seller_id=conversation.seller_id)
    this = here.filter(id=conversation.id)
    if around is Around.PAIR:
        this = here.filter(pair__in=this.values("pair"))
    if found := list(this.order_by("-last_at")[:MOST_THREADS]):
        return found
    raise NotFound("conversation.not_found")


def _ref(thread: Conversation) -> Ref:
    return Ref(thread.seller_id, thread.id)


def _chains(side: Side, thread: Ref) -> list[UUID]:
    """The thread itself, and what stands beside it that this side may see."""
    handed = {Audience.BOTH, _BACKSTAGE[side]} - {Audience.SELLER}
    return [
        thread.id,
        *(conversations.handed_over_chain(conversation=thread.id, audience=each) for each in handed),
        letters.correspondence_chain(file=thread.id, side=side),
        conversations.backstage_id(conversation=thread.id, audience=_BACKSTAGE[side]),
    ]


def _asked(
    conversation: Ref, chains: Collection[UUID], group: Group | None, before: Place | None
) -> list[object]:
    wanted = KINDS.values() if group is None else [KINDS[group]]
    at, id = before or (None, None)
    kinds = sorted({kind for kinds in wanted for kind in kinds})
    return [conversation.seller_id, list(chains), kinds, at, at, id, group is Group.FILES, HISTORY_PAGE + 1]


def _occurred(thread: Conversation, row: Sequence[Any]) -> Occurred:
    id, _, at, kind, n, leaf, names, opened = row
    content = msgspec.json.decode(leaf)
    values = dict(zip(names or (), opened or (), strict=True))
    by = msgspec.json.decode(values[BY]) if BY in values else {}
    texts = {name: bytes(value) for name, value in values.items() if name != BY}
    facts: Mapping[str, Any] = content["f"]
    is_imported = kind == "thread.imported"  # its author is who brought it, not whose words it claims to be
    side = str(facts["side"] if is_imported else content["by"]["role"])
    said = {name: _text(value) for name, value in texts.items() if not name.startswith("file-")}
    return Occurred(
        id=id,
        conversation=_ref(thread),
        title=thread.title,
        at=at,
        kind=kind,
        n=n,
        side=side,
        name="" if is_imported else str(by.get("name", "")),
        language=str(facts.get("language", "")),
        text=said.get(_BODY),
        files=[
            str(msgspec.json.decode(v)["name"]) for k, v in sorted(texts.items()) if k.startswith("file-")
        ],
        event={
            "kind": kind,
            "n": n,
            "side": side,
            "facts": facts,
            "texts": {k: v for k, v in said.items() if v},
        },
    )


def _text(value: bytes) -> str | None:
    try:
        return value.decode()
    except UnicodeDecodeError:  # a value that is no text: its digest says all that there is to say
        return None
