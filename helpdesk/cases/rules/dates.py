"""The dates that run in a case: those of its flow, and those that every flow has."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from helpdesk.cases.rules import counting
from helpdesk.cases.terms.flows import Due, Flow
from helpdesk.cases.terms.names import Basis, Owner, Weight
from helpdesk.cases.terms.states import ANSWERED, ASKED, UPDATE, Asked, CaseState, Date, Reckoning
from helpdesk.law.row import Row
from helpdesk.law.table import find
from helpdesk.workdays.calendar import Calendar

ANSWER, INFORMATION, PROMISE, SILENCE = "answer", "information", "promise", "silence"
INFORMATION_DAYS: Final = 5  # business days of whoever was asked
SILENT_DAYS: Final = 5  # business days without a sign of life
_BY_THE_CASE: Final = "complaint."  # law about the complaint itself; all other law is that of the contract


def dates(flow: Flow, *, state: CaseState, reckoning: Reckoning, at: int) -> tuple[Date, ...]:
    """What runs at this instant, the nearest first, what nobody can know yet last; nothing once ended."""
    if flow.stages[state.stage].ends:
        return ()
    running = settled(state, reckoning=reckoning, at=at)
    found = [*_of_every_flow(flow, state, running, reckoning), *_of_this_flow(flow, running, reckoning)]
    found = [_no_sooner(one, state) for one in found]
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due or 0, one.code)))


def mark_of(date: Date) -> str:
    """How a date is called in `booked` and in `kept`: once for each time that it ran."""
    return f"{date.code}@{date.event}"


def _no_sooner(one: Date, state: CaseState) -> Date:
    """A day that was removed from a calendar shortens nothing that runs already."""
    before = state.kept.get(mark_of(one))
    return one if one.due is None or before is None else replace(one, due=max(one.due, before))


def settled(state: CaseState, *, reckoning: Reckoning, at: int) -> CaseState:
    """The same case; if what was asked for has not come in time, its periods run on from that end."""
    if state.asked is None:
        return state
    until = information_due(state.asked, reckoning=reckoning)
    return state if at <= until else resumed(state, at=until + 1)


def resumed(state: CaseState, *, at: int) -> CaseState:
    """Nothing is asked for any more from `at` on."""
    if state.asked is None:
        return state
    return replace(state, asked=None, pauses=(*state.pauses, (state.asked.at, at)))


def information_due(asked: Asked, *, reckoning: Reckoning) -> int:
    """Until when whoever was asked may tell."""
    calendar = _calendar(asked.of, reckoning)
    return counting.business_days_due(asked.at, n=INFORMATION_DAYS, calendar=calendar)


def law_of(key: str, *, state: CaseState, reckoning: Reckoning) -> Row | None:
    """The row of the law for this case: of the contract's day, or the complaint's where it is about that."""
    of_the_case = key.startswith(_BY_THE_CASE)
    on = counting.local_day(state.dated_at, calendar=reckoning.market)
    return find(
        key=key,
        country=reckoning.country,
        on=on if of_the_case else reckoning.contract_on,
        condition=reckoning.condition,
        consumer=reckoning.consumer,
    )


def _of_every_flow(flow: Flow, raw: CaseState, state: CaseState, by: Reckoning) -> Iterator[Date]:
    if raw.asked:
        due = information_due(raw.asked, reckoning=by)
        calendar = _calendar(raw.asked.of, by)
        yield _platforms(INFORMATION, raw.asked.of, raw.asked.at, due, INFORMATION_DAYS, calendar)
    if (asked := state.since.get(ASKED)) is not None:
        due = counting.answer_due(asked, calendar=by.seller)
        yield replace(_platforms(ANSWER, Owner.SELLER, asked, due, 24, by.seller), basis=Basis.ANSWER)
    if promised := state.facts.get("promised_on"):
        due = counting.day_due(date.fromisoformat(str(promised)), calendar=by.seller)
        made = _platforms(PROMISE, Owner.SELLER, state.since["delayed"], due, 1, by.seller)
        yield replace(made, weight=Weight.PROMISE, basis=Basis.DAY)
    if flow.stages[state.stage].owner is Owner.SELLER and not raw.asked:
        event = max(state.since[state.stage], state.since.get(UPDATE, 0))
        due = counting.business_days_due(event, n=SILENT_DAYS, calendar=by.seller, pauses=state.pauses)
        quiet = _platforms(SILENCE, Owner.SELLER, event, due, SILENT_DAYS, by.seller)
        yield replace(quiet, weight=Weight.REMINDER)


def _platforms(code: str, owner: Owner, event: int, due: int, amount: int, calendar: Calendar) -> Date:
    return Date(
        code=code,
        owner=owner,
        weight=Weight.RESPOND_BY,
        basis=Basis.BUSINESS_DAYS,
        event=event,
        due=due,
        source=f"cases.{code}",
        amount=amount,
        calendar=calendar,
    )


def _of_this_flow(flow: Flow, state: CaseState, by: Reckoning) -> Iterator[Date]:
    for due in flow.dues:
        event = _event(due, state, by) if state.stage in due.stages else None
        if event is None or any(state.since.get(step, event - 1) >= event for step in due.until):
            continue
        if found := _date(due, event, state, by):
            yield found


def _event(due: Due, state: CaseState, by: Reckoning) -> int | None:
    if due.since == "stage":
        return state.since[state.stage]
    if due.since == "dated":
        return state.dated_at
    if due.since == "arrival":
        return _arrival(state, by)
    if due.since == "answered":
        answered = state.since.get(ANSWERED, -1)
        return answered if answered >= state.since[state.stage] else None
    return state.since.get(due.since)


def _arrival(state: CaseState, by: Reckoning) -> int:
    """Of a parcel on its way: the carrier's scan, else its expected day, and never before it was sent."""
    sent = state.since[state.stage]
    if state.since.get("delivered", 0) >= sent:
        return state.since["delivered"]
    expected = state.facts.get("expected_on")
    return max(sent, by.market.day_start(date.fromisoformat(str(expected)))) if expected else sent


