"""Agreements with their words, for both sides of the thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from django.db.models import Q

from helpdesk.agreements.models import Agreement
from helpdesk.agreements.rules import state_of
from helpdesk.agreements.terms import Outcome, Shown, Standing, State, Type, What
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.archive.terms import Erased
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.terms.shown import Price

_SHOWN = "SELECT * FROM agreements_shown_v1(%s, %s, %s, %s::bigint, %s::uuid, %s::bigint[], %s::uuid[])"
_MACHINES = (Side.PLATFORM, Side.SYSTEM)
_HERE = {Side.SELLER: "seller_id", Side.BUYER: "buyer_id"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which of them: by state, by what they are, of one thread, or of the Buyer whose thread is `beside`."""

    states: Sequence[State] = ()
    what: What | None = None
    conversation: Ref | None = None
    beside: Ref | None = None


def agreements_in(*, actor: Actor, now: datetime, conversation: Ref) -> list[Shown]:
    """Those of one thread, the earliest first; empty for strangers and machines. One SQL statement.

    Administrators come here only with a reading in force (oversight).
    """
    if actor.side in _MACHINES:
        return []
    return _shown(actor, now, conversation, [])


def agreement_of(*, actor: Actor, now: datetime, agreement: Ref) -> Shown:
    """One of them. One SQL statement. Raises NotFound for others' too."""
    found = [] if actor.side not in _HERE else _shown(actor, now, None, [agreement])
    if not found:
        raise NotFound("agreement.not_found")
    return found[0]


def agreements_of(
    *,
    actor: Actor,
    now: datetime,
    limit: int,
    chosen: Filter = Filter(),
    after: tuple[datetime, UUID] | None = None,
) -> list[Shown]:
    """Those of the actor's shop, or of the Buyer themselves, the latest first, at most `limit`.

    `after` is (at, id) of the last one seen. Two SQL statements beside the scope's; nothing for other sides.
    """
    if actor.side not in _HERE:
        return []
    mine = {_HERE[actor.side]: actor.seller_id if actor.side is Side.SELLER else actor.buyer_id}
    with acting(actor):
        rows = Agreement.objects.filter(**mine).filter(_chosen(chosen, now))
        if after is not None:
            rows = rows.filter(Q(at__lt=after[0]) | Q(at=after[0], id__lt=after[1]))
        places = rows.order_by("-at", "-id").values_list("seller_id", "id")[:limit]
        refs = [Ref(*place) for place in places]
    return _shown(actor, now, None, refs)[::-1] if refs else []


def _chosen(chosen: Filter, now: datetime) -> Q:
    found = Q()
    if chosen.what is not None:
        found &= Q(what=chosen.what.value)
    if chosen.conversation is not None:
        found &= Q(seller_id=chosen.conversation.seller_id, conversation_id=chosen.conversation.id)
    if chosen.beside is not None:
        found &= Q(buyer_id__in=_buyer(chosen.beside))
    states = Q()
    for state in chosen.states:
        states |= _in_state(state, now)
    return found & states


def _buyer(thread: Ref) -> list[UUID]:
    """Whose thread it is, in the present scope; of others' nothing."""
    return [row.buyer_id for row in threads_by_ref(refs=[thread]).values()]


def _in_state(state: State, now: datetime) -> Q:
    """As `rules.state_of` says it."""
    here, past = Q(replaced_by=None), Q(due_at__isnull=False, due_at__lt=now)
    agreed = here & Q(outcome=Outcome.CONFIRMED.value)
    return {
        State.CHANGED: Q(replaced_by__isnull=False),
        State.WAITING: here & Q(outcome=None) & ~past,
        State.EXPIRED: here & Q(outcome=None) & past,
        State.DECLINED: here & Q(outcome=Outcome.DECLINED.value),
        State.WITHDRAWN: here & Q(outcome=Outcome.WITHDRAWN.value),
        State.KEPT: agreed & Q(kept_by__isnull=False),
        State.LAPSED: agreed & Q(kept_by=None, lapsed_by__isnull=False),
        State.IN_FORCE: agreed & Q(kept_by=None, lapsed_by=None),
    }[state]


def _shown(actor: Actor, now: datetime, conversation: Ref | None, refs: Sequence[Ref]) -> list[Shown]:
    place = [None, None] if conversation is None else [conversation.seller_id, conversation.id]
    named = [[ref.seller_id for ref in refs], [ref.id for ref in refs]]
    return [_one(row, now) for row in hot.rows(_SHOWN, [*scope_of(actor), *place, *named])]


def _one(row: tuple[Any, ...], now: datetime) -> Shown:
    seller_id, id, thread, n, what, about, side, owed_by, minor, currency, until, due_at, amends, at = row[
        :14
    ]
    settled_at, outcome, kept_at, kept_side, lapsed_by, lapsed_at, replaced_by, asks = row[14:22]
    words, author, reason, settled_author, *erased, title, market, order_id = row[22:]
    standing = Standing(
        id=id,
        what=What(what),
        n=n,
        proposed_by=Side(side),
        owed_by=Side(owed_by) if owed_by else None,
        asks=bool(asks),
        amends=amends,
        due_at=due_at,
        outcome=Outcome(outcome) if outcome else None,
        is_kept=kept_at is not None,
        lapsed_by=lapsed_by,
        is_replaced=replaced_by is not None,
    )
    return Shown(
        ref=Ref(seller_id, id),
        conversation=Ref(seller_id, thread),
        what=standing.what,
        type=Type(about) if about else None,
        state=state_of(standing, now=now),
        proposed_by=standing.proposed_by,
        owed_by=standing.owed_by,
        amount=Price(minor=minor, currency=currency) if minor is not None else None,
        until=until,
        due_at=due_at,
        at=at,
        n=n,
        words=_text(words),
        author=_name(author),
        amends=amends,
        replaced_by=replaced_by,
        settled_at=settled_at,
        settled_name=_name(settled_author),
        reason=_text(reason),
        kept_at=kept_at,
        kept_said_by=Side(kept_side) if kept_side else None,
        lapsed_at=lapsed_at,
        erased=_erased(*erased),
        title=title,
        market=market,
        order=Ref(seller_id, order_id) if order_id else None,
    )


def _text(value: bytes | None) -> str:
    return "" if value is None else bytes(value).decode()


def _name(value: bytes | None) -> str:
    return "" if value is None else str(msgspec.json.decode(value)["name"])


def _erased(by: UUID | None, ground: str | None, at: datetime | None) -> Erased | None:
    return Erased(entry=by, ground=ground or "", at=at) if by is not None and at is not None else None
