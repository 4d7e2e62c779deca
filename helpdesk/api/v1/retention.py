"""Retention: how long what is kept, market by market, and how the operator changes it."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.v1.erasures import DeedShape, deed
from helpdesk.api.v1.posting import KEYED
from helpdesk.kernel import clock
from helpdesk.retention import actions, queries
from helpdesk.retention.terms import Kept, Period

router = Router()
_MONTHS = 100_000  # the limit itself has its own refusal


class PeriodShape(Schema):
    """Months from the day it takes effect; the market "" is every market without a period of its own."""

    market: str
    kept: Kept
    months: int
    effective_on: date


class PeriodLine(PeriodShape):
    """What counts today, where a shipped period comes from, and what comes later."""

    source: str
    later: list[PeriodShape]


class ProposalLine(PeriodShape):
    """A shorter period that waits for a second administrator."""

    id: str
    proposed_by: str
    proposed_at: datetime


class Retention(Schema):
    """What is kept for how long."""

    periods: list[PeriodLine]
    proposals: list[ProposalLine]


class PeriodBody(Schema):
    """A period to publish."""

    model_config = ConfigDict(extra="forbid")

    market: Annotated[str, Field(max_length=20)] = ""
    kept: Kept
    months: Annotated[int, Field(ge=-_MONTHS, le=_MONTHS)]
    effective_on: date


class PeriodAsked(Schema):
    """The published entry, or the proposal that waits."""

    entry: str | None
    proposal: str | None


@router.get("", response=Retention)
def index(request: ApiRequest) -> dict[str, Any]:
    """What counts today, what will, and what waits."""
    table = queries.period_table(actor=request.auth, now=clock.now())
    return {
        "periods": [
            {**_period(row.period), "source": row.source, "later": [_period(one) for one in row.later]}
            for row in table.rows
        ],
        "proposals": [
            {
                "id": str(one.id),
                "market": one.market,
                "kept": one.kept,
                "months": one.months,
                "effective_on": one.effective_on,
                "proposed_by": one.proposed_by,
                "proposed_at": one.proposed_at,
            }
            for one in table.proposals
        ],
    }


@router.post("/periods", response={201: PeriodAsked}, openapi_extra=KEYED)
def publish(request: ApiRequest, response: HttpResponse, body: PeriodBody) -> Status[dict[str, Any]]:
    """Publish a longer period at once, or propose a shorter one."""
    asked = actions.publish_period(
        actor=request.auth,
        now=clock.now(),
        market=body.market,
        kept=body.kept,
        months=body.months,
        effective_on=body.effective_on,
        key=key_of(request),
    )
    if asked.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    entry, proposal = asked.entry, asked.proposal
    return Status(
        201, {"entry": str(entry) if entry else None, "proposal": str(proposal) if proposal else None}
    )


@router.post("/proposals/{proposal}/approval", response={201: DeedShape}, openapi_extra=KEYED)
def approve(request: ApiRequest, response: HttpResponse, proposal: UUID) -> Status[dict[str, Any]]:
    """Agree to a shorter period, as the second of two."""
    kept = actions.approve_period(actor=request.auth, now=clock.now(), proposal=proposal, key=key_of(request))
    return deed(response, kept)


@router.post("/proposals/{proposal}/withdrawal", response={204: None}, openapi_extra=KEYED)
def withdraw(request: ApiRequest, proposal: UUID) -> Status[None]:
    """It comes to nothing."""
    key_of(request)  # asked for as everywhere; to withdraw twice is to withdraw once
    actions.withdraw_period(actor=request.auth, now=clock.now(), proposal=proposal)
    return Status(204, None)


def _period(one: Period) -> dict[str, Any]:
    return {
        "market": one.market,
        "kept": one.kept,
        "months": one.months,
        "effective_on": one.effective_on,
    }