def _date(due: Due, event: int, state: CaseState, by: Reckoning) -> Date | None:
    row = law_of(due.law_key, state=state, reckoning=by) if due.law_key else None
    basis = due.basis if row or due.basis is not Basis.LAW else Basis.CALENDAR_DAYS
    if row is None and not due.amount:
        return None
    calendar = _calendar_of(basis, due.owner, by)
    shown = Date(
        code=due.code,
        owner=due.owner,
        weight=Weight.LAW if row else due.weight,
        basis=basis,
        event=event,
        due=None,
        source=row.id if row else f"cases.{due.code}",
        amount=row.amount if row else due.amount,
        calendar=calendar,
        article=row.article if row else "",
    )
    return _ended(shown, due, row, state)


def _ended(shown: Date, due: Due, row: Row | None, state: CaseState) -> Date:
    event, calendar = shown.event, shown.calendar
    if row:
        found = counting.law_expiry(event, row=row, calendar=calendar)
        return _held(replace(shown, due=found.ends_at - 1, moved_over=found.moved_over), due, state)
    if shown.basis is Basis.CALENDAR_DAYS:
        return _held(
            replace(shown, due=counting.calendar_days_due(event, n=due.amount, calendar=calendar)), due, state
        )
    if state.asked:  # nobody knows how long it stands still
        return replace(shown, paused=True)
    if shown.basis is Basis.ANSWER:
        return replace(shown, due=counting.answer_due(event, calendar=calendar))
    last = counting.business_days_due(event, n=due.amount, calendar=calendar, pauses=state.pauses)
    return replace(shown, due=last)


def _held(shown: Date, due: Due, state: CaseState) -> Date:
    """The later of its day and the end of the day on which goods or proof came. Never pause and resume."""
    if not due.hold or state.facts.get("collects"):
        return shown
    came = [state.since[step] for step in due.hold if step in state.since]
    if not came or shown.due is None:
        return replace(shown, due=None, held=True)
    return replace(shown, due=max(shown.due, counting.end_of_day_of(min(came), calendar=shown.calendar)))


def _calendar(owner: Owner, by: Reckoning) -> Calendar:
    return by.seller if owner is Owner.SELLER else by.market


def _calendar_of(basis: Basis, owner: Owner, by: Reckoning) -> Calendar:
    if basis is Basis.ANSWER:
        return by.seller
    return _calendar(owner, by) if basis is Basis.BUSINESS_DAYS else by.market
