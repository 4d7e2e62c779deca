"""How a case begins, of which kind, and how it becomes one of another kind."""

from dataclasses import replace
from typing import Final

from helpdesk.cases.rules.dates import dates
from helpdesk.cases.rules.given import No, refusal_of_given, told_of
from helpdesk.cases.rules.guards import refusal_by
from helpdesk.cases.rules.looks import Look
from helpdesk.cases.rules.verdicts import closings
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.names import By, Kind, Situation
from helpdesk.cases.terms.states import ASKED, UPDATE, CaseState, Facts, Move, Reckoning

OPEN, CHANGE = "open", "change_kind"
_KINDS: Final = {
    Situation.NOT_ARRIVED: Kind.SHIPPING,
    Situation.DAMAGED: Kind.COMPLAINT,
    Situation.STOPPED_WORKING: Kind.COMPLAINT,
    Situation.GUARANTEE: Kind.WARRANTY,
    Situation.OTHER: Kind.CLAIM,
}
_CHANGERS: Final = (By.BUYER, By.PLATFORM)


def kind_for(situation: Situation, *, facts: Facts, at: int) -> Kind:
    """What a case of this situation is. A mind changed is a withdrawal while the law lets it."""
    if situation is not Situation.CHANGED_MIND:
        return _KINDS[situation]
    protected = facts.get("consumer") != 0 and facts.get("trader") != 0
    return Kind.WITHDRAWAL if protected and _in_time(facts, at) else Kind.RETURN


def refusal_of(flow: Flow, *, facts: Facts, at: int, reckoning: Reckoning) -> No | None:
    """Why a case of this kind cannot be opened with these facts; None where it can."""
    names = {use.name for use in flow.opening.fields}
    given = told_of({name: value for name, value in facts.items() if name in names})
    if refusal := refusal_of_given(flow.opening.fields, given=given):
        return refusal
    state = _begun(flow, facts, at, at, asked=True)
    look = Look(flow=flow, state=state, side=By.BUYER, at=at, reckoning=reckoning)
    return refusal_by(flow.opening.guards, look=look)


def opened(
    flow: Flow,
    *,
    facts: Facts,
    opened_at: int,
    dated_at: int,
    reckoning: Reckoning,
    answered: bool = False,
) -> Move:
    """A new case. `dated_at` is when a plain message declared it, else `opened_at`; `answered`: the Seller
    had answered that message in full already.
    """
    state = _begun(flow, facts, opened_at, dated_at, asked=not answered)
    return Move(
        state=state,
        step=OPEN,
        by=By.BUYER.value,
        at=opened_at,
        frm="",
        to=state.stage,
        opened=dates(flow, state=state, reckoning=reckoning, at=opened_at),
        asks=not answered,
    )


def refusal_of_change(
    flow: Flow, *, old: Flow, state: CaseState, side: By, facts: Facts, reckoning: Reckoning
) -> No | None:
    """Why the case cannot become one of `flow`'s kind: only the Buyer and an Administrator change it."""
    if side not in _CHANGERS:
        return No("case.not_your_step")
    if flow.kind is state.kind:
        return No("case.kind_same")
    if old.stages[state.stage].ends:
        return No("case.ended")
    return refusal_of(flow, facts={**state.facts, **facts}, at=state.dated_at, reckoning=reckoning)


def changed(
    flow: Flow, *, old: Flow, state: CaseState, side: By, facts: Facts, at: int, reckoning: Reckoning
) -> Move:
    """The case as one of another kind: its first instant stays, an answer already given stays one, and of a
    period that is over already the machine books no effect (`changed_at`).
    """
    merged = {**state.facts, **facts, "changed_at": at}
    begun = _begun(flow, merged, state.opened_at, state.dated_at, asked=ASKED in state.since)
    kept = {**state.since, **begun.since}
    if state.stage in flow.stages and flow.stages[state.stage].keeps:
        begun = replace(begun, stage=state.stage)
        kept[state.stage] = state.since[state.stage]
    since = {**kept, ASKED: state.since[ASKED]} if ASKED in state.since else kept
    after = replace(begun, since=since, pauses=state.pauses)
    then = dates(old, state=state, reckoning=reckoning, at=at)
    now = dates(flow, state=after, reckoning=reckoning, at=at)
    closed, opening = closings(before=then, after=now, side=side, at=at)
    return Move(
        state=after,
        step=CHANGE,
        by=side.value,
        at=at,
        frm=state.stage,
        to=after.stage,
        closed=closed,
        opened=opening,
    )


def _begun(flow: Flow, facts: Facts, opened_at: int, dated_at: int, *, asked: bool) -> CaseState:
    stage = flow.opening.stage
    marks = {UPDATE: dated_at, **({ASKED: dated_at} if asked else {})}
    return CaseState(
        kind=flow.kind,
        version=flow.version,
        stage=stage,
        facts={**facts, **flow.opening.sets, "in_time": int(_in_time(facts, dated_at))},
        opened_at=opened_at,
        dated_at=dated_at,
        since={**marks, stage: dated_at},
    )


def _in_time(facts: Facts, at: int) -> bool:
    """Whether the right still stood: without a last instant no machine ends it."""
    ends = facts.get("right_ends")
    return ends is None or at <= int(ends)
