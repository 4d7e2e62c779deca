"""The flows that cases run by: what is published of them is for everybody."""

from datetime import date

from helpdesk.cases.rules import known
from helpdesk.cases.rules.drawing import Box, boxes
from helpdesk.cases.terms.drawn import ArrowDrawn, BoxDrawn, DueDrawn, FlowDrawn
from helpdesk.cases.terms.flows import Due, Flow
from helpdesk.cases.terms.names import Effect, Kind


def flows(*, on: date) -> list[FlowDrawn]:
    """The version of each kind that a case opened on this day would run by. No SQL statement."""
    return [_drawn(known.newest(kind, on=on)) for kind in Kind]


def _drawn(flow: Flow) -> FlowDrawn:
    return FlowDrawn(
        kind=flow.kind,
        version=flow.version,
        versions=known.versions(flow.kind),
        starts_on=flow.starts_on,
        ways=tuple(path.stages for path in reversed(flow.paths)),
        boxes=tuple(_box(one) for one in boxes(flow)),
    )


def _box(of: Box) -> BoxDrawn:
    return BoxDrawn(
        stage=of.stage.name,
        owner=of.stage.owner,
        ends=of.stage.ends,
        dues=tuple(_due(one) for one in of.dues),
        arrows=tuple(ArrowDrawn(step=one.step, by=one.by, to=one.to) for one in of.arrows),
    )


def _due(of: Due) -> DueDrawn:
    return DueDrawn(
        code=of.code,
        owner=of.owner,
        basis=of.basis,
        amount=of.amount,
        law_key=of.law_key,
        since=of.since,
        waits=bool(of.hold),
        leads=tuple(one.step for one in of.lapses if one.effect is Effect.STEP),
        escalates=any(one.effect is Effect.ESCALATION for one in of.lapses),
    )
