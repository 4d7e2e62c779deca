"""Cases as their two sides see them: where they stand, who must act, what may be done, until when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from django.db.models import Q

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, scope_of
from helpdesk.cases.models import Case
from helpdesk.cases.policies import side_of
from helpdesk.cases.queries.reckoning import Contract, Place, reckoning_of
from helpdesk.cases.queries.standing import read
from helpdesk.cases.rules import drawing, engine, numbers
from helpdesk.cases.rules.counting import usual_arrival
from helpdesk.cases.terms.deeds import CaseShown, Chip, Chosen, StageShown
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.names import Kind, Owner, Situation, Weight
from helpdesk.cases.terms.states import Allowed, CaseState, Date, Reckoning
from helpdesk.deadlines.terms import InForce
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound

_SHOWN = "SELECT * FROM cases_shown_v1(%s, %s, %s, %s::bigint, %s::uuid, %s::bigint[], %s::uuid[])"
_EVERY = Chosen()
_MACHINES = (Side.PLATFORM, Side.SYSTEM)
_HERE = {Side.SELLER: "seller_id", Side.BUYER: "buyer_id"}


class _Row(NamedTuple):
    seller_id: int
    id: UUID
    number: str
    chain: UUID
    order_id: UUID
    situation: str
    side: str
    kind: str
    version: int
    market: str
    law: str
    contract_on: date
    message_id: UUID | None
    at: datetime
    dated_at: datetime
    state: Any
    outcome: str
    ended_at: datetime | None
    last_at: datetime
    last_n: int
    title: str
    seller: str
    buyer: str | None
    country: str
    subdivision: str
    zone: str
    market_country: str
    market_zone: str
    said_at: Sequence[datetime] | None
    manners: Sequence[str | None] | None
    editions: int
    outages: int


def case_of(*, actor: Actor, now: datetime, case: Ref) -> CaseShown:
    """One of them. One SQL statement. Raises NotFound for others' too, and to machines.

    It holds no word of either side: whoever reads those as an administrator needs a reading in force.
    """
    found = [] if actor.side in _MACHINES else _shown(actor, now, None, [case])
    if not found:
        raise NotFound("case.not_found")
    return found[0]


def place_in_flow(*, actor: Actor, case: Ref) -> tuple[Ref, Flow, CaseState, Reckoning]:
    """Its order, and how it stands, as the engine sees it. One SQL statement. Raises NotFound."""
    rows = hot.rows(_SHOWN, [*scope_of(actor), None, None, [case.seller_id], [case.id]])
    if actor.side in _MACHINES or not rows:
        raise NotFound("case.not_found")
    row = _Row(*rows[0])
    return Ref(row.seller_id, row.order_id), *_read(row)


def cases_in(*, actor: Actor, now: datetime, conversation: Ref) -> list[CaseShown]:
    """Those of one thread, the earliest first; empty for strangers and machines. One SQL statement."""
    return [] if actor.side in _MACHINES else _shown(actor, now, conversation, [])


def cases_named(*, actor: Actor, now: datetime, cases: Sequence[Ref]) -> dict[Ref, CaseShown]:
    """Those of them that the actor may see. One SQL statement; nothing for machines."""
    found = _shown(actor, now, None, cases) if cases and actor.side not in _MACHINES else []
    return {one.ref: one for one in found}


def cases_of(
    *,
    actor: Actor,
    now: datetime,
    limit: int,
    chosen: Chosen = _EVERY,
    after: tuple[datetime, UUID] | None = None,
) -> list[CaseShown]:
    """Those of the actor's shop, of the Buyer themselves, for administrators all of them, the latest first.

    `after` is (at, id) of the last one seen. Two SQL statements beside the scope's; nothing for machines.
    """
    if actor.side in _MACHINES:
        return []
    with acting(actor):
        rows = Case.objects.filter(_mine(actor), _chosen(chosen))
        if after is not None:
            rows = rows.filter(Q(at__lt=after[0]) | Q(at=after[0], id__lt=after[1]))
        places = rows.order_by("-at", "-id").values_list("seller_id", "id")[:limit]
        refs = [Ref(*place) for place in places]
    return _shown(actor, now, None, refs)[::-1] if refs else []


def cases_due(
    *,
    actor: Actor,
    now: datetime,
    limit: int,
    chosen: Chosen = _EVERY,
    after: tuple[datetime, UUID] | None = None,
) -> list[CaseShown]:
    """The same that run and owe something by a date, the most urgent first; `after` is (listed_at, id) of the
    last one seen. Two SQL statements beside the scope's.
    """
    if actor.side in _MACHINES:
        return []
    with acting(actor):
        rows = Case.objects.filter(_mine(actor), _chosen(chosen), ended_at=None, due_at__isnull=False)
        if after is not None:
            rows = rows.filter(Q(due_at__gt=after[0]) | Q(due_at=after[0], id__gt=after[1]))
        places = rows.order_by("due_at", "id").values_list("seller_id", "id", "due_at")[:limit]
        due_at = {Ref(seller_id, id): due for seller_id, id, due in places}
    found = cases_named(actor=actor, now=now, cases=list(due_at))
    return [replace(found[ref], listed_at=due) for ref, due in due_at.items() if ref in found]


def waiting_count(*, actor: Actor, chosen: Chosen) -> int:
    """How many there are. One SQL statement beside the scope's; none for machines."""
    if actor.side in _MACHINES:
        return 0
    with acting(actor):
        return Case.objects.filter(_mine(actor), _chosen(chosen), due_at__isnull=False).count()


