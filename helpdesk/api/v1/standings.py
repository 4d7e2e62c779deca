"""Standings: where the offers of each Seller are shown, for the Platform's search."""

from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.kernel import clock
from helpdesk.standing import queries

router = Router()
_LIMIT = 1000


class PublishedStanding(Schema):
    """A Seller's place from now on. `seller`: the Platform's own id; `number`: its place in the log.

    `rank_factor` = `visibility` x `measure`, to three decimals. `visibility` comes from answers alone,
    `measure` is 1.000, or less while a measure is in force. `explanation` is the entry, with its proof at
    /entries. `counted_on`: the UTC day by whose end it was counted; empty before the first.
    """

    number: int
    seller: str
    rank_factor: str
    visibility: str
    measure: str
    level: Literal["new", "rated", "reliable"]
    explanation: str
    published_at: str
    counted_on: str
    weights: int = Field(description="The version of the published weights.")


class Standings(Schema):
    """In the order of the log, so that reading again from any number gives the same.

    The latest row of a Seller counts until `valid_until`; one of whom there is none, or when we cannot be
    reached for longer, counts as 1.000. `note`: a C2SP signed note of the receipt key (at /log) over four
    lines: the format, `after`, the SHA-256 of `data` as canonical JSON (RFC 8785) in hex, and `valid_until`.
    """

    data: list[PublishedStanding]
    next: int | None
    valid_until: str
    note: str


@router.get("", response=Standings)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 100,
    after: Annotated[int, Query(), Field(ge=-1, le=1 << 53)] = -1,
    changed_after: Annotated[
        int | None, Query(description="The same as `after`, as feeds call it."), Field(ge=-1, le=1 << 53)
    ] = None,
) -> dict[str, Any]:
    """What was published after a number, where the factor or the level changed."""
    behind = after if changed_after is None else changed_after
    page = queries.feed(actor=request.auth, now=clock.now(), after=behind, limit=limit)
    return {
        "data": page.rows,
        "next": page.rows[-1]["number"] if len(page.rows) == limit else None,
        "valid_until": page.valid_until_shown,
        "note": page.signed_note,
    }
