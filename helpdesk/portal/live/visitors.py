"""Who listens: the session of the page's own cookie, looked at again and again while the stream stands."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from importlib import import_module

from django.conf import settings
from django.http import HttpRequest

from helpdesk.accounts import queries as accounts
from helpdesk.accounts.terms import Hat
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import hats


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody who is signed in; `over_at`: seconds since 1970 after which the session is too old."""

    session: str
    hat: Hat
    actor: Actor
    over_at: int


def visitor(*, cookies: str) -> Visitor | None:
    """Whose cookies these are; None for strangers and sessions that ended. Two SQL statements."""
    key = _session_key(cookies)
    if not key:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    found = hats.glance(request=request)
    if found is None:
        return None
    hat, seat = found
    return Visitor(session=key, hat=hat, actor=seat.actor, over_at=hats.over_at(request=request))


def gone(*, visitors: Collection[Visitor]) -> set[Visitor]:
    """Who of them was signed out, changed hats, lost a role or was disabled. Two SQL statements for all."""
    now, hats_worn = clock.now(), list({one.hat for one in visitors})
    alive = accounts.alive_for_system(keys={one.session for one in visitors}, now=now)
    seated = _seated(hats_worn)
    seconds = int(now.timestamp())
    return {
        one for one in visitors if one.session not in alive or one.hat not in seated or seconds > one.over_at
    }


def _seated(worn: Sequence[Hat]) -> set[Hat]:
    return marketplace.still_seated_for_system(hats=worn)


def _session_key(cookies: str) -> str:
    try:
        jar = SimpleCookie(cookies)
    except CookieError:
        return ""
    found = jar.get(settings.SESSION_COOKIE_NAME)
    return found.value if found else ""
