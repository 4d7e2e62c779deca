"""What will go: operations that are deprecated, and from when on they may be gone (RFC 9745, RFC 8594)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from types import MappingProxyType

from django.http import HttpResponse

from helpdesk.api.scopes import PREFIX


@dataclass(frozen=True, slots=True, kw_only=True)
class Retiring:
    """Since when (UTC) something is deprecated, when it may be gone, and the page about its successor."""

    since: datetime
    gone_at: datetime
    instead: str


# method and address as described -> what becomes of it; at least a year lies between the two days
RETIRING: Mapping[tuple[str, str], Retiring] = MappingProxyType({})


def say(*, method: str, path: str, response: HttpResponse, table: Mapping[tuple[str, str], Retiring]) -> None:
    """The headers of an operation that will go."""
    for (verb, address), retiring in table.items():
        if verb == method and _is(path, address):
            response.headers["Deprecation"] = f"@{int(retiring.since.timestamp())}"
            response.headers["Sunset"] = format_datetime(retiring.gone_at, usegmt=True)
            add_link(response=response, target=retiring.instead, rel="deprecation")


def add_link(*, response: HttpResponse, target: str, rel: str) -> None:
    """One more link of an answer (RFC 8288)."""
    before = response.headers.get("Link")
    link = f'<{target}>; rel="{rel}"'
    response.headers["Link"] = f"{before}, {link}" if before else link


def _is(path: str, address: str) -> bool:
    """Whether a path is an address with something in its places."""
    mine, theirs = path.removeprefix(PREFIX).split("/"), address.removeprefix(PREFIX).split("/")
    places = zip(mine, theirs, strict=False)
    return len(mine) == len(theirs) and all(one == two or two.startswith("{") for one, two in places)
