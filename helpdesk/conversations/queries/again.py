"""Sent messages read again by the rules of conduct, in log order, with what the Platform knows of each.

What the record says of an order is what it says today; `lasting` leaves out what depends on that. Files are
not read again: what stood in them was not kept. Their names are part of the message.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import thread_time
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from helpdesk.archive.models import Value
from helpdesk.archive.queries import numbered_after
from helpdesk.archive.terms import Numbered
from helpdesk.conduct import rules as conduct
from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.rules.rereading import Again, lasting
from helpdesk.conduct.terms import EARLIER, EARLIER_HOURS, Attached, Said, Verdict
from helpdesk.conversations.models import Conversation, Message
from helpdesk.conversations.queries.examining import Scene, particulars_there
from helpdesk.conversations.queries.facts import facts_in
from helpdesk.kernel.actor import SYSTEM, Actor, Role, Side
from helpdesk.kernel.ids import Ref

PackOf = Callable[["Setting"], Pack]
_ROLES = {Side.SELLER: Role.AGENT, Side.BUYER: Role.BUYER}
_BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where and when a message was said: what decides which pack counts."""

    market: str
    at: datetime
    countries: Sequence[str] = ()
    hosts: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Old:
    """A message with its thread and its words; `text` None: erased."""

    row: Message
    thread: Conversation
    text: str | None
    names: Sequence[str]


def read_again(*, after: int, up_to: int, limit: int, pack_of: PackOf) -> Sequence[Again]:
    """The messages after one number of the log and up to another, in order, at most `limit`.

    In the present scope. Four SQL statements, and up to seven for a message in which something is found.
    """
    conduct.warm()
    entries = numbered_after(number=after, up_to=up_to, kinds=("message",), limit=limit)
    old = _old(entries)
    return [_again(entry.number, old[entry.entry_id], pack_of) for entry in entries if entry.entry_id in old]


def _again(number: int, old: _Old, pack_of: PackOf) -> Again:
    row, thread = old.row, old.thread
    return Again(
        number=number,
        seller_id=row.seller_id,
        entry=row.id,
        conversation=row.conversation_id,
        buyer_id=row.buyer_id,
        side=Side(row.side),
        language=row.language,
        market=thread.market,
        at=row.at,
        verdict=lasting(verdict=_verdict(old, pack_of)),
    )


def _verdict(old: _Old, pack_of: PackOf) -> Verdict:
    """A first look, as cheap as for a new message; a second one with all that is known, where it finds
    something."""
    setting = Setting(market=old.thread.market, at=old.row.at)
    first = pack_of(setting)
    if old.text is None:
        return Verdict(pack=first.version)
    said = Said(
        text=old.text,
        side=Side(old.row.side),
        language=old.row.language,
        market=old.thread.market,
        attachments=[Attached(name=name) for name in old.names],
    )
    found = conduct.examine(said=said, pack=first, seconds=thread_time)
    if not found.findings and not (conduct.wants_earlier(text=old.text) and old.row.n):
        return found
    return _informed(replace(said, earlier=_earlier(old.row)), old, setting, pack_of)


def _informed(said: Said, old: _Old, setting: Setting, pack_of: PackOf) -> Verdict:
    thread = old.thread
    scene = Scene(
        ref=Ref(thread.seller_id, thread.id),
        order=thread.order_id,
        offer=thread.offer_id,
        market=thread.market,
    )
    known = particulars_there(actor=_author(old.row), scene=scene)
    if known is None:
        return conduct.examine(said=said, pack=pack_of(setting), seconds=thread_time)
    on = setting.at.astimezone(ZoneInfo(known.zone)).date().isoformat()
    said = replace(said, country=known.country, facts=facts_in(known), today=on)
    pack = pack_of(replace(setting, countries=(known.country,), hosts=known.hosts))
    return conduct.examine(said=said, pack=pack, seconds=thread_time)


def _earlier(row: Message) -> Sequence[str]:
    """What its author's side wrote shortly before. Two SQL statements."""
    before = Message.objects.filter(
        seller_id=row.seller_id,
        conversation_id=row.conversation_id,
        side=row.side,
        n__lt=row.n,
        at__gte=row.at - timedelta(hours=EARLIER_HOURS),
    )
    ids = list(before.order_by("-n").values_list("id", flat=True)[:EARLIER])
    said = _values([(row.seller_id, id) for id in ids])
    return [said[id][_BODY].decode() for id in reversed(ids) if _BODY in said[id]]


def _old(entries: Sequence[Numbered]) -> Mapping[UUID, _Old]:
    places = [(one.seller_id, one.entry_id) for one in entries]
    rows = list(Message.objects.filter(pk__in=places, side__in=[side.value for side in _ROLES]))
    here = {(row.seller_id, row.conversation_id) for row in rows}
    threads = {(one.seller_id, one.id): one for one in Conversation.objects.filter(pk__in=list(here))}
    said = _values(places)
    return {
        row.id: _Old(
            row=row,
            thread=threads[row.seller_id, row.conversation_id],
            text=body.decode() if (body := said[row.id].get(_BODY)) is not None else None,
            names=[msgspec.json.decode(v)["name"] for k, v in sorted(said[row.id].items()) if k != _BODY],
        )
        for row in rows
    }


def _values(places: Iterable[tuple[int, UUID]]) -> Mapping[UUID, Mapping[str, bytes]]:
    """Bodies and what messages say of their files, by entry and name. One SQL statement."""
    sellers = {seller_id for seller_id, _ in places}
    rows = Value.objects.filter(seller_id__in=sellers, entry_id__in=[id for _, id in places])
    found: dict[UUID, dict[str, bytes]] = defaultdict(dict)
    for id, name, value in rows.values_list("entry_id", "name", "value"):
        if name == _BODY or name.startswith("file-"):
            found[id][name] = bytes(value)
    return found


def _author(row: Message) -> Actor:
    """Whose words they are, so that what their side knows is known; nobody in person."""
    side = Side(row.side)
    return Actor(
        person=SYSTEM.person,
        name="",
        side=side,
        roles=frozenset({_ROLES[side]}),
        seller_id=row.seller_id if side is Side.SELLER else None,
        buyer_id=row.buyer_id if side is Side.BUYER else None,
        language=row.language,
    )
