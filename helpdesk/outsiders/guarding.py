"""Where requests to addresses that somebody typed may go: https, and public addresses only.

A name is resolved once; the connection then goes to the addresses that were looked at here, so that a
resolver that answers differently the second time changes nothing. Exceptions are the operator's: exact
`host:port`, where http and addresses of our own network are allowed.
"""

import re
import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urlsplit

_NAME = re.compile(r"(?=.{4,253}\Z)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])")
_PRINTED = re.compile(r"[!-~]+")
_PORTS = {"https": 443, "http": 80}
_GIVEN = IPv6Network("2000::/3")  # what is given out at all
# ... of which these lead elsewhere: to IPv4 addresses (6to4, Teredo and the like), or nowhere
_NOT_DIRECT = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
_NOT_GIVEN = tuple(map(IPv4Network, ("192.0.0.0/24", "192.88.99.0/24")))  # for protocols, not for machines

Resolve = Callable[..., Sequence[tuple[Any, ...]]]


class Shut(Exception):
    """No request goes there; `why` is a code: form, https, private, name."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address that may be asked: `is_trusted` where the operator lists it. `path` with the query."""

    host: str
    port: int
    is_https: bool
    path: str
    is_trusted: bool


def target_of(*, url: str, allowed: Collection[str] = ()) -> Target:
    """What a URL leads to, before any name is resolved. `allowed`: host:port, exactly. Raises Shut."""
    if not _PRINTED.fullmatch(url) or "\\" in url:
        raise Shut("form")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Shut("form") from None
    if parts.scheme not in _PORTS or not host or port == 0 or "@" in parts.netloc or "#" in url:
        raise Shut("https" if "://" in url and parts.scheme not in _PORTS else "form")
    port = port or _PORTS[parts.scheme]
    is_trusted = f"{f'[{host}]' if ':' in host else host}:{port}" in allowed
    if not is_trusted:
        _refuse(parts.scheme, host)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    is_https = parts.scheme == "https"
    return Target(host=host, port=port, is_https=is_https, path=path, is_trusted=is_trusted)


def _refuse(scheme: str, host: str) -> None:
    if scheme != "https":
        raise Shut("https")
    try:
        literal = ip_address(host)
    except ValueError:
        if not _NAME.fullmatch(host):  # also 2130706433, 0177.0.0.1 and 0x7f.1, which some take for addresses
            raise Shut("private" if host == "localhost" else "form") from None
    else:
        if not is_public(literal):
            raise Shut("private")


def addresses_of(*, target: Target, resolve: Resolve = socket.getaddrinfo) -> tuple[str, ...]:
    """The addresses to connect to. One that is not public shuts the whole name. Raises Shut."""
    try:
        found = resolve(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Shut("name") from None
    addresses = tuple(dict.fromkeys(str(one[4][0]) for one in found))
    if not addresses:
        raise Shut("name")
    if not target.is_trusted and not all(is_public(ip_address(one)) for one in addresses):
        raise Shut("private")
    return addresses


def is_public(address: IPv4Address | IPv6Address, /) -> bool:
    """Whether an address belongs to some machine of the Internet, and to no network inside.

    IPv6 that stands for IPv4 (mapped, 6to4, NAT64) is refused whatever it stands for: nobody needs it.
    """
    return _is_direct(address) and address.is_global and not (address.is_multicast or address.is_reserved)


def _is_direct(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in one for one in _NOT_GIVEN)
    return not address.scope_id and address in _GIVEN and not any(address in one for one in _NOT_DIRECT)
