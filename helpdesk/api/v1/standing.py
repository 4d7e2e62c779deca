"""A Seller's own standing: the score, what makes it, what would change it; and the weights, for everybody."""

from fractions import Fraction
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.shapes import Cursor
from helpdesk.api.v1.standing_shapes import OwnStanding, PublishedWeights, StandingPoints, share_shape
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.standing import queries
from helpdesk.standing.queries import Dashboard, Foreseen, InForce
from helpdesk.standing.terms import V_ONE, W_ONE, Level, Line, Score

router = Router()
_LIMIT = 100
_CSV = {
    "responses": {
        200: {
            "description": "OK",
            "content": {"text/csv": {"schema": {"type": "string"}}},
        }
    }
}


@router.get("", response=OwnStanding)
def show(request: ApiRequest) -> dict[str, Any]:
    """The own one, as it stands now."""
    found = queries.dashboard(actor=request.auth, now=clock.now())
    score, is_new = found.explained.score, found.explained.score.level is Level.NEW
    published = found.published if found.published and found.published.level is not Level.NEW else None
    return {
        "level": score.level.value,
        "score": None if is_new else _rounded(score.p),
        "visibility": None if is_new else _rounded(score.f),
        "measure": found.place.measure / 1000,
        "published": published.rank / 1000 if published else None,
        "counted_on": published.counted_on if published else None,
        "n": _rounded(score.n),
        "m": _rounded(score.m),
        "answers": _rounded(found.answers),
        "points": len(found.explained.lines),
        "weights": found.explained.weights.version,
        "foreseen": _foreseen(found.foreseen, is_new=is_new),
    } | _told(found)


@router.get("/points", response=StandingPoints)
def points(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
    costly: Annotated[bool, Query()] = False,
) -> dict[str, Any]:
    """Every own obligation of the last year; with `costly`, those alone that cost something."""
    page = queries.lines_of(
        actor=request.auth, now=clock.now(), limit=limit, after=position(after), lost=costly
    )
    last = page.lines[-1].point if page.more else None
    return {
        "data": [
            point_shape(request.auth.seller_id or 0, line, page.score, page.weights.prior)
            for line in page.lines
        ],
        "next": placed(at=clock.from_us(last.deadline), id=last.id) if last else None,
    }


@router.get("/points.csv", openapi_extra=_CSV)
def points_csv(request: ApiRequest) -> HttpResponse:
    """All of them as a table: codes and whole numbers, whose sums are n and m exactly."""
    text = queries.points_csv(actor=request.auth, now=clock.now())
    return HttpResponse(text, content_type="text/csv; charset=utf-8")


@router.get("/weights", response=PublishedWeights, auth=None)
def weights(request: HttpRequest) -> dict[str, Any]:
    """What an answer is worth and what it weighs, for everybody."""
    now, coming = queries.published_weights_for_system(on=clock.now().date())
    return {"in_force": _version(now), "announced": [_version(one) for one in coming]}


def _told(found: Dashboard) -> dict[str, Any]:
    is_new = found.explained.score.level is Level.NEW
    times = found.times
    return {
        "shares": [share_shape(days=days, of=one) for days, one in found.shares],
        "weeks": [
            {"first_on": week.first_on, "met": one.met, "late": one.late, "missed": one.missed}
            for week in found.weeks
            for one in [week.tally]
        ],
        "days": []
        if is_new
        else [{"on": day.on, "score": _rounded(day.p), "visibility": _rounded(day.f)} for day in found.days],
        "response_times": {
            "answers": times.answers,
            "bin_hours": queries.BIN_US // 3_600_000_000,
            "bins": list(times.bins),
            "half": None if times.half is None else times.half // 1_000_000,
            "most": None if times.most is None else times.most // 1_000_000,
        },
    }


def _foreseen(found: Foreseen | None, *, is_new: bool) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "open": found.open,
        "overdue": found.overdue,
        "answered": None if is_new else _rounded(found.pair.answered.p),
        "left": None if is_new else _rounded(found.pair.left.p),
    }


def point_shape(seller_id: int, line: Line, score: Score, prior: int) -> dict[str, Any]:
    """One obligation of a shop's own, with what it weighs."""
    point, is_new = line.point, score.level is Level.NEW
    return {
        "id": str(Ref(seller_id, point.id)),
        "conversation": str(Ref(seller_id, point.chain)),
        "entry": str(Ref(seller_id, point.by)),
        "matter": point.matter.value,
        "code": point.code,
        "with_order": point.with_order,
        "deadline": clock.from_us(point.deadline),
        "state": point.stands.value,
        "counts": line.why.value,
        "overrun_seconds": point.overrun // 1_000_000,
        "age_days": line.age,
        "base": float(line.base),
        "age_weight": line.by_age / W_ONE,
        "buyer_share": float(line.scale),
        "weight": line.weight / W_ONE,
        "value": line.value / V_ONE,
        "cost": None if is_new else float(line.lost / (prior + score.n)),
    }


def _version(one: InForce) -> dict[str, Any]:
    facts = one.weights.facts()
    return {
        "version": one.weights.version,
        "effective_on": one.effective_on,
        "parameters": {name: int(value) for name, value in facts.items() if name != "version"},
    }


def _rounded(amount: Fraction) -> float:
    return round(float(amount), 6)
