"""What changed, for the Platform: how cases ended; agreements and measures as they change."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.agreements.queries import AgreementChanged
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.goods import MoneyShape
from helpdesk.api.v1.measure_shapes import MeasureShape, measure_shape
from helpdesk.cases import queries as cases
from helpdesk.cases.terms.outcomes import OutcomeShown
from helpdesk.enforcement.queries import MeasureChanged
from helpdesk.marketplace.terms.shown import Price

outcomes = Router()
CHANGES = 500
"""Entries of the log that a page holds, at most."""

After = Annotated[int, Field(ge=-1, le=1 << 53)]
Limit = Annotated[int, Query(), Field(ge=1, le=CHANGES)]


class Changes(Schema):
    """In the order of the log, each thing once on a page and as it stands now, so that reading again is safe.

    `through`: everything up to this number of the log was looked at; keep it, and ask with it the next time.
    `next` is the same while there is more to read at once, else null; a page may be empty and go on.
    """

    next: int | None
    through: int


class OutcomeLine(Schema):
    """Pieces of an order, by the line's own id."""

    line: str
    quantity: int


class CaseOutcome(Schema):
    """A case that ended, or (`outcome` null) runs again after it had. Ids of `seller`, `buyer`, `order` and
    lines are the Platform's own.

    `number`: the place in the log of what ended it. `decided_by`: `platform` where an Administrator decided
    (`decision`), else whose step or silence ended it. `amount` is what was paid back or agreed, `deduction`
    what was kept of it. `entry` proves it, at /entries. Nothing that people wrote stands here.
    """

    number: int
    case: str
    case_number: str
    kind: Literal["shipping_problem", "return", "withdrawal", "complaint", "warranty", "claim"]
    situation: str
    seller: str
    buyer: str
    order: str
    order_number: str
    market: str
    opened_at: datetime
    outcome: str | None
    ended_at: datetime | None
    remedy: str | None
    decision: Literal["for_buyer", "in_part", "for_seller"] | None
    decided_by: Literal["buyer", "seller", "platform", "system"]
    amount: MoneyShape | None
    deduction: MoneyShape | None
    lines: list[OutcomeLine]
    entry: str


class CaseOutcomes(Changes):
    """How cases ended."""

    data: list[CaseOutcome]


class ChangedAgreement(Schema):
    """An agreement or confirmation in codes, amounts and days; words are for its two sides. `seller` and
    `order` (null: about none) are the Platform's own ids; `state` and the rest as at /agreements.
    """

    number: int
    id: str
    conversation: str
    seller: str
    order: str | None
    what: Literal["agreement", "confirmation"]
    type: Literal["refund", "discount", "replacement", "delivery", "other"] | None
    state: str
    proposed_by: Literal["buyer", "seller"]
    owed_by: Literal["buyer", "seller"] | None
    amount: MoneyShape | None
    until: date | None
    due_at: datetime | None
    at: datetime
    amends: str | None
    replaced_by: str | None
    settled_at: datetime | None
    kept_at: datetime | None
    lapsed_at: datetime | None


class ChangedAgreements(Changes):
    """What was proposed, settled, kept, or passed its day."""

    data: list[ChangedAgreement]


class ChangedMeasure(MeasureShape):
    """A measure whose state changed at `number` of the log; `seller_external_id` is the Platform's own id."""

    number: int
    seller_external_id: str


class ChangedMeasures(Changes):
    """What was imposed, announced, stayed, resumed or lifted."""

    data: list[ChangedMeasure]


@outcomes.get("", response=CaseOutcomes)
def index(
    request: ApiRequest,
    changed_after: Annotated[int, Query(), Field(ge=-1, le=1 << 53)] = -1,
    limit: Limit = 100,
) -> dict[str, Any]:
    """How cases ended behind a number of the log, for the Platform alone."""
    found = cases.outcomes_changed(actor=request.auth, after=changed_after, limit=limit)
    return feed(data=[_outcome(one) for one in found.rows], through=found.through, more=found.more)


def feed(*, data: list[dict[str, Any]], through: int, more: bool) -> dict[str, Any]:
    """A page of what changed."""
    return {"data": data, "next": through if more else None, "through": through}


def changed_agreement(one: AgreementChanged) -> dict[str, Any]:
    """As of now, without words."""
    return {
        "number": one.number,
        "id": str(one.ref),
        "conversation": str(one.conversation),
        "seller": one.seller,
        "order": one.order or None,
        "what": one.what.value,
        "type": one.type and one.type.value,
        "state": one.state.value,
        "proposed_by": one.proposed_by.value,
        "owed_by": one.owed_by and one.owed_by.value,
        "amount": _money(one.amount),
        "until": one.until,
        "due_at": one.due_at,
        "at": one.at,
        "amends": str(one.amends) if one.amends else None,
        "replaced_by": str(one.replaced_by) if one.replaced_by else None,
        "settled_at": one.settled_at,
        "kept_at": one.kept_at,
        "lapsed_at": one.lapsed_at,
    }


def changed_measure(one: MeasureChanged) -> dict[str, Any]:
    """As of now."""
    return measure_shape(one.measure) | {"number": one.number, "seller_external_id": one.seller}


def _outcome(one: OutcomeShown) -> dict[str, Any]:
    return {
        "number": one.number,
        "case": str(one.case),
        "case_number": one.case_number,
        "kind": one.kind.value,
        "situation": one.situation.value,
        "seller": one.seller,
        "buyer": one.buyer,
        "order": one.order,
        "order_number": one.order_number,
        "market": one.market,
        "opened_at": one.opened_at,
        "outcome": one.outcome or None,
        "ended_at": one.ended_at,
        "remedy": one.remedy or None,
        "decision": one.decision or None,
        "decided_by": one.decided_by.value,
        "amount": _money(one.amount),
        "deduction": _money(one.deduction),
        "lines": _lines(one.lines),
        "entry": str(one.entry),
    }


def _lines(lines: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"line": line, "quantity": quantity} for line, quantity in lines.items()]


def _money(price: Price | None) -> dict[str, str] | None:
    return {"amount": price.amount, "currency": price.currency} if price else None
