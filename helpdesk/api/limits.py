"""How often a credential may ask: one bucket for all web processes, of which each draws portions.

A request costs no statement of its own: a process asks the database when its portion is used up, or is a
minute old. What is left of an old portion goes back with the next draw.
"""

import math
import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from uuid import UUID, uuid5

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.terms import Bearer
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.refusal import TooMany

_LASTS = timedelta(seconds=60)
_PORTIONS = 20  # in a full bucket: so many draws a minute at most, however fast somebody asks
_LEAST = 10  # requests in a portion
_KNOWN = 10_000  # credentials that a process keeps in mind
_ADDRESSES = UUID("6f1f5a3e-6d53-4d0f-9a3c-0e8a4b6d7c21")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a credential stands, for the headers: `left` of the `a_minute`, as far as this process knows."""

    name: str
    a_minute: int
    left: int
    wait: int = 0  # seconds until the next request is taken; 0: now


@dataclass(slots=True)
class _Portion:
    left: int
    level: float  # of the shared bucket, when this was drawn
    drawn_at: datetime


class Buckets:
    """The portions of this process."""

    def __init__(self) -> None:
        self._portions: OrderedDict[UUID, _Portion] = OrderedDict()
        self._lock = threading.Lock()

    def take(
        self, *, credential: UUID, name: str, a_minute: int, now: datetime, token: UUID | None = None
    ) -> Standing:
        """One request; `wait` above 0 says that there is none left. At most one SQL statement."""
        with self._lock:
            portion = self._portions.get(credential)
            if (
                portion
                and now - portion.drawn_at < _LASTS
                and (portion.left > 0 or self._is_dry(portion, now, a_minute))
            ):
                return self._taken(portion, name, a_minute, now)
            back = _given_back(portion)
        granted, level = accounts.draw_allowance(
            actor=SYSTEM,
            now=now,
            credential=credential,
            token=token,
            a_minute=a_minute,
            want=min(a_minute, max(_LEAST, a_minute // _PORTIONS)),
            back=back,
        )
        with self._lock:
            other = self._portions.get(credential)  # another thread may have drawn meanwhile
            more = other.left if other and other is not portion else 0
            portion = _Portion(granted + more, level, now)
            self._portions[credential] = portion
            self._portions.move_to_end(credential)
            if len(self._portions) > _KNOWN:
                self._portions.popitem(last=False)
            return self._taken(portion, name, a_minute, now)

    def forget(self) -> None:
        """For tests: as if the process had just begun."""
        with self._lock:
            self._portions.clear()

    def _is_dry(self, portion: _Portion, now: datetime, a_minute: int) -> bool:
        """Whether the shared bucket cannot hold a request yet: then nobody needs to ask it."""
        return portion.level + (now - portion.drawn_at).total_seconds() * a_minute / 60 < 1

    def _taken(self, portion: _Portion, name: str, a_minute: int, now: datetime) -> Standing:
        filled = portion.level + (now - portion.drawn_at).total_seconds() * a_minute / 60
        if portion.left < 1:
            wait = max(1, math.ceil((1 - filled) * 60 / a_minute))
            return Standing(name=name, a_minute=a_minute, left=0, wait=wait)
        portion.left -= 1
        return Standing(name=name, a_minute=a_minute, left=min(a_minute, portion.left + int(filled)))


def _given_back(portion: _Portion | None) -> int:
    """What is left of an old portion, to be put in again by one thread alone."""
    if portion is None:
        return 0
    left, portion.left = portion.left, 0
    return left


BUCKETS = Buckets()


def take(*, request: HttpRequest, bearer: Bearer, now: datetime) -> None:
    """Count a request of a credential: of a token, or of the client whose tokens share one bucket.

    Raises TooMany.
    """
    platform = bearer.actor.side is Side.PLATFORM
    a_minute = settings.HELPDESK.api_requests_platform if platform else settings.HELPDESK.api_requests
    standing = BUCKETS.take(
        credential=bearer.client or bearer.token,
        token=bearer.token,
        name="credential",
        a_minute=a_minute,
        now=now,
    )
    _judge(request, standing, "api.too_many")


def take_failure(*, request: HttpRequest, now: datetime) -> None:
    """Count a try that failed, by its address. Raises TooMany when there were too many.

    A request is counted once, however many ask.
    """
    standing: Standing = getattr(request, "failed", None) or BUCKETS.take(
        credential=address_of(request=request),
        name="address",
        a_minute=settings.HELPDESK.api_failures,
        now=now,
    )
    request.failed = standing  # type: ignore[attr-defined]
    _judge(request, standing, "api.too_many_failures")


def take_trade(*, request: HttpRequest, client: UUID, now: datetime) -> None:
    """Count a trade of a client's secret for a token, whatever comes of it. Raises TooMany."""
    standing = BUCKETS.take(
        credential=uuid5(_ADDRESSES, f"client/{client}"),
        name="client",
        a_minute=settings.HELPDESK.api_failures,
        now=now,
    )
    _judge(request, standing, "api.too_many_failures")


def address_of(*, request: HttpRequest) -> UUID:
    """What stands for the address that a request came from; of IPv6 the network, which one customer has."""
    ip = ip_address(get_adapter(request).get_client_ip(request))
    text = str(int(ip) >> 64) if isinstance(ip, IPv6Address) else str(ip)
    return uuid5(_ADDRESSES, text)


def say(*, request: HttpRequest, response: HttpResponse) -> None:
    """The headers of draft-ietf-httpapi-ratelimit-headers-10; `t` is when the bucket is full again."""
    standing: Standing | None = getattr(request, "standing", None)
    if standing is None:
        return
    full = math.ceil((standing.a_minute - standing.left) * 60 / standing.a_minute)
    response.headers["RateLimit-Policy"] = f'"{standing.name}";q={standing.a_minute};w=60'
    response.headers["RateLimit"] = f'"{standing.name}";r={standing.left};t={full}'
    if standing.wait:
        response.headers["Retry-After"] = str(standing.wait)


def _judge(request: HttpRequest, standing: Standing, code: str) -> None:
    request.standing = standing  # type: ignore[attr-defined]
    if standing.wait:
        raise TooMany(code, seconds=standing.wait)
