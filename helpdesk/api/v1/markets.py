"""Markets for administrators: what holds, since when, and how one is opened or changed after a preview."""

from collections.abc import Mapping
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.v1.market_shapes import (
    MarketDecided,
    MarketKey,
    MarketList,
    MarketPreview,
    MarketPublished,
    MarketSaid,
    MarketWithDecisions,
    UsualMarket,
)
from helpdesk.api.v1.posting import KEYED
from helpdesk.kernel import clock
from helpdesk.kernel.clock import from_us
from helpdesk.marketplace import actions
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.deciding import DecisionShown, MarketHeld
from helpdesk.marketplace.terms.values import Country
from helpdesk.oversight import queries as oversight
from helpdesk.oversight.queries import DaysCounted, MarketPlan

router = Router()


@router.get("", response=MarketList)
def index(request: ApiRequest) -> dict[str, Any]:
    """All markets, and those that records wait for. For administrators."""
    found = marketplace.markets(actor=request.auth)
    return {
        "data": [_held(one) for one in found.held],
        "awaited": [{"code": code, "waiting": waiting} for code, waiting in found.awaited],
    }


@router.get("/{code}", response=MarketWithDecisions)
def show(request: ApiRequest, code: MarketKey) -> dict[str, Any]:
    """One market with its decisions. For administrators."""
    market, decisions = marketplace.market_held(actor=request.auth, code=code)
    return _held(market) | {"decisions": [_decision(one) for one in decisions]}


@router.get("/{code}/usual", response=UsualMarket)
def usual(request: ApiRequest, code: MarketKey, country: Annotated[Country, Query()]) -> dict[str, Any]:
    """What a market of this country usually is; `code` `new` for a free one. For administrators."""
    found, hosts = marketplace.usual_market(actor=request.auth, country=country)
    market = found._asdict() | {"allowed_hosts": [*hosts]}
    free = market.pop("code")
    return {"code": free if code == "new" else code, "market": _listed(market)}


@router.post("/{code}/previews", response=MarketPreview)
def preview(request: ApiRequest, code: MarketKey, body: MarketSaid) -> dict[str, Any]:
    """What publishing this would do; nothing is stored. For administrators."""
    plan = oversight.market_plan(actor=request.auth, now=clock.now(), code=code, said=body.dict())
    return _plan(plan)


@router.post("/{code}/versions", response={201: MarketDecided}, openapi_extra=KEYED)
def publish(request: ApiRequest, code: MarketKey, body: MarketPublished) -> HttpResponse:
    """Open a market or change one, in force at once for everybody. For platform administrators."""
    said = body.dict()
    seen = said.pop("seen")
    made = actions.decide_market(
        actor=request.auth, now=clock.now(), code=code, said=said, seen=seen, key=key_of(request)
    )
    response = answers.of({"code": made.code, "n": made.n}, status=201)
    if made.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response


def _listed(market: Mapping[str, Any]) -> dict[str, Any]:
    return {name: [*value] if isinstance(value, tuple) else value for name, value in market.items()}


def _held(one: MarketHeld) -> dict[str, Any]:
    return {
        "code": one.code,
        "market": one.draft.model_dump(),
        "version": one.version,
        "seen": one.seen,
        "decision": one.decision and _decision(one.decision),
        "decision_holds": one.holds,
    }


def _decision(one: DecisionShown) -> dict[str, Any]:
    return {
        "n": one.n,
        "changed": [*one.changed],
        "upon": one.upon,
        "at": one.at,
        "by": one.by,
        "entry": str(one.entry),
    }


def _plan(plan: MarketPlan) -> dict[str, Any]:
    outlook = plan.outlook
    return {
        "code": plan.code,
        "seen": outlook.held.seen if outlook.held else "",
        "changed": [*outlook.changed],
        "waiting": outlook.waiting,
        "buyers": outlook.buyers,
        "sellers": outlook.sellers,
        "by_market": plan.by_market,
        "days": plan.days and _days(plan.days),
        "law": {
            "place": plan.law.place,
            "rules": plan.law.rules,
            "own": plan.law.own,
            "unconfirmed": plan.law.unconfirmed,
        },
        "flows": [*plan.flows],
        "missing": [{"what": str(one), "of": of} for one, of in plan.missing],
    }


def _days(days: DaysCounted) -> dict[str, Any]:
    example = days.example
    return {
        "calendar": days.code,
        "version": days.version,
        "last_day": days.last_day,
        "next_off": [{"on": day.on, "names": dict(day.names)} for day in days.next_off],
        "example": example and {"received": from_us(example.received), "due": from_us(example.deadline)},
    }
