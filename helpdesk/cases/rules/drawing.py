"""A flow as a picture: the step bar of a case, and the table from which the documentation is drawn."""

from collections.abc import Iterator
from typing import NamedTuple

from helpdesk.cases.rules.guards import holds
from helpdesk.cases.rules.looks import Look
from helpdesk.cases.rules.routes import stages_of
from helpdesk.cases.terms.flows import Due, Flow, Stage
from helpdesk.cases.terms.names import By, Owner
from helpdesk.cases.terms.states import CaseState, Reckoning

DONE, CURRENT, EXPECTED = "done", "current", "expected"


class BarStep(NamedTuple):
    """One stage: `mark` is done, current or expected; `at` when it was entered (microseconds UTC)."""

    stage: str
    owner: Owner
    mark: str
    at: int | None


class Bar(NamedTuple):
    """The way of a case. `position` of `total` counts from 1; an ended case is at its end."""

    steps: tuple[BarStep, ...]
    position: int
    total: int


class Arrow(NamedTuple):
    """One step from here: who may take it, and where it may lead; nowhere, where it stays."""

    step: str
    by: tuple[By, ...]
    to: tuple[str, ...]


class Box(NamedTuple):
    """One stage with its dates and its arrows."""

    stage: Stage
    dues: tuple[Due, ...]
    arrows: tuple[Arrow, ...]


def bar(flow: Flow, *, state: CaseState, at: int, reckoning: Reckoning) -> Bar:
    """What is behind the case, where it is, what is to come on the usual way.

    What it jumped over is done; a stage beside the way (a refusal, the Platform) stands where it was left.
    """
    way = _way(flow, state, at, reckoning)
    steps = tuple(_steps(flow, state, way))
    position = next((n for n, one in enumerate(steps, 1) if one.mark == CURRENT), len(steps))
    return Bar(steps, position, len(steps))


def boxes(flow: Flow) -> tuple[Box, ...]:
    """Every stage: the usual way first, then what lies beside it, in the order of the files."""
    usual = [stage for path in reversed(flow.paths) for stage in path.stages]
    order = dict.fromkeys([*usual, *flow.stages])
    return tuple(_box(flow, flow.stages[name]) for name in order)


def _way(flow: Flow, state: CaseState, at: int, reckoning: Reckoning) -> tuple[str, ...]:
    look = Look(flow=flow, state=state, side=By.SYSTEM, at=at, reckoning=reckoning)
    usual = next(path.stages for path in flow.paths if holds(path.when, look=look))
    if state.stage in usual:
        return usual
    passed = [n for n, stage in enumerate(usual) if stage in state.since]
    here = max(passed, default=-1) + 1
    rest = () if flow.stages[state.stage].ends else usual[here:]
    return (*usual[:here], state.stage, *rest)


def _steps(flow: Flow, state: CaseState, way: tuple[str, ...]) -> Iterator[BarStep]:
    here = way.index(state.stage)
    for n, name in enumerate(way):
        owner, at = flow.stages[name].owner, state.since.get(name)
        if n == here:
            yield BarStep(name, owner, DONE if flow.stages[name].ends else CURRENT, at)
        else:
            yield BarStep(name, owner, DONE if n < here else EXPECTED, at if n < here else None)


def _box(flow: Flow, stage: Stage) -> Box:
    leaving = (step for step in flow.steps.values() if stage.name in step.frm)
    arrows = tuple(
        Arrow(
            step.name,
            tuple(sorted(step.by)),
            tuple(sorted(stages_of(flow, frm=stage.name, route=step.route))) if not step.stays else (),
        )
        for step in leaving
    )
    return Box(stage, tuple(due for due in flow.dues if stage.name in due.stages), arrows)
