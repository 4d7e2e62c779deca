"""Access tokens for the Platform's machines: OAuth 2 client credentials, with the errors of RFC 6749."""

from base64 import b64decode
from typing import Any, Literal
from urllib.parse import unquote_plus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import Router, Schema

from helpdesk.accounts import actions
from helpdesk.accounts.terms import ACCESS_LASTS
from helpdesk.api import answers, limits
from helpdesk.api.sentences import sentence
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Forbidden, Invalid

router = Router()
_FORM: dict[str, Any] = {
    "security": [{"ClientSecret": []}, {}],
    "requestBody": {
        "required": True,
        "description": "Client and secret here, or by HTTP Basic.",
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["grant_type"],
                    "properties": {
                        "grant_type": {"const": "client_credentials"},
                        "scope": {"type": "string", "description": "`read`, `write`; absent: all it has"},
                        "client_id": {"type": "string"},
                        "client_secret": {"type": "string"},
                    },
                }
            }
        },
    },
}


class AccessToken(Schema):
    """For `Authorization: Bearer`, for `expires_in` seconds; `scope` is apart by spaces (RFC 6749, 5.1)."""

    access_token: str
    token_type: Literal["Bearer"]
    expires_in: int
    scope: str


class OAuthError(Schema):
    """RFC 6749, 5.2."""

    error: str
    error_description: str


@router.post(
    "/token", auth=None, response={200: AccessToken, 400: OAuthError, 401: OAuthError}, openapi_extra=_FORM
)
def token(request: HttpRequest) -> HttpResponse:
    """Trade the secret of a client (`helpdesk client add`) for a token that lasts an hour."""
    now = clock.now()
    if request.POST.get("grant_type") != "client_credentials":
        given = "grant_type" in request.POST
        return _error("unsupported_grant_type" if given else "invalid_request", "oauth.grant_type")
    if any(len(request.POST.getlist(name)) > 1 for name in request.POST):
        return _error("invalid_request", "oauth.twice")
    client, secret = _credentials(request)
    if client is None:
        limits.take_failure(request=request, now=now)
        return _unknown(request)
    limits.take_trade(request=request, client=client, now=now)
    try:
        wanted = frozenset(request.POST.get("scope", "").split())
        traded, scopes = actions.trade_secret(
            actor=SYSTEM, now=now, client=client, secret=secret, wanted=wanted
        )
    except Forbidden:
        limits.take_failure(request=request, now=now)
        return _unknown(request)
    except Invalid as refusal:
        return _error("invalid_scope", refusal.code)
    shown = {
        "access_token": traded,
        "token_type": "Bearer",
        "expires_in": int(ACCESS_LASTS.total_seconds()),
        "scope": " ".join(scopes),
    }
    return _uncached(answers.of(shown))


def _credentials(request: HttpRequest) -> tuple[UUID | None, str]:
    """By HTTP Basic, form-encoded inside (RFC 6749, 2.3.1), or in the form."""
    kind, _, coded = request.headers.get("Authorization", "").partition(" ")
    name, secret = request.POST.get("client_id", ""), request.POST.get("client_secret", "")
    try:
        if kind.lower() == "basic":
            name, _, secret = b64decode(coded, validate=True).decode().partition(":")
            name, secret = unquote_plus(name), unquote_plus(secret)
        return UUID(name), secret
    except ValueError:  # UnicodeDecodeError and binascii.Error are
        return None, ""


def _unknown(request: HttpRequest) -> HttpResponse:
    response = _error("invalid_client", "client.unknown", status=401)
    response.headers["WWW-Authenticate"] = 'Basic realm="Helpdesk", charset="UTF-8"'
    return response


def _error(error: str, code: str, *, status: int = 400) -> HttpResponse:
    """The description is for developers, and of printable ASCII by the standard: so it is in English."""
    with translation.override("en"):
        said = sentence(code, {})
    response = answers.of({"error": error, "error_description": said}, status=status)
    response.in_its_own_shape = True  # type: ignore[attr-defined]
    return _uncached(response)


def _uncached(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Pragma"] = "no-cache"
    return response
