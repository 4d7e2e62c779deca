"""Credentials: a Bearer token in the Authorization header, whom it speaks for, and what it may do."""

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer

from helpdesk.accounts.terms import Bearer
from helpdesk.api import limits
from helpdesk.api.scopes import scope_of
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace import queries as marketplace


class ApiRequest(HttpRequest):
    """A request that passed `Token`: for signatures of endpoints. `bearer` is the credential itself."""

    auth: Actor
    bearer: Bearer


class Token(HttpBearer):
    """Our own opaque tokens: keys of shops, access tokens of the Platform's machines, tokens of people."""

    def __call__(self, request: HttpRequest) -> Any | None:
        """Ninja's, and a try without a token counts as well."""
        found = super().__call__(request)
        if found is None:
            limits.take_failure(request=request, now=clock.now())
        return found

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor, as `request.auth`; None is answered 401. Raises Forbidden (scope) and TooMany.

        A request is looked at once, however many ask.
        """
        bearer: Bearer | None = getattr(request, "bearer", None)
        if bearer is None:
            now = clock.now()
            bearer = marketplace.bearer_for_system(token=token.strip(), now=now)
            if bearer is None:
                return None
            limits.take(request=request, bearer=bearer, now=now)
            request.bearer = bearer  # type: ignore[attr-defined]
        scope = scope_of(method=request.method or "", path=request.path_info)
        if not bearer.may(scope):
            request.scope_missing = scope  # type: ignore[attr-defined]
            raise Forbidden("api.scope", scope=scope.value)
        return bearer.actor
