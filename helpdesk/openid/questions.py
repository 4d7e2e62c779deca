"""The question that a browser carries to the provider, and whether what it brings back answers it."""

import hashlib
import secrets
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping
from hmac import compare_digest
from urllib.parse import quote_plus, urlencode

from helpdesk.openid.terms import ATTEMPT_LASTS, Attempt, Places, Provider, Unproven, Why


def new_attempt(*, at: int) -> Attempt:
    """Three secrets of 256 random bits: `state` binds the browser, `nonce` the token, `verifier` the code."""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    return Attempt(state=state, nonce=nonce, verifier=verifier, at=at)


def question(
    *, provider: Provider, places: Places, attempt: Attempt, redirect_uri: str, language: str
) -> str:
    """The address to send the browser to. Nothing in it comes from the browser but its language."""
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": redirect_uri,
        "scope": provider.scope,
        "state": attempt.state,
        "nonce": attempt.nonce,
        "code_challenge": challenge(verifier=attempt.verifier),
        "code_challenge_method": "S256",
        "ui_locales": language,
    }
    if provider.acr:
        asked["acr_values"] = " ".join(provider.acr)
    return with_query(url=places.authorization, query=asked)


def challenge(*, verifier: str) -> str:
    """S256 (RFC 7636, 4.2)."""
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def code_in(
    *, answer: Mapping[str, str], attempt: Attempt, provider: Provider, places: Places, at: int
) -> str:
    """The code that the browser brought. Raises Unproven: too late, declined, or of another issuer."""
    if not 0 <= at - attempt.at <= ATTEMPT_LASTS:
        raise Unproven("the attempt is too old", Why.STALE)
    named = answer.get("iss")
    if named != provider.issuer and (named is not None or places.names_itself):
        raise Unproven("the answer is another issuer's")
    if "error" in answer:
        raise Unproven("the provider answered with an error", Why.DECLINED)
    code = answer.get("code", "")
    if not code:
        raise Unproven("the answer has no code", Why.STALE)
    return code


def exchange(
    *, provider: Provider, places: Places, attempt: Attempt, code: str, redirect_uri: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Form and headers by which the token endpoint hands out the ID token, to us alone."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "code_verifier": attempt.verifier,
    }
    if not provider.client_secret:
        return form | {"client_id": provider.client_id}, {}
    if places.is_posted:
        return form | {"client_id": provider.client_id, "client_secret": provider.client_secret}, {}
    pair = f"{quote_plus(provider.client_id)}:{quote_plus(provider.client_secret)}"  # RFC 6749, 2.3.1
    return form, {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def farewell(*, provider: Provider, places: Places, back_to: str, language: str) -> str:
    """Where the person may sign out over there, too; empty where that is not offered.

    No ID token is kept, so none is sent as a hint: the provider asks the person.
    """
    if not places.end_session:
        return ""
    asked = {
        "client_id": provider.client_id,
        "post_logout_redirect_uri": back_to,
        "ui_locales": language,
    }
    return with_query(url=places.end_session, query=asked)


def with_query(*, url: str, query: Mapping[str, str]) -> str:
    """The address with more of a query; what the provider itself put there stays."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode(query)}"


def is_same(one: str, other: str, /) -> bool:
    """In constant time; JSON may bring halves of surrogates, which are the same as nothing of ours."""
    return compare_digest(one.encode(errors="surrogatepass"), other.encode(errors="surrogatepass"))
