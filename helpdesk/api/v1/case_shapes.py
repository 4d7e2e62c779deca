"""How cases look over HTTP: where they stand, what may be done and how to ask for it."""

from datetime import date, datetime, timedelta
from typing import Any

from ninja import Schema

from helpdesk.api.v1 import shapes
from helpdesk.api.v1.case_bodies import body_of
from helpdesk.api.v1.due import WaitingOn
from helpdesk.api.v1.goods import MoneyShape
from helpdesk.api.v1.shapes import FileShape
from helpdesk.cases.terms.deeds import CaseShown, StepShown
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.states import Allowed, Date
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.money import decimal

_SOON = timedelta(days=1)


class DateShape(Schema):
    """A date that runs. `due_at` is the last instant in time, null while nobody can know it: it is `held`
    until goods come, or `paused` by a question. `source` is a rule of the Platform (`cases.…`) or a row of
    the law, with its `article`.
    """

    code: str
    owner: str
    weight: str
    basis: str
    amount: int
    since: datetime
    due_at: datetime | None
    overdue: bool
    held: bool
    paused: bool
    source: str
    article: str | None
    moved_over: list[date]


class ActionShape(Schema):
    """What the caller may do: send `schema` to `href`. `missing` is the code of what must come first.

    `until` is when the caller's nearest date ends; `update` steps tell the Buyer, in the Buyer's language.
    """

    action: str
    method: str
    href: str
    until: datetime | None
    tone: str | None
    update: bool
    missing: str | None
    body: dict[str, Any]


class CaseShape(Schema):
    """A case. `waiting_on` (`nobody` once it has ended) must act until `due_at`, which is also `until`;
    `reply_needed_since` is since when, and `due_state` `ok`, `soon` (less than a day is left), `late`, `held`
    or `none`. `allowed_actions` are the caller's.
    """

    id: str
    number: str
    conversation: str
    order: str
    title: str
    market: str
    seller: str
    buyer: str | None
    kind: str
    flow_version: int
    situation: str
    opened_by: str
    message: str | None
    opened_at: datetime
    dated_at: datetime
    stage: str
    waiting_on: WaitingOn
    reply_needed_since: datetime | None
    due_at: datetime | None
    due_state: str
    until: datetime | None
    dates: list[DateShape]
    allowed_actions: list[ActionShape]
    facts: dict[str, str | int | MoneyShape]
    outcome: str | None
    ended_at: datetime | None
    last_at: datetime
    last_n: int


class EndedDate(Schema):
    """A date that ended with a step: `met`, `late` or `missed`."""

    code: str
    owner: str
    due_at: datetime
    verdict: str


class StepShape(Schema):
    """One step; `words` and `author` are null where there are none or they were erased. `language` is that of
    the words, as their author reads.
    """

    entry: str
    kind: str
    n: int
    at: datetime
    side: str
    author: str | None
    step: str
    from_stage: str | None
    stage: str
    outcome: str | None
    words: str | None
    language: str | None
    given: dict[str, str | int]
    files: list[FileShape]
    closed: list[EndedDate]


class CaseWithSteps(CaseShape):
    """The case, and what was done in it, in order."""

    steps: list[StepShape]


def case(one: CaseShown, *, now: datetime) -> dict[str, Any]:
    """One case."""
    return {
        "id": str(one.ref),
        "number": one.number,
        "conversation": str(one.conversation),
        "order": str(one.order),
        "title": one.title,
        "market": one.market,
        "seller": one.seller,
        "buyer": one.buyer or None,
        "kind": one.kind.value,
        "flow_version": one.version,
        "situation": one.situation.value,
        "opened_by": one.opened_by.value,
        "message": str(Ref(one.ref.seller_id, one.message)) if one.message else None,
        "opened_at": one.at,
        "dated_at": one.dated_at,
        "stage": one.stage,
        "waiting_on": one.waiting_on.value,
        **_due(one, now),
        "until": one.until,
        "dates": [_date(each, now) for each in one.dates],
        "allowed_actions": [_action(one, each) for each in one.actions],
        "facts": _facts(one),
        "outcome": one.outcome or None,
        "ended_at": one.ended_at,
        "last_at": one.last_at,
        "last_n": one.last_n,
    }


def step(one: StepShown) -> dict[str, Any]:
    """One step."""
    return {
        "entry": str(one.entry),
        "kind": one.kind,
        "n": one.n,
        "at": one.at,
        "side": one.side.value,
        "author": one.author or None,
        "step": one.step,
        "from_stage": one.frm or None,
        "stage": one.stage,
        "outcome": one.outcome or None,
        "words": one.words or None,
        "language": one.language or None,
        "given": dict(one.given),
        "files": [shapes.file(shown=each) for each in one.files],
        "closed": [_closed(each) for each in one.closed],
    }


def _action(of: CaseShown, one: Allowed) -> dict[str, Any]:
    return {
        "action": one.step,
        "method": "POST",
        "href": f"/api/v1/cases/{of.ref}/steps",
        "until": from_us(one.until) if one.until is not None else None,
        "tone": one.tone or None,
        "update": one.update,
        "missing": one.missing or None,
        "body": body_of(name=one.step, uses=one.fields),
    }


def _due(one: CaseShown, now: datetime) -> dict[str, Any]:
    """As threads have it: of whoever must act, the date that ends first."""
    theirs = [each for each in one.dates if each.owner.value == one.waiting_on.value]
    running = [each for each in theirs if each.due is not None and from_us(each.due) == one.until]
    since = from_us(running[0].event) if running else None
    state = "held" if any(each.held or each.paused for each in theirs) else "none"
    if one.until is not None:
        state = "late" if now > one.until else "soon" if one.until - now < _SOON else "ok"
    return {"reply_needed_since": since, "due_at": one.until, "due_state": state}


def _date(one: Date, now: datetime) -> dict[str, Any]:
    due_at = from_us(one.due) if one.due is not None else None
    return {
        "code": one.code,
        "owner": one.owner.value,
        "weight": one.weight.value,
        "basis": one.basis.value,
        "amount": one.amount,
        "since": from_us(one.event),
        "due_at": due_at,
        "overdue": due_at is not None and now > due_at,
        "held": one.held,
        "paused": one.paused,
        "source": one.source,
        "article": one.article or None,
        "moved_over": list(one.moved_over),
    }


def _facts(one: CaseShown) -> dict[str, Any]:
    """Codes and amounts; instants of the law stand among the dates."""
    currency = str(one.facts.get("currency", ""))
    return {
        name: {"amount": decimal(minor=int(value), currency=currency), "currency": currency}
        if _is_money(name) and currency
        else value
        for name, value in one.facts.items()
    }


def _is_money(name: str) -> bool:
    return name in ("paid", "price") or (name in FIELDS and FIELDS[name].type is FieldType.MONEY)


def _closed(text: str) -> dict[str, Any]:
    code, owner, due, verdict = text.rsplit(":", 3)
    return {"code": code, "owner": owner, "due_at": from_us(int(due)), "verdict": verdict}
