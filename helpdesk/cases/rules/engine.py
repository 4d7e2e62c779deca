"""The small engine that runs every case: what a flow's data says, and nothing else.

Pure: a flow, a state and a reckoning in, values out. Instants are microseconds UTC; nothing reads a clock.
"""

from collections.abc import Iterator
from dataclasses import replace

from helpdesk.cases.rules.choosing import fields_of
from helpdesk.cases.rules.dates import dates as dates_of
from helpdesk.cases.rules.dates import mark_of, settled
from helpdesk.cases.rules.given import No, refusal_of_given, told_of
from helpdesk.cases.rules.guards import GUARDS, refusal_by
from helpdesk.cases.rules.lapses import GRACE_US, lapse_of
from helpdesk.cases.rules.looks import Look
from helpdesk.cases.rules.moving import ends_question, moved
from helpdesk.cases.rules.own import OWN, refusal_of_own
from helpdesk.cases.rules.verdicts import closings
from helpdesk.cases.terms.flows import Flow, Step
from helpdesk.cases.terms.names import By, Effect, Owner
from helpdesk.cases.terms.states import (
    ANSWERED,
    ASKED,
    MESSAGE,
    UPDATE,
    Allowed,
    CaseState,
    Date,
    Facts,
    Lapsed,
    Move,
    Reckoning,
)


def waiting_on(flow: Flow, *, state: CaseState) -> Owner:
    """Who must act: whoever was asked for information, else the stage's owner; nobody in an ended case."""
    if state.asked and not flow.stages[state.stage].ends:
        return state.asked.of
    return flow.stages[state.stage].owner


def dates(flow: Flow, *, state: CaseState, reckoning: Reckoning, at: int) -> tuple[Date, ...]:
    """The dates that run at this instant, the nearest first, what nobody can know yet last."""
    return dates_of(flow, state=state, reckoning=reckoning, at=at)


def allowed(flow: Flow, *, state: CaseState, side: By, at: int, reckoning: Reckoning) -> tuple[Allowed, ...]:
    """What this side may do now, the flow's own steps first; of what needs something first, its code."""
    look = _look(flow, state, side, {}, at, reckoning)
    running = dates_of(flow, state=state, reckoning=reckoning, at=at)
    own = [one.due for one in running if one.owner.value == side.value and one.due is not None]
    until = min((due for due in own if due >= at), default=None)
    return tuple(
        Allowed(
            step=step.name,
            fields=fields_of(step, look=look),
            until=until,
            tone=step.tone,
            update=step.update,
            missing=missing,
        )
        for step, missing in _open_steps(look)
    )


def refusal_of(
    flow: Flow,
    *,
    state: CaseState,
    step: str,
    side: By,
    given: Facts,
    at: int,
    reckoning: Reckoning,
) -> No | None:
    """Why this side cannot take this step with these values now; None where it can."""
    known = _step(flow, step)
    if known is None:
        return No("case.step_unknown")
    told = told_of(given)
    look = _look(flow, state, side, told, at, reckoning)
    if refused := _refusal_of_turn(look, known):
        return No(refused)
    if refusal := refusal_of_given(known.fields, given=told):
        return refusal
    return refusal_by(known.guards, look=look)


def move(
    flow: Flow,
    *,
    state: CaseState,
    step: str,
    side: By,
    given: Facts,
    at: int,
    reckoning: Reckoning,
) -> Move:
    """Take the step. `ValueError` for one that `refusal_of` refuses: ask it first."""
    refusal = refusal_of(flow, state=state, step=step, side=side, given=given, at=at, reckoning=reckoning)
    known = _step(flow, step)
    if refusal or known is None:
        raise ValueError(f"{step} by {side} in {state.stage}: {refusal}")
    return moved(flow, state=state, step=known, side=side, given=told_of(given), at=at, reckoning=reckoning)


def lapsed(flow: Flow, *, state: CaseState, reckoning: Reckoning, at: int) -> tuple[Lapsed, ...]:
    """The dates that passed over a minute ago and are not on record, the earliest first. `book` each in turn,
    and ask again after each: what one of them does may end the others.
    """
    look = _look(flow, state, By.SYSTEM, {}, at, reckoning)
    running = dates_of(flow, state=state, reckoning=reckoning, at=at)
    over = [one for one in running if one.is_over(at - GRACE_US) and mark_of(one) not in state.booked]
    return tuple(
        Lapsed(date=one, effect=lapse.effect, step=lapse.step)
        for one, lapse in ((one, lapse_of(one, look=look)) for one in over)
    )


def book(flow: Flow, *, state: CaseState, lapsed: Lapsed, reckoning: Reckoning, at: int) -> Move:
    """Put a passed date on record, with what follows from it."""
    marked = replace(state, booked=state.booked | {mark_of(lapsed.date)})
    if lapsed.effect is Effect.STEP:
        return move(
            flow, state=marked, step=lapsed.step, side=By.SYSTEM, given={}, at=at, reckoning=reckoning
        )
    then = _passed(marked, lapsed, reckoning, at)
    closed, opened = closings(
        before=dates_of(flow, state=state, reckoning=reckoning, at=at),
        after=dates_of(flow, state=then, reckoning=reckoning, at=at),
        side=By.SYSTEM,
        at=at,
    )
    return Move(
        state=then,
        step=lapsed.step,
        by=By.SYSTEM.value,
        at=at,
        frm=state.stage,
        to=state.stage,
        closed=closed,
        opened=opened,
        asks=lapsed.effect is Effect.ASKS,
    )


def answered(flow: Flow, *, state: CaseState, at: int, full: bool = True) -> CaseState:
    """The case after a message of the Seller; a `full` answer (no interim note) answers what was asked."""
    since = {**state.since, UPDATE: at}
    if full:
        since[MESSAGE] = at
        if ends_question(flow, to=state.stage):
            since[ANSWERED] = at
            since.pop(ASKED, None)
    return replace(state, since=since)


def _passed(state: CaseState, lapsed: Lapsed, reckoning: Reckoning, at: int) -> CaseState:
    """What was asked for is over; what was promised asks from the end of its day, unless a question runs."""
    if lapsed.effect is Effect.RESUMES:
        return settled(state, reckoning=reckoning, at=at)
    if lapsed.effect is not Effect.ASKS or lapsed.date.due is None:
        return state
    facts = {name: value for name, value in state.facts.items() if name != "promised_on"}
    return replace(state, facts=facts, since={ASKED: lapsed.date.due + 1, **state.since})


def _look(flow: Flow, state: CaseState, side: By, given: Facts, at: int, reckoning: Reckoning) -> Look:
    return Look(
        flow=flow,
        state=settled(state, reckoning=reckoning, at=at),
        side=side,
        at=at,
        reckoning=reckoning,
        given=given,
    )


def _step(flow: Flow, name: str) -> Step | None:
    return flow.steps.get(name) or OWN.get(name)


def _refusal_of_turn(look: Look, step: Step) -> str | None:
    if look.side not in step.by:
        return "case.not_your_step"
    if step.name in OWN:
        return refusal_of_own(look.flow, state=look.state, step=step.name, side=look.side)
    return None if look.state.stage in step.frm else "case.not_now"


def _open_steps(look: Look) -> Iterator[tuple[Step, str]]:
    for step in (*look.flow.steps.values(), *OWN.values()):
        if _refusal_of_turn(look, step):
            continue
        refusal = refusal_by(step.guards, look=look, with_given=False)
        if refusal is None:
            yield step, ""
        elif any(GUARDS[name].code == refusal.code and GUARDS[name].shown for name in step.guards):
            yield step, refusal.code
