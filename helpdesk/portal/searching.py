"""The search page of both sides: what its address asks, and what was found as people read it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from helpdesk.cases.terms.names import Kind as CaseKind
from helpdesk.conversations.terms import PAGE
from helpdesk.kernel.actor import Side
from helpdesk.portal.hats import Signed
from helpdesk.portal.segments import Segment, segments
from helpdesk.search import queries
from helpdesk.search.terms import MAX_TEXT, Filters, Hit, Kind

_STATES = {"waiting": True, "answered": False}
_ASKED = ("q", "since", "until", "market", "case", "state", "file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A hit with where it leads, and its excerpt in pieces of which those that were looked for are marked."""

    hit: Hit
    address: str
    pieces: list[Segment]


def looked(request: Signed) -> dict[str, Any]:
    """What the page shows for its address. A filter that is none narrows nothing. Raises Invalid, Busy."""
    asked = {name: request.GET.get(name, "") for name in _ASKED}
    asked["q"] = asked["q"][:MAX_TEXT]
    if "market" not in request.GET and request.actor.side is Side.SELLER:
        asked["market"] = request.market or ""
    found = queries.found(
        actor=request.actor,
        text=asked["q"],
        filters=_filters(request, asked),
        after=request.GET.get("after") or None,
        zone=request.zone,
    )
    kept = {name: said for name, said in asked.items() if said or name == "market"}
    return {
        "asked": asked,
        "cases": list(CaseKind),
        "found": found,
        "rows": [shown(request, hit) for hit in found.hits],
        "narrowed": any(asked[name] for name in _ASKED[1:]),
        "more": urlencode({**kept, "after": found.after}) if found.after else "",
        "further": "after" in request.GET,
    }


def _filters(request: Signed, asked: dict[str, str]) -> Filters:
    until = _day(asked["until"])
    return Filters(
        since=_day(asked["since"]),
        until=until and until + timedelta(days=1),
        market=asked["market"] if asked["market"] in {one.code for one in request.markets} else None,
        has_file=bool(asked["file"]),
        waiting=_STATES.get(asked["state"]),
        case=asked["case"] if asked["case"] in set(CaseKind) else None,
    )


def _day(written: str) -> date | None:
    """As date fields write it; what is no day, or at the calendar's ends, asks for nothing."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return None if day.year in (1, 9999) else day


def shown(request: Signed, hit: Hit) -> Shown:
    """A hit as its row is drawn."""
    spans = [(start, end, number) for number, (start, end) in enumerate(hit.marks)]
    return Shown(hit=hit, address=_address(request, hit), pieces=segments(text=hit.excerpt, spans=spans))


def _address(request: Signed, hit: Hit) -> str:
    """Of the message where one was found, on the page of a long thread where it stands."""
    if hit.kind is Kind.LETTER:
        return reverse(f"{request.actor.side}:letter", args=[hit.conversation])
    if hit.case is not None:
        return reverse(f"{request.actor.side}:case", args=[hit.case])
    thread = reverse(f"{request.actor.side}:conversation", args=[hit.conversation])
    if hit.n is None:
        return thread
    return thread + message_in(n=hit.n, last_n=hit.last_n)


def message_in(*, n: int, last_n: int) -> str:
    """What leads from a thread's address to a message, on the page of a long thread where it stands."""
    page = f"?after={max(n - 1 - PAGE // 2, -1)}" if last_n - n >= PAGE else ""
    return f"{page}#m{n}"
