"""What a provider says of itself, at its issuer's well-known address."""

from collections.abc import Mapping
from typing import Any

from helpdesk.openid.terms import Places, Unproven, Why

_WELL_KNOWN = "/.well-known/openid-configuration"


def address_of(*, issuer: str) -> str:
    """Where the document lies (OpenID Connect Discovery, 4)."""
    return issuer.removesuffix("/") + _WELL_KNOWN


def places_in(*, document: Mapping[str, Any], issuer: str) -> Places:
    """What it names. Raises Unproven: another issuer, a place is missing, or it cannot do what we ask for."""
    if document.get("issuer") != issuer:
        raise Unproven("discovery names another issuer")
    methods = _listed(document, "token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if "query" not in _listed(document, "response_modes_supported", ["query"]):
        raise Unproven("discovery has no response mode query", Why.AWAY)
    if "S256" not in _listed(document, "code_challenge_methods_supported", ["S256"]):
        raise Unproven("discovery has no PKCE with S256", Why.AWAY)
    return Places(
        authorization=_needed(document, "authorization_endpoint"),
        token=_needed(document, "token_endpoint"),
        keys=_needed(document, "jwks_uri"),
        userinfo=_text(document, "userinfo_endpoint"),
        end_session=_text(document, "end_session_endpoint"),
        is_posted="client_secret_basic" not in methods and "client_secret_post" in methods,
        names_itself=document.get("authorization_response_iss_parameter_supported") is True,
    )


def _text(document: Mapping[str, Any], name: str) -> str:
    found = document.get(name)
    return found if isinstance(found, str) else ""


def _needed(document: Mapping[str, Any], name: str) -> str:
    found = _text(document, name)
    if not found:
        raise Unproven(f"discovery lacks {name}", Why.AWAY)
    return found


def _listed(document: Mapping[str, Any], name: str, default: list[str]) -> list[Any]:
    found = document.get(name)
    return found if isinstance(found, list) else default
