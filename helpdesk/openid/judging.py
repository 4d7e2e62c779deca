"""Whether the claims of an ID token, whose signature holds, are meant for us and for this moment."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from helpdesk.openid.questions import is_same
from helpdesk.openid.terms import FRESH, MAX_SUBJECT, SKEW, Attempt, Proved, Provider, Unproven


def judged(*, claims: Mapping[str, Any], provider: Provider, attempt: Attempt, at: int) -> Proved:
    """Whom it is about (OpenID Connect Core, 3.1.3.7). `at`: seconds since 1970. Raises Unproven."""
    if claims.get("iss") != provider.issuer:
        raise Unproven("the ID token is another issuer's")
    _meant_for(claims, provider.client_id)
    _of_now(claims, at)
    nonce = claims.get("nonce")
    if not isinstance(nonce, str) or not is_same(nonce, attempt.nonce):
        raise Unproven("the nonce is not that of this attempt")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= MAX_SUBJECT or not subject.isprintable():
        raise Unproven("the ID token has no subject")
    return Proved(subject=subject, claims=claims)


def goes_with(*, claims: Mapping[str, Any], alg: str, access_token: str) -> None:
    """The access token that came beside it, where the ID token says which (`at_hash`). Raises Unproven."""
    said = claims.get("at_hash")
    if said is None:
        return
    whole = hashlib.new(f"sha{alg[2:]}", access_token.encode()).digest()
    half = urlsafe_b64encode(whole[: len(whole) // 2]).rstrip(b"=").decode()
    if not isinstance(said, str) or not is_same(said, half):
        raise Unproven("the access token is another one's")


def _meant_for(claims: Mapping[str, Any], client_id: str) -> None:
    """`aud` names us; where it names others too, `azp` says that it was made for us."""
    aud, azp = claims.get("aud"), claims.get("azp")
    audience = aud if isinstance(aud, list) else [aud]
    if client_id not in audience:
        raise Unproven("the ID token is for another audience")
    if azp != client_id and (azp is not None or len(audience) > 1):
        raise Unproven("the ID token was made for another client")


def _of_now(claims: Mapping[str, Any], at: int) -> None:
    ends, made, begins = (_instant(claims, name) for name in ("exp", "iat", "nbf"))
    if ends is None or at - SKEW >= ends:
        raise Unproven("the ID token is over")
    if made is None or not at - FRESH - SKEW <= made <= at + SKEW:
        raise Unproven("the ID token was not made now")
    if begins is not None and begins > at + SKEW:
        raise Unproven("the ID token has not begun")


def _instant(claims: Mapping[str, Any], name: str) -> float | None:
    """Seconds since 1970; None where absent. Raises Unproven for what is no number."""
    value = claims.get(name)
    if value is not None and (
        isinstance(value, bool) or not isinstance(value, int | float) or value != value
    ):
        raise Unproven(f"{name} is no instant")
    return value
