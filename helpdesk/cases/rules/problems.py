"""What is wrong with a flow. A case must never stand where nobody owes and nobody can do anything."""

from collections.abc import Iterable, Iterator

from helpdesk.cases.rules.guards import GUARDS
from helpdesk.cases.rules.own import OWN
from helpdesk.cases.rules.routes import stages_of
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.flows import Due, FieldUse, Flow, Route, Step
from helpdesk.cases.terms.names import Basis, By, Effect, Owner, Situation

_SINCE = frozenset({"stage", "dated", "arrival", "answered"})
_COMPLAINT = "missed_or_refused"  # to call the Platform is no way to do what is owed
_TONES = frozenset({"", "main", "no"})


def problems(flow: Flow) -> tuple[str, ...]:
    """Every problem, for a developer; a flow without any can be run."""
    references = tuple(_references(flow))
    return references or (*_ways(flow), *_clocks(flow))


def reachable(flow: Flow) -> frozenset[str]:
    """The stages in which a case of this flow can be, whatever the guards say."""
    seen, todo = set[str](), {flow.opening.stage}
    while todo:
        stage = todo.pop()
        seen.add(stage)
        leaving = (step for step in flow.steps.values() if stage in step.frm)
        todo |= {to for step in leaving for to in stages_of(flow, frm=stage, route=step.route)} - seen
    return frozenset(seen)


def _references(flow: Flow) -> Iterator[str]:
    stages = flow.stages.keys()
    named = {flow.opening.stage, *flow.upheld.values(), *(s for path in flow.paths for s in path.stages)}
    for step in flow.steps.values():
        named |= step.frm | stages_of(flow, frm=flow.opening.stage, route=step.route)
        yield from _of_step(flow, step)
    named |= {stage for due in flow.dues for stage in due.stages}
    yield from (f"no stage {name}" for name in sorted(named - stages))
    yield from (f"{name} is a stage and a step" for name in sorted(stages & flow.steps.keys()))
    yield from (f"{name} is a step of the engine" for name in sorted(OWN.keys() & flow.steps.keys()))
    conditions = {*flow.opening.guards, *(path.when for path in flow.paths)}
    conditions |= {stage.passes[0] for stage in flow.stages.values() if stage.passes}
    conditions |= {lapse.when for due in flow.dues for lapse in due.lapses}
    yield from (f"no guard {name}" for name in sorted(conditions - GUARDS.keys() - {""}))
    yield from _of_fields("opening", flow.opening.fields)
    yield from (f"no situation {one}" for one in flow.opening.situations if one not in set(Situation))
    for stage in flow.stages.values():
        if stage.passes and stage.passes[1] not in flow.steps:
            yield f"{stage.name} passes by a step {stage.passes[1]} that is not there"


def _of_step(flow: Flow, step: Step) -> Iterator[str]:
    yield from (f"{step.name}: no guard {name}" for name in step.guards if name not in GUARDS)
    yield from _of_fields(step.name, step.fields)
    if step.tone not in _TONES:
        yield f"{step.name}: no tone {step.tone}"
    if step.counts_as and step.counts_as not in flow.steps:
        yield f"{step.name}: no step {step.counts_as}"
    if not step.by or not step.frm:
        yield f"{step.name} is nobody's"
    if By.SYSTEM in step.by and any(use.required for use in step.fields):
        yield f"{step.name}: time gives no fields"
    yield from _of_route(flow, step, step.route)


def _of_route(flow: Flow, step: Step, route: Route) -> Iterator[str]:
    """A route by a fact knows a way for every value that the fact can have when the step is taken."""
    if not route.by:
        return
    own = [use for use in step.fields if use.name == route.by]
    values = _values(flow, own or [use for use in _uses(flow) if use.name == route.by])
    if not values and route.by not in step.sets:
        yield f"{step.name}: nobody says {route.by}"
    yield from (f"{step.name}: no way for {one}" for one in sorted(values - route.stages.keys()))
    for one in route.stages.values():
        yield from _of_route(flow, step, one)


def _uses(flow: Flow) -> Iterator[FieldUse]:
    yield from flow.opening.fields
    for step in flow.steps.values():
        yield from step.fields


def _values(flow: Flow, uses: Iterable[FieldUse]) -> frozenset[str]:
    """What may be given; a remedy that no step narrows is one that the flow carries out."""
    return frozenset(
        value
        for use in uses
        if use.name in FIELDS
        for value in use.choices or (flow.upheld if use.name == "remedy" else FIELDS[use.name].choices)
    )


def _of_fields(where: str, uses: tuple[FieldUse, ...]) -> Iterator[str]:
    for use in uses:
        if use.name not in FIELDS:
            yield f"{where}: no field {use.name}"
        elif use.choices and (
            FIELDS[use.name].type is not FieldType.CODE
            or not set(use.choices) <= set(FIELDS[use.name].choices)
        ):
            yield f"{where}: {use.name} has no such choices"


def _ways(flow: Flow) -> Iterator[str]:
    seen = reachable(flow)
    yield from (f"{name} cannot be reached" for name in flow.stages if name not in seen)
    for stage in flow.stages.values():
        leaving = [step for step in flow.steps.values() if stage.name in step.frm and not step.stays]
        if stage.ends != (stage.owner is Owner.NOBODY):
            yield f"{stage.name}: an ended case has no owner, and every other has one"
        if stage.ends:
            if not stage.outcome:
                yield f"{stage.name} ends without an outcome"
        elif not any(stage.owner.value in step.by and _COMPLAINT not in step.guards for step in leaving):
            yield f"{stage.name}: its owner can do nothing"
        elif not _can_end(flow, stage.name):
            yield f"{stage.name} never comes to an end"


def _can_end(flow: Flow, stage: str) -> bool:
    seen, todo = set[str](), {stage}
    while todo:
        here = todo.pop()
        if flow.stages[here].ends:
            return True
        seen.add(here)
        leaving = (step for step in flow.steps.values() if here in step.frm)
        todo |= {to for step in leaving for to in stages_of(flow, frm=here, route=step.route)} - seen
    return False


def _clocks(flow: Flow) -> Iterator[str]:
    for stage in flow.stages.values():
        if not stage.ends and not stage.open_ended and not any(stage.name in due.stages for due in flow.dues):
            yield f"{stage.name} has no date and does not say why"
    sides = {f"{step.name}:{side.value}" for step in flow.steps.values() for side in step.by}
    for due in flow.dues:
        yield from _of_due(flow, due, known=_SINCE | flow.steps.keys() | sides)


def _of_due(flow: Flow, due: Due, *, known: frozenset[str]) -> Iterator[str]:
    if not due.lapses and not due.why:
        yield f"{due.code}: nothing follows, and it does not say why"
    if due.lapses and due.lapses[-1].when:
        yield f"{due.code}: what follows where no condition holds?"
    yield from (f"{due.code}: no event {one}" for one in ({due.since} | due.until | due.hold) - known)
    if (due.basis is Basis.LAW) != bool(due.law_key):
        yield f"{due.code}: a period of the law names its row, and no other does"
    if due.basis is not Basis.LAW and due.amount < 1:
        yield f"{due.code} has no length"
    if due.since == "stage" and len(due.stages) > 1:
        yield f"{due.code} runs through several stages: since which?"
    for lapse in due.lapses:
        step = flow.steps.get(lapse.step)
        if (lapse.effect is Effect.STEP) != (step is not None):
            yield f"{due.code}: a step follows, or none"
        elif step and (By.SYSTEM not in step.by or not due.stages <= step.frm):
            yield f"{due.code}: time cannot take {lapse.step} from there"
