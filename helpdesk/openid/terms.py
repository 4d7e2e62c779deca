"""The words of OpenID Connect, as far as we speak it: code flow, response mode query, PKCE S256."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

SKEW = 60  # seconds by which the other clock may be off
FRESH = 600  # seconds between the making of an ID token and our reading of it
ATTEMPT_LASTS = 600  # seconds for signing in over there
MAX_SUBJECT = 255  # characters (OpenID Connect Core, 2)
# By a public key only: `none` and the HMACs, whose key could be the public one, are not among them.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")


class Why(StrEnum):
    """Why nobody comes in."""

    AWAY = "away"  # no answer, or none that can be read
    DECLINED = "declined"  # the person or the house over there said no
    STALE = "stale"  # not our question, an old one, or one that was answered already
    UNPROVEN = "unproven"  # an answer that is not proved
    UNKNOWN = "unknown"  # proved, and nobody whom we know
    OWN_DOOR = "own_door"  # proved and known, and not by this house's word


class Unproven(Exception):
    """The answer is not believed; the text says which check failed, for the log: no word of the answer."""

    def __init__(self, text: str, why: Why = Why.UNPROVEN) -> None:
        super().__init__(text)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A house whose word counts here. `name` stands in addresses, `title` on the button.

    `side` is whom it may let in; `claim` holds the Platform's id of them (unused for administrators). One of
    `amr` or `acr` in the answer is a second factor.
    """

    name: str
    title: str
    issuer: str
    client_id: str
    client_secret: str
    side: str
    claim: str = "sub"
    scope: str = "openid"
    amr: frozenset[str] = frozenset()
    acr: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where a provider does what, by its own discovery document."""

    authorization: str
    token: str
    keys: str
    userinfo: str
    end_session: str
    is_posted: bool  # the secret in the body, where it does not take it in the header
    names_itself: bool  # its answers say `iss` (RFC 9207)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One question, kept in the session of the browser that carries it. `at`: seconds since 1970, UTC."""

    state: str
    nonce: str
    verifier: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """Whom an ID token is about, and all that it says."""

    subject: str
    claims: Mapping[str, Any]

    def has_second_factor(self, *, provider: Provider) -> bool:
        """Whether it names a proof that the operator counts as one."""
        said = self.claims.get("amr")
        methods = {one for one in said if isinstance(one, str)} if isinstance(said, list) else set()
        return bool(methods & provider.amr) or self.claims.get("acr") in provider.acr


class Ask(Protocol):
    """The transport: the JSON object that an address answers with 200. Raises Unproven."""

    def __call__(
        self, url: str, *, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
    ) -> dict[str, Any]: ...