def chips_of(*, actor: Actor, conversations: Sequence[Ref]) -> Mapping[Ref, Sequence[Chip]]:
    """The running cases of these threads, for lists of them. One SQL statement beside the scope's."""
    if not conversations or actor.side in _MACHINES:
        return {}
    found: dict[Ref, list[Chip]] = {}
    sellers, ids = {one.seller_id for one in conversations}, [one.id for one in conversations]
    with acting(actor):
        rows = Case.objects.filter(seller_id__in=sellers, chain__in=ids, ended_at=None)
        for row in rows.order_by("n"):
            chip = Chip(
                ref=Ref(row.seller_id, row.id),
                number=row.number,
                kind=Kind(row.kind),
                stage=row.stage,
                waiting_on=Owner(row.owner),
                due_at=row.due_at,
            )
            found.setdefault(Ref(row.seller_id, row.chain), []).append(chip)
    return found


def _mine(actor: Actor) -> Q:
    if actor.side not in _HERE:
        return Q()
    return Q(**{_HERE[actor.side]: actor.seller_id if actor.side is Side.SELLER else actor.buyer_id})


def _chosen(chosen: Chosen) -> Q:
    found = Q()
    if chosen.conversation is not None:
        found &= Q(seller_id=chosen.conversation.seller_id, chain=chosen.conversation.id)
    if chosen.order is not None:
        found &= Q(seller_id=chosen.order.seller_id, order_id=chosen.order.id)
    if chosen.stages:
        found &= Q(stage__in=list(chosen.stages))
    if chosen.kinds:
        found &= Q(kind__in=[kind.value for kind in chosen.kinds])
    if chosen.waiting_on is not None:
        found &= Q(owner=chosen.waiting_on.value, ended_at=None)
    if chosen.open is not None:
        found &= Q(ended_at__isnull=chosen.open)
    if chosen.market is not None:
        found &= Q(market=chosen.market)
    if chosen.number:
        found &= Q(number=numbers.typed(chosen.number) or "")
    return found


def _shown(actor: Actor, now: datetime, conversation: Ref | None, refs: Sequence[Ref]) -> list[CaseShown]:
    place = [None, None] if conversation is None else [conversation.seller_id, conversation.id]
    named = [[ref.seller_id for ref in refs], [ref.id for ref in refs]]
    return [_one(_Row(*row), actor, now) for row in hot.rows(_SHOWN, [*scope_of(actor), *place, *named])]


def _one(row: _Row, actor: Actor, now: datetime) -> CaseShown:
    flow, state, reckoning = _read(row)
    at = to_us(now)
    dates = engine.dates(flow, state=state, reckoning=reckoning, at=at)
    owner = engine.waiting_on(flow, state=state)
    due = _owed(dates, owner)
    return CaseShown(
        ref=Ref(row.seller_id, row.id),
        number=row.number,
        conversation=Ref(row.seller_id, row.chain),
        order=Ref(row.seller_id, row.order_id),
        title=row.title,
        market=row.market,
        seller=row.seller,
        buyer=row.buyer or (actor.name if actor.side is Side.BUYER else ""),
        kind=Kind(row.kind),
        version=row.version,
        situation=Situation(row.situation),
        opened_by=Side(row.side),
        message=row.message_id,
        at=row.at,
        dated_at=row.dated_at,
        stage=state.stage,
        waiting_on=owner,
        until=from_us(due.due) if due and due.due is not None else None,
        due=due,
        dates=dates,
        actions=_actions(actor, flow, state, reckoning, at),
        facts={name: value for name, value in state.facts.items() if name != "decider"},
        outcome=row.outcome,
        ended_at=row.ended_at,
        last_at=row.last_at,
        last_n=row.last_n,
        way=_way(flow, state, reckoning, at),
        arrives_on=usual_arrival(at, calendar=reckoning.market),
    )


def _way(flow: Flow, state: CaseState, reckoning: Reckoning, at: int) -> tuple[StageShown, ...]:
    bar = drawing.bar(flow, state=state, at=at, reckoning=reckoning)
    return tuple(
        StageShown(
            stage=one.stage,
            owner=one.owner,
            mark=one.mark,
            at=from_us(one.at) if one.at is not None else None,
        )
        for one in bar.steps
    )


def _read(row: _Row) -> tuple[Flow, CaseState, Reckoning]:
    stored = msgspec.json.decode(row.state) if isinstance(row.state, str | bytes) else row.state
    said = zip(row.said_at or (), row.manners or (), strict=True)
    flow, state = read(stored=stored, said=said)
    reckoning = reckoning_of(
        place=Place(
            country=row.country,
            subdivision=row.subdivision,
            zone=row.zone,
            market_country=row.market_country,
            market_zone=row.market_zone,
        ),
        contract=Contract(law=row.law, made_on=row.contract_on),
        facts=state.facts,
        in_force=InForce(editions=row.editions, outages=row.outages),
    )
    return flow, state, reckoning


def _owed(dates: Sequence[Date], owner: Owner) -> Date | None:
    """What whoever must act owes next."""
    mine = [one for one in dates if one.owner is owner and one.weight is not Weight.REMINDER]
    return next(iter(mine), None)


def _actions(
    actor: Actor, flow: Flow, state: CaseState, reckoning: Reckoning, at: int
) -> tuple[Allowed, ...]:
    side = side_of(actor)
    return engine.allowed(flow, state=state, side=side, at=at, reckoning=reckoning) if side else ()
