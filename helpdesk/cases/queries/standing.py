"""One case as the engine sees it, for actions: in the present scope, under its thread's lock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.cases.models import Case, Step
from helpdesk.cases.queries.reckoning import Contract, place_of, reckoning_of
from helpdesk.cases.rules import engine, known, storing
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.states import CaseState, Reckoning
from helpdesk.conversations.models import Message
from helpdesk.conversations.terms import Manner, Thread
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound

_NO_ANSWER = (Manner.INTERIM, Manner.AUTOMATIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A case with its flow and by what it is counted; `state` knows the Seller's messages since."""

    row: Case
    flow: Flow
    state: CaseState
    reckoning: Reckoning


def conversation_of(*, actor: Actor, case: Ref) -> Ref:
    """The thread in which it runs. Raises NotFound for others' too, and to the Platform's machines."""
    with acting(actor):
        chain = _rows(case).values_list("chain", flat=True).first()
    if chain is None or actor.side is Side.PLATFORM:
        raise NotFound("case.not_found")
    return Ref(case.seller_id, chain)


def standing(*, case: Ref, thread: Thread) -> Standing:
    """As it stands in this transaction, in that thread. Two SQL statements. Raises NotFound, Busy."""
    row = _rows(case).filter(chain=thread.ref.id).first()
    if row is None:
        raise NotFound("case.not_found")
    flow, state = read(stored=row.state, said=_said_since(row))
    reckoning = reckoning_of(
        place=place_of(thread=thread),
        contract=Contract(law=row.law, made_on=row.contract_on),
        facts=state.facts,
        in_force=thread.in_force,
    )
    return Standing(row=row, flow=flow, state=state, reckoning=reckoning)


def read(*, stored: Mapping[str, Any], said: Iterable[tuple[datetime, str | None]]) -> tuple[Flow, CaseState]:
    """The flow with which a case runs, and its state with what the Seller said since it was stored.

    `said`: when the Seller wrote, and how it was meant.
    """
    state = storing.restored(stored)
    flow = known.flow(state.kind, version=state.version)
    for at, manner in said:
        if manner != Manner.AUTOMATIC:
            full = manner not in _NO_ANSWER
            state = engine.answered(flow, state=state, at=to_us(at), full=full)
    return flow, state


def entries_of(*, case: Ref) -> set[UUID]:
    """The entries of its steps, in the present scope. One SQL statement."""
    rows = Step.objects.filter(seller_id=case.seller_id, case_id=case.id)
    return set(rows.values_list("id", flat=True))


def running_of(*, order: Ref) -> int:
    """How many cases of an order run, in the present scope. One SQL statement."""
    return Case.objects.filter(seller_id=order.seller_id, order_id=order.id, ended_at=None).count()


def _said_since(row: Case) -> list[tuple[datetime, str | None]]:
    here = Message.objects.filter(seller_id=row.seller_id, conversation_id=row.chain, n__gt=row.last_n)
    return list(here.filter(side=Side.SELLER.value).order_by("n").values_list("at", "manner"))


def _rows(case: Ref) -> QuerySet[Case]:
    return Case.objects.filter(seller_id=case.seller_id, id=case.id)
