"""The flows of cases: stages, who must act in them, by when, and where the steps lead."""

from datetime import date
from typing import Any

from ninja import Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.cases import queries
from helpdesk.cases.terms.drawn import ArrowDrawn, BoxDrawn, DueDrawn, FlowDrawn
from helpdesk.kernel import clock

router = Router()


class FlowDue(Schema):
    """A date: `amount` in `basis`; of a law by the rows of `law_key` in `/law`. `held`: it may wait.

    `leads_to` are steps that the calendar takes when it passes; `escalates`: the Platform may be called.
    """

    code: str
    owner: str
    basis: str
    amount: int
    law_key: str | None
    since: str
    held: bool
    leads_to: list[str]
    escalates: bool


class FlowArrow(Schema):
    """A step: who may take it, and to which stages it may lead; none, where the case stays."""

    step: str
    by: list[str]
    to: list[str]


class FlowStage(Schema):
    """A stage. `owner` must act."""

    stage: str
    owner: str
    ends: bool
    dues: list[FlowDue]
    steps: list[FlowArrow]


class FlowShape(Schema):
    """One kind of case, in the version by which a case opened on that day runs."""

    kind: str
    version: int
    versions: list[int]
    starts_on: date
    ways: list[list[str]]
    stages: list[FlowStage]


class Flows(Schema):
    """All kinds."""

    on: date
    flows: list[FlowShape]


@router.get("", response=Flows)
def show(request: ApiRequest) -> dict[str, Any]:
    """As a case opened today runs by them."""
    day = clock.now().date()
    return {"on": day, "flows": [_flow(one) for one in queries.flows(on=day)]}


def _flow(of: FlowDrawn) -> dict[str, Any]:
    return {
        "kind": of.kind.value,
        "version": of.version,
        "versions": list(of.versions),
        "starts_on": of.starts_on,
        "ways": [list(way) for way in of.ways],
        "stages": [_stage(one) for one in of.boxes],
    }


def _stage(of: BoxDrawn) -> dict[str, Any]:
    return {
        "stage": of.stage,
        "owner": of.owner.value,
        "ends": of.ends,
        "dues": [_due(one) for one in of.dues],
        "steps": [_arrow(one) for one in of.arrows],
    }


def _due(of: DueDrawn) -> dict[str, Any]:
    return {
        "code": of.code,
        "owner": of.owner.value,
        "basis": of.basis.value,
        "amount": of.amount,
        "law_key": of.law_key or None,
        "since": of.since,
        "held": of.waits,
        "leads_to": list(of.leads),
        "escalates": of.escalates,
    }


def _arrow(of: ArrowDrawn) -> dict[str, Any]:
    return {"step": of.step, "by": [one.value for one in of.by], "to": list(of.to)}
