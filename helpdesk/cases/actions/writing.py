"""The rows that a move writes, in the transaction of its entry, and what the entry says of it in clear."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from helpdesk.archive.terms import Receipt
from helpdesk.cases.models import Case, Closed, Step
from helpdesk.cases.queries.standing import Standing
from helpdesk.cases.rules import engine, storing
from helpdesk.cases.rules.dates import mark_of
from helpdesk.cases.rules.lapses import GRACE_US
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.names import Owner, Verdict, Weight
from helpdesk.cases.terms.states import Closed as Ended
from helpdesk.cases.terms.states import Date, Facts, Move, Reckoning
from helpdesk.conversations.terms import Thread
from helpdesk.kernel.actor import Side
from helpdesk.kernel.clock import from_us

_COUNTED = (Verdict.MET, Verdict.LATE, Verdict.MISSED)
_CLEAR = (FieldType.CODE, FieldType.FLAG, FieldType.MONEY, FieldType.DAY)


def facts_of(*, move: Move, given: Facts) -> dict[str, int | str]:
    """What the leaf says: codes, amounts, days, and the dates that ended and began. A parcel's number and
    other texts are committed instead.

    `closed` names dates as code:owner:due:verdict, `opened` as code:owner:due (microseconds UTC, 0: nobody
    can know yet), with spaces between.
    """
    said: dict[str, int | str] = {
        "kind": move.state.kind.value,
        "version": move.state.version,
        "step": move.step,
        "to": move.to,
    }
    said |= {"from": move.frm} if move.frm else {}
    said |= {"outcome": move.outcome} if move.outcome else {}
    if counted := counted_of(move.closed):
        said["closed"] = " ".join(_closing(one) for one in counted)
    if opened := [one for one in move.opened if one.weight is not Weight.REMINDER]:
        said["opened"] = " ".join(f"{one.code}:{one.owner.value}:{one.due or 0}" for one in opened)
    clear = {name: value for name, value in given.items() if _is_clear(name)}
    if any(FIELDS[name].type is FieldType.MONEY for name in clear):
        clear["currency"] = move.state.facts.get("currency", "")
    return said | clear


def counted_of(closed: Sequence[Ended]) -> list[Ended]:
    """Those that somebody owed and that had an end."""
    return [one for one in closed if one.verdict in _COUNTED and one.due is not None]


def create(
    *,
    thread: Thread,
    receipt: Receipt,
    move: Move,
    flow: Flow,
    reckoning: Reckoning,
    begun: Mapping[str, Any],
) -> None:
    """A new case with its first step; `begun` are the columns that stay."""
    Case.objects.create(
        seller_id=thread.ref.seller_id,
        id=receipt.entry,
        chain=thread.ref.id,
        buyer_id=thread.buyer_id,
        n=_n(thread),
        at=receipt.at,
        **begun,
        **_standing(thread, receipt, move, flow, reckoning),
    )
    _add_step(thread, receipt, move, begun["side"], receipt.entry)


def advance(*, case: Standing, thread: Thread, receipt: Receipt, move: Move, side: Side) -> None:
    """The case after a move of a side, the step, and the dates that ended with it."""
    row, columns = case.row, _standing(thread, receipt, move, case.flow, case.reckoning)
    Case.objects.filter(seller_id=row.seller_id, id=row.id).update(**columns)
    _add_step(thread, receipt, move, side.value, row.id)
    Closed.objects.bulk_create([_closed(one, row, receipt) for one in counted_of(move.closed)])


def next_look(*, dates: Sequence[Date], booked: frozenset[str]) -> datetime | None:
    """When the sweep looks again: a minute after the first date that passes and is not on record."""
    ahead = [one.due for one in dates if one.due is not None and mark_of(one) not in booked]
    return from_us(min(ahead) + GRACE_US + 1) if ahead else None


def owed_next(*, dates: Sequence[Date], owner: Owner) -> Date | None:
    """What whoever must act owes next; a date that has passed stays until it is done."""
    mine = [one for one in dates if one.owner is owner and one.weight is not Weight.REMINDER]
    return next((one for one in mine if one.due is not None), None)


def _is_clear(name: str) -> bool:
    field = FIELDS[name]
    return field.type in _CLEAR and not field.from_door


def _closing(one: Ended) -> str:
    return f"{one.code}:{one.owner.value}:{one.due}:{one.verdict.value}"


def _n(thread: Thread) -> int:
    return thread.head.n + 1 if thread.head else 0


def _standing(
    thread: Thread, receipt: Receipt, move: Move, flow: Flow, reckoning: Reckoning
) -> dict[str, Any]:
    running = engine.dates(flow, state=move.state, reckoning=reckoning, at=move.at)
    kept = {mark_of(one): one.due for one in running if one.due is not None}
    state = replace(move.state, kept=kept)
    owner = engine.waiting_on(flow, state=state)
    due = owed_next(dates=running, owner=owner)
    return {
        "kind": state.kind.value,
        "version": state.version,
        "state": storing.stored(state),
        "stage": state.stage,
        "owner": owner.value,
        "outcome": move.outcome,
        "ended_at": receipt.at if move.outcome else None,
        "last_by": receipt.entry,
        "last_n": _n(thread),
        "last_at": receipt.at,
        "due_at": from_us(due.due) if due and due.due is not None else None,
        "due_code": due.code if due else "",
        "next_at": next_look(dates=running, booked=state.booked),
    }


def _add_step(thread: Thread, receipt: Receipt, move: Move, side: str, case: UUID) -> None:
    Step.objects.create(
        seller_id=thread.ref.seller_id,
        id=receipt.entry,
        case_id=case,
        chain=thread.ref.id,
        buyer_id=thread.buyer_id,
        n=_n(thread),
        kind=move.state.kind.value,
        version=move.state.version,
        step=move.step,
        side=side,
        frm=move.frm,
        stage=move.to,
        outcome=move.outcome,
        at=receipt.at,
    )


def _closed(one: Ended, row: Case, receipt: Receipt) -> Closed:
    assert one.due is not None
    return Closed(
        seller_id=row.seller_id,
        id=uuid5(receipt.entry, f"{one.code}/{one.due}"),
        case_id=row.id,
        chain=row.chain,
        buyer_id=row.buyer_id,
        code=one.code,
        owner=one.owner.value,
        due_at=from_us(one.due),
        verdict=one.verdict.value,
        closed_by=receipt.entry,
        at=receipt.at,
    )
