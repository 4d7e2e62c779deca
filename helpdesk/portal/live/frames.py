"""What a stream says, as Server-Sent Events: numbers and names of things, never words."""

import json
from collections.abc import Mapping

from helpdesk.archive.terms import Numbered
from helpdesk.composing.terms import READ, SHARED
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref

BEAT = b"event: beat\ndata:\n\n"
END = b"event: end\ndata:\n\n"
"""The session is over: do not come again."""

_PLACELESS = ("conversation", "doing")
_SELLERS, _BUYERS = (0, 1), (0, 3)  # audiences, as row security has them


def sees(*, actor: Actor, entry: Numbered) -> bool:
    """Whether an entry is the actor's to know of; the same as the policy on the table of numbers."""
    if actor.side is Side.SELLER:
        return entry.seller_id == actor.seller_id and entry.audience in _SELLERS
    if actor.side is Side.BUYER:
        return entry.buyer_id == actor.buyer_id and entry.buyer_id is not None and entry.audience in _BUYERS
    return actor.side is Side.ADMINISTRATOR


def entry_frame(*, entry: Numbered) -> bytes:
    """That something was done, and on which chain: an order's or offer's conversation has its own id."""
    about = {"kind": entry.kind, "chain": str(Ref(entry.seller_id, entry.chain))}
    return _frame("entry", about, id=entry.number)


def begin_frame(*, number: int, missed: bool) -> bytes:
    """The stream goes on behind this number; `missed`: more came meanwhile than is told one by one."""
    return _frame("begin", {"missed": missed}, id=number)


def is_hinted(*, actor: Actor, hint: Mapping[str, object]) -> bool:
    """That a side has read is told to the other one; where somebody is, to their colleagues alone."""
    if hint["doing"] != READ:
        mine = actor.side is Side.SELLER and actor.seller_id == hint["seller"]
        return mine and str(actor.person) != hint["person"]
    if hint["side"] == Side.BUYER.value:
        return actor.side is Side.SELLER and actor.seller_id == hint["seller"]
    return actor.side is Side.BUYER and str(actor.buyer_id) == hint["buyer"]


def hint_frame(*, hint: Mapping[str, object]) -> bytes:
    """Something that nobody stores a number for: lost when lost. Of what says "look again", only where."""
    told = _PLACELESS if hint["doing"] in (READ, SHARED) else tuple(hint)
    return _frame("hint", {name: hint[name] for name in told})


def _frame(event: str, about: Mapping[str, object], *, id: int | None = None) -> bytes:
    number = "" if id is None else f"id: {id}\n"
    return f"event: {event}\n{number}data: {json.dumps(about, separators=(',', ':'))}\n\n".encode()
