"""Search: what the caller may see, by its words, its numbers and its people."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.cases import Kinds
from helpdesk.api.v1.shapes import Cursor, Day
from helpdesk.search import queries
from helpdesk.search.terms import MAX_TEXT, AtHand, Filters, Found, Hit

router = Router()
_Words = Annotated[
    str,
    Query(
        description='Words, numbers and `"phrases"`. Filters may stand among them: `has:file`, `is:waiting`,'
        " `is:answered`, `from:buyer`, `market:pl`, `case:return`, `before:`, `after:` and `on:2026-11-10`."
        " A last word without a space behind it is taken as the beginning of one."
    ),
    Field(max_length=MAX_TEXT),
]


class FoundHit(Schema):
    """One thing that was found. `kind` is `message`, `file`, `note`, `agreement`, `letter`, `step` (of a
    case, or a contact outside), `thread`, `person` or `case`.

    `marks` are places in `excerpt` (Unicode code points, half-open). `entry` (of a file its own id) and `n`
    say where it stands in the conversation, `side` who said it. `other` is whom the conversation is with. Of
    a file, `excerpt` is its name; of a letter, `conversation` is its correspondence. `waiting`: a question
    waits for its answer there.
    """

    kind: str
    conversation: str
    title: str
    other: str
    market: str
    about: str
    waiting: bool
    at: datetime
    entry: str | None
    case: str | None
    case_kind: str | None
    n: int | None
    side: str | None
    language: str | None
    excerpt: str
    marks: list[tuple[int, int]]


class FoundPage(Schema):
    """Hits, the best first. `count` is exact unless `more_than_counted`. `forgiving`: nothing is written
    quite so, and this comes close. `next` asks for more.
    """

    data: list[FoundHit]
    count: int
    more_than_counted: bool
    forgiving: bool
    next: str | None


class FoundAtHand(Schema):
    """At most five of each, the best first."""

    orders: list[FoundHit]
    conversations: list[FoundHit]
    people: list[FoundHit]


@router.get("", response=FoundPage)
def search(
    request: ApiRequest,
    q: _Words,
    since: Annotated[Day | None, Query()] = None,
    until: Annotated[Day | None, Query()] = None,
    market: Annotated[str | None, Query(), Field(max_length=20, pattern=r"^[A-Za-z0-9-]+$")] = None,
    side: Annotated[Literal["buyer", "seller"] | None, Query()] = None,
    has_file: Annotated[bool, Query()] = False,
    case: Annotated[Kinds | None, Query()] = None,
    state: Annotated[Literal["waiting", "answered"] | None, Query()] = None,
    after: Annotated[Cursor | None, Query()] = None,
) -> dict[str, Any]:
    """Messages, files, cases, conversations and people of the caller's own, twenty at a time.

    `since` and `until` are days in UTC, both inclusive; `case` is the kind of a case in the conversation.
    Administrators find conversations, cases and people of all, and never what was said.
    """
    filters = Filters(
        since=since,
        until=_behind(until),
        market=market,
        side=side,
        has_file=has_file,
        case=case,
        waiting=None if state is None else state == "waiting",
    )
    return _page(queries.found(actor=request.auth, text=q, filters=filters, after=after))


@router.get("/at-hand", response=FoundAtHand)
def at_hand(request: ApiRequest, q: _Words) -> dict[str, Any]:
    """A few hits of each sort, while somebody types."""
    few: AtHand = queries.at_hand(actor=request.auth, text=q)
    groups = {"orders": few.orders, "conversations": few.conversations, "people": few.people}
    return {name: [_hit(hit) for hit in hits] for name, hits in groups.items()}


def _behind(day: date | None) -> date | None:
    return day and (day if day == date.max else day + timedelta(days=1))


def _page(found: Found) -> dict[str, Any]:
    return {
        "data": [_hit(hit) for hit in found.hits],
        "count": found.count,
        "more_than_counted": found.more_than_counted,
        "forgiving": found.forgiving,
        "next": found.after,
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind.value,
        "conversation": str(hit.conversation),
        "title": hit.title,
        "other": hit.other,
        "market": hit.market,
        "about": "order" if hit.about_order else "offer",
        "waiting": hit.waiting,
        "at": hit.at,
        "entry": hit.entry and str(hit.entry),
        "case": hit.case and str(hit.case),
        "case_kind": hit.case_kind,
        "n": hit.n,
        "side": hit.side and hit.side.value,
        "language": hit.language,
        "excerpt": hit.excerpt,
        "marks": list(hit.marks),
    }
