"""What a step does to a case."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from helpdesk.cases.rules.dates import dates, resumed, settled
from helpdesk.cases.rules.given import kept_of
from helpdesk.cases.rules.guards import holds
from helpdesk.cases.rules.looks import Look
from helpdesk.cases.rules.own import ASK, GIVE, asked_of
from helpdesk.cases.rules.routes import stage_after
from helpdesk.cases.rules.verdicts import closings
from helpdesk.cases.terms.flows import Flow, Step
from helpdesk.cases.terms.names import By
from helpdesk.cases.terms.states import (
    ANSWERED,
    ASKED,
    MESSAGE,
    UPDATE,
    Asked,
    CaseState,
    Facts,
    Move,
    Reckoning,
)

# What stays when a case begins anew because the remedy did not help: everything else belongs to that attempt.
LASTING: Final = frozenset(
    [
        *("situation", "consumer", "trader", "wanted", "currency", "condition", "items", "paid", "price"),
        *(
            "from_message",
            "right_ends",
            "in_time",
            "return_until",
            "guarantee",
            "refurbished_ok",
            "changed_at",
        ),
    ]
)
_MARKS = (ASKED, ANSWERED, MESSAGE, UPDATE)


def moved(
    flow: Flow, *, state: CaseState, step: Step, side: By, given: Facts, at: int, reckoning: Reckoning
) -> Move:
    """The case after the step, which somebody found lawful; with what that ended and began."""
    before = dates(flow, state=state, reckoning=reckoning, at=at)
    then = _after(flow, settled(state, reckoning=reckoning, at=at), step, side, given, at, reckoning)
    closed, opened = closings(
        before=before, after=dates(flow, state=then, reckoning=reckoning, at=at), side=side, at=at
    )
    stage = flow.stages[then.stage]
    return Move(
        state=then,
        step=step.name,
        by=side.value,
        at=at,
        frm=state.stage,
        to=then.stage,
        closed=closed,
        opened=opened,
        asks=step.asks,
        answers=ASKED in state.since and ASKED not in then.since,
        update=step.update,
        outcome=stage.outcome if stage.ends else "",
    )


def ends_question(flow: Flow, *, to: str) -> bool:
    """Whether what the Seller does now answers the 24 h clock, if the case is in `to` afterwards.

    Where a kind wants its first question answered by a step, only one that leads on does.
    """
    return flow.opening.message_answers or to != flow.opening.stage


def _after(
    flow: Flow, state: CaseState, step: Step, side: By, given: Facts, at: int, by: Reckoning
) -> CaseState:
    if step.name == ASK:
        of = asked_of(side=side, of=given.get("of"))
        state = replace(
            state,
            asked=Asked(of=of, at=at),
            requested=state.requested | {state.stage},
            since=_noted(state, step, side, at),
        )
        return _heard(state, at) if side is By.SELLER else state
    if step.name == GIVE:
        return replace(resumed(state, at=at), since=_noted(state, step, side, at))
    facts = {**state.facts, **kept_of(given)}
    facts |= {name: facts[str(to)[1:]] if str(to)[:1] == "@" else to for name, to in step.sets.items()}
    taken = replace(state, facts=facts, since=_noted(state, step, side, at))
    to = stage_after(flow, frm=state.stage, route=step.route, facts=facts)
    entered = taken if step.stays else entering(flow, state=taken, to=to, side=side, at=at, reckoning=by)
    if side is By.SELLER and ends_question(flow, to=entered.stage):
        entered = _heard(entered, at)
    if side is By.SELLER:
        entered = replace(entered, since={**entered.since, UPDATE: at})
    return _asking(entered, at) if step.asks else entered


def entering(flow: Flow, *, state: CaseState, to: str, side: By, at: int, reckoning: Reckoning) -> CaseState:
    """The case in its next stage, or in the one to which that passes it on."""
    state = resumed(state, at=at)
    if to == flow.opening.stage:
        marks = {key: state.since[key] for key in _MARKS if key in state.since}
        kept = {name: value for name, value in state.facts.items() if name in LASTING}
        return replace(
            state, stage=to, facts=kept, since={**marks, to: at}, booked=frozenset(), requested=frozenset()
        )
    facts = {name: value for name, value in state.facts.items() if name != "promised_on"}
    since = {key: value for key, value in state.since.items() if key != ASKED or not flow.stages[to].ends}
    state = replace(state, stage=to, facts=facts, since={**since, to: at})
    passes = flow.stages[to].passes
    if passes and holds(passes[0], look=Look(flow=flow, state=state, side=side, at=at, reckoning=reckoning)):
        following = stage_after(flow, frm=to, route=flow.steps[passes[1]].route, facts=facts)
        return entering(flow, state=state, to=following, side=side, at=at, reckoning=reckoning)
    return state


def _noted(state: CaseState, step: Step, side: By, at: int) -> Mapping[str, int]:
    sides = {f"{step.name}:{side.value}": at} if len(step.by) > 1 else {}
    alike = {step.counts_as: at} if step.counts_as else {}
    return {**state.since, **sides, **alike, step.name: at}


def _heard(state: CaseState, at: int) -> CaseState:
    since = {key: value for key, value in state.since.items() if key != ASKED}
    return replace(state, since={**since, ANSWERED: at, UPDATE: at})


def _asking(state: CaseState, at: int) -> CaseState:
    return replace(state, since={ASKED: at, **state.since})
