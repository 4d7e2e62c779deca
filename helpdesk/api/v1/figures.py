"""Figures of the rules, and of the quality of answers: numbers, never a word."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.conduct.queries import MissedFigures, RuleFigures
from helpdesk.deadlines.queries import QualityMonth
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight import queries

rules = Router()
quality = Router()
_LONGEST = 365


class ShippedShape(Schema):
    """How the label did in this language on the set that it ships with: shares 0..1, `n` violations in it."""

    precision: float
    recall: float
    f1: float
    n: int


class RuleShape(Schema):
    """One rule in one language. `precision` is null where nobody reviewed it, `shipped` where it was not
    measured. `overturned` were stopped by it and let through by a person.
    """

    label: str
    rule: str
    language: str
    found: int
    by_decision: dict[str, int]
    reviewed: int
    upheld: int
    precision: float | None
    overturned: int
    shipped: ShippedShape | None


class MissedShape(Schema):
    """Of messages without a finding, those in which people found something; `low` and `high` bound the share
    with 95 % confidence (Wilson).
    """

    language: str
    read: int
    missed: int
    share: float
    low: float
    high: float
    labels: dict[str, int]


class FiguresShape(Schema):
    """From `since` to `until`, half-open."""

    since: datetime
    until: datetime
    rules: list[RuleShape]
    missed: list[MissedShape]


class MonthShape(Schema):
    """One month (UTC, its first day) of one kind of sample, random or stood_by: means of the marks 1 to 4."""

    month: date
    kind: str
    judged: int
    unanswered: int
    marked: int
    reliable: float | None
    complete: float | None
    clear: float | None
    polite: float | None


class BrokenShape(Schema):
    """A standard that answers broke, and how often."""

    standard: str
    times: int


class QualityShape(Schema):
    """One shop's answers in the last twelve months, as reviewers marked them; nobody is named."""

    months: list[MonthShape]
    broken: list[BrokenShape]


@rules.get("", response=FiguresShape)
def figures(
    request: ApiRequest, days: Annotated[int, Query(), Field(ge=1, le=_LONGEST)] = 90
) -> dict[str, Any]:
    """What the rules of conduct found, and how often people agreed."""
    found = queries.rule_figures(actor=request.auth, now=clock.now(), days=days)
    return {
        "since": found.since,
        "until": found.until,
        "rules": [_rule(one) for one in found.rules],
        "missed": [_missed(one) for one in found.missed],
    }


@quality.get("", response=QualityShape)
def of_shop(
    request: ApiRequest,
    seller: Annotated[str | None, Query(), Field(min_length=1, max_length=200)] = None,
) -> dict[str, Any]:
    """A Seller's own; the Platform's people name the `seller` by the Platform's id."""
    id = None
    if seller is not None and request.auth.side is Side.ADMINISTRATOR:
        id = marketplace.resolve_for_system(kind=Kind.SELLER, external_id=seller).seller_id
    found = queries.quality_of_shop(actor=request.auth, now=clock.now(), seller_id=id)
    return {
        "months": [_month(one) for one in found.months],
        "broken": [{"standard": standard.value, "times": times} for standard, times in found.broken],
    }


def _rule(one: RuleFigures) -> dict[str, Any]:
    shipped = one.shipped
    return {
        "label": one.label.value,
        "rule": one.rule,
        "language": one.language,
        "found": one.found,
        "by_decision": dict(one.by_decision),
        "reviewed": one.reviewed,
        "upheld": one.upheld,
        "precision": one.precision,
        "overturned": one.overturned,
        "shipped": None
        if shipped is None
        else {
            "precision": shipped.precision,
            "recall": shipped.recall,
            "f1": shipped.f1,
            "n": shipped.n,
        },
    }


def _missed(one: MissedFigures) -> dict[str, Any]:
    return {
        "language": one.language,
        "read": one.read,
        "missed": one.missed,
        "share": one.share,
        "low": one.low,
        "high": one.high,
        "labels": dict(one.labels),
    }


def _month(one: QualityMonth) -> dict[str, Any]:
    return {
        "month": one.on,
        "kind": one.kind.value,
        "judged": one.judged,
        "unanswered": one.unanswered,
        "marked": one.marked,
        "reliable": one.reliable,
        "complete": one.complete,
        "clear": one.clear,
        "polite": one.polite,
    }
