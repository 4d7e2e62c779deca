"""A Seller's standing for the Platform and its administrators: one shop, where /standings tells of all."""

from datetime import date, datetime
from typing import Any, Literal

from ninja import Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import seller_of
from helpdesk.api.v1.measure_shapes import MeasureWord, TrackWord
from helpdesk.api.v1.standing_shapes import StandingShare, share_shape
from helpdesk.enforcement import queries as enforcement
from helpdesk.enforcement.policies import can_see_desk
from helpdesk.enforcement.terms import MeasureShown, Phase
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Forbidden
from helpdesk.standing import queries
from helpdesk.standing.queries import PublishedNow
from helpdesk.standing.terms import Level

router = Router()


class StandingTold(Schema):
    """What the Platform's search is told: `rank_factor` = `visibility` x `measure`. `explanation` is the
    entry, with its proof at /entries; `counted_on` the UTC day by whose end it was counted, null before the
    first; `weights` the version of the published weights.
    """

    rank_factor: float = Field(examples=[0.94])
    visibility: float = Field(examples=[0.94])
    measure: float = Field(examples=[1.0])
    level: Literal["new", "rated", "reliable"]
    explanation: str
    published_at: datetime
    counted_on: date | None
    weights: int


class MeasureInForce(Schema):
    """A measure that holds now; in full, with its statement of reasons, at /measures."""

    id: str
    kind: MeasureWord
    track: TrackWord
    starts_at: datetime
    ends_at: datetime | None
    factor: float


class SellerStanding(Schema):
    """A Seller as it stands now. `published` counts until `valid_until`; null, or after that, the Platform
    takes a `rank_factor` of 1.

    `score` is null where the level is new; `n` and `m` are the weight of what was owed and of what was met,
    `shares` say of how many answers and promises of the last days that is made.
    """

    seller: str = Field(description="The Platform's own id.")
    level: Literal["new", "rated", "reliable"]
    score: float | None
    n: float
    m: float
    published: StandingTold | None
    valid_until: datetime
    shares: list[StandingShare]
    measures: list[MeasureInForce]


@router.get("/{seller}/standing", response=SellerStanding)
def standing(request: ApiRequest, seller: str) -> dict[str, Any]:
    """One Seller's, by the Platform's id (`ext:...`) or ours. For the Platform, reviewers, compliance and
    auditors.
    """
    if not can_see_desk(actor=request.auth):
        raise Forbidden("standing.feed")
    now, seller_id = clock.now(), seller_of(text=seller)
    found = queries.standing_seen(actor=request.auth, now=now, seller_id=seller_id)
    measures = enforcement.measures_of(actor=request.auth, seller_id=seller_id)
    score = found.explained.score
    return {
        "seller": found.seller,
        "level": score.level.value,
        "score": None if score.level is Level.NEW else round(float(score.p), 6),
        "n": round(float(score.n), 6),
        "m": round(float(score.m), 6),
        "published": found.published and _told(found.published),
        "valid_until": found.valid_until,
        "shares": [share_shape(days=days, of=of) for days, of in found.shares],
        "measures": [_measure(one) for one in measures if one.phase(at=now) is Phase.IN_FORCE],
    }


def _told(one: PublishedNow) -> dict[str, Any]:
    return {
        "rank_factor": one.rank / 1000,
        "visibility": one.visibility / 1000,
        "measure": one.measure / 1000,
        "level": one.level.value,
        "explanation": str(one.entry),
        "published_at": one.at,
        "counted_on": one.counted_on,
        "weights": one.weights,
    }


def _measure(one: MeasureShown) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "kind": one.kind.value,
        "track": one.track.value,
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "factor": one.factor / 1000,
    }
