"""A case as a page shows it: the bar, the dates, what may be done, what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.cases import words as named
from helpdesk.cases.terms.deeds import CaseShown, StepShown
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.states import Date
from helpdesk.kernel.actor import Side
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.portal import instants, locales
from helpdesk.portal.cases import words

_SOON = 5  # when no more than a fifth of the time is left
_IN_SENTENCES = ("decision", "remedy", "ground")
_TOLD_OF = ("wanted", "remedy", "amount", "deduction", "carrier", "tracking", "expected_on", "promised_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A date that runs. `state`: "late", "soon", "ahead", or "waits" while nobody can know it."""

    code: str
    name: str
    owner: str
    mine: bool
    state: str
    at: datetime | None
    when: str
    why: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the bar: `mark` is done, current, expected; `when` its day, or by when it is to end."""

    name: str
    mark: str
    when: str
    machine: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One step in the record."""

    step: StepShown
    case: CaseShown
    sentence: str
    closed: Sequence[tuple[str, str, str]]
    given: Sequence[tuple[str, str]] = ()

    @property
    def at(self) -> datetime:
        """When it was taken."""
        return self.step.at


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """Everything of one case but its forms. `turn` says whose turn it is, `due` until when they have."""

    case: CaseShown
    name: str
    stage: str
    turn: str
    mine: bool
    due: Due | None
    dues: Sequence[Due]
    bar: Sequence[Stage]
    facts: Sequence[tuple[str, str]]
    position: int
    outcome: str


def view(*, case: CaseShown, reader: Side, now: datetime, zone: str) -> CaseView:
    """For a reader of one side whose wall clock shows `zone` (IANA)."""
    dues = [due(of=one, reader=reader, now=now, zone=zone) for one in case.dates]
    first = next((one for one, of in zip(dues, case.dates, strict=True) if of == case.due), None)
    position = sum(one.mark != "expected" for one in case.way)
    return CaseView(
        case=case,
        name=str(named.KINDS[case.kind]),
        stage=str(named.STAGES[case.stage]),
        turn=words.turn(waiting_on=case.waiting_on, reader=reader.value),
        mine=case.waiting_on.value == reader.value,
        due=first,
        dues=dues,
        bar=_bar(case, first, zone),
        facts=_facts(case),
        position=max(position, 1),
        outcome=str(named.OUTCOMES.get(case.outcome, "")),
    )


def due(*, of: Date, reader: Side, now: datetime, zone: str) -> Due:
    """One date, with how it came to be."""
    shown = of.shown
    return Due(
        code=of.code,
        name=str(named.DATES[of.code]),
        owner=str(named.WAITING[of.owner]),
        mine=of.owner.value == reader.value,
        state=_state(of, now),
        at=from_us(of.due) if of.due is not None else None,
        when=instants.on_wall(at=from_us(shown), zone=zone) if shown is not None else "",
        why=words.why(of=of, zone=zone),
    )


def rows(*, case: CaseShown, steps: Sequence[StepShown], zone: str) -> list[Row]:
    """What was done in it, in order."""
    return [_row(case, one, zone) for one in steps]


def _row(case: CaseShown, step: StepShown, zone: str) -> Row:
    """`given` is what the sentence does not say already."""
    sentence = words.told(step=step)
    facts = {**case.facts, **step.facts}
    given = [
        (words.label(field=name), words.fact(name=name, value=value, facts=facts))
        for name, value in step.given.items()
        if name not in _IN_SENTENCES and FIELDS[name].type is not FieldType.FLAG
    ]
    return Row(
        step=step,
        case=case,
        sentence=sentence,
        closed=[_closed(each, zone) for each in step.closed],
        given=[(name, value) for name, value in given if value not in sentence],
    )


def _state(of: Date, now: datetime) -> str:
    if of.due is None:
        return "waits"
    if of.is_over(to_us(now)):
        return "late"
    left, whole = of.due - to_us(now), of.due - of.event
    return "soon" if left * _SOON <= whole else "ahead"


def _bar(case: CaseShown, first: Due | None, zone: str) -> list[Stage]:
    return [
        Stage(
            name=str(named.STAGES[one.stage]),
            mark=one.mark,
            when=locales.day(at=one.at, zone=zone)
            if one.at and one.mark == "done"
            else _until(one.mark, first),
            machine=one.at.isoformat() if one.at and one.mark == "done" else "",
            state=first.state if first and one.mark == "current" else "",
        )
        for one in case.way
    ]


def _until(mark: str, first: Due | None) -> str:
    return first.when if first and mark == "current" else ""


def _facts(case: CaseShown) -> list[tuple[str, str]]:
    """What is known of it and may be said: amounts, parcels, what is wanted."""
    return [
        (
            words.label(field=name),
            words.fact(name=name, value=case.facts[name], facts=case.facts),
        )
        for name in _TOLD_OF
        if name in case.facts
        and (name != "expected_on" or _is_of_case(case))
        and (FIELDS[name].type is not FieldType.MONEY or (case.facts[name] and case.facts.get("currency")))
    ]


def _is_of_case(case: CaseShown) -> bool:
    """Whether the expected day is one that this case named: the order's own had come when it began."""
    return str(case.facts["expected_on"]) > case.at.date().isoformat()


def _closed(text: str, zone: str) -> tuple[str, str, str]:
    """A date that ended with the step: its name, how, and when it was due."""
    code, _, due, verdict = text.rsplit(":", 3)
    at = from_us(int(due))
    return str(named.DATES.get(code, code)), verdict, locales.moment(at=at, zone=zone)
