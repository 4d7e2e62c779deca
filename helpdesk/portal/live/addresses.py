"""Where a page finds its stream, and who may ask there."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port, validate_host

PATH = "/live/events"


def stream_origin(*, request: HttpRequest) -> str:
    """The origin of the streams as this browser reaches them; empty: that of the pages, or none at all."""
    named: str = settings.HELPDESK.live_url
    if not named.startswith(":"):
        return named.rstrip("/")
    name = split_domain_port(request.get_host())[0]
    return f"{request.scheme}://{name}{named}"


def stream_address(*, request: HttpRequest) -> str:
    """The streams' address as this browser reaches it; empty: there are none, and pages ask by themselves."""
    return f"{stream_origin(request=request)}{PATH}" if settings.HELPDESK.live_url else ""


def may_ask(*, origin: str, host: str, site: str) -> bool:
    """Whether a page of ours asks: `Origin`, `Host` and `Sec-Fetch-Site` as the browser sent them.

    A page of the same origin sends no Origin. A page on another port must be that of the public address,
    under that address's name or the very name by which we were asked.
    """
    name = split_domain_port(host)[0]
    if not validate_host(name, settings.ALLOWED_HOSTS) or site == "cross-site":
        return False
    if not origin:
        return True
    public, asking = urlsplit(settings.HELPDESK.public_url), urlsplit(origin)
    same_door = (asking.scheme, _port(asking.port, asking.scheme)) == (
        public.scheme,
        _port(public.port, public.scheme),
    )
    return same_door and asking.hostname in (public.hostname, name.strip("[]").lower())


def _port(named: int | None, scheme: str) -> int:
    return named or (443 if scheme == "https" else 80)
