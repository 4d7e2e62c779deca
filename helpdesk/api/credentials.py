"""Credentials: a Bearer token in the Authorization header, and the actor that it speaks for."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from helpdesk.accounts.terms import Scope
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace import queries as marketplace

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class ApiRequest(HttpRequest):
    """A request that passed `Token`: for signatures of endpoints."""

    auth: Actor


class Token(HttpBearer):
    """Our own opaque tokens; a reading request needs the scope `read`, any other `write`."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor, as `request.auth`; None is answered 401."""
        scope = Scope.READ if request.method in _READING else Scope.WRITE
        return marketplace.token_for_system(token=token.strip(), now=clock.now(), scope=scope)
