"""The provider's public keys, and the one that a token says it was signed with."""

import json
from base64 import urlsafe_b64decode
from binascii import Error
from collections.abc import Mapping
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey, import_key

from helpdesk.openid.terms import ALGORITHMS, Unproven, Why

Key = RSAKey | ECKey
_KINDS = {"RS": "RSA", "PS": "RSA", "ES": "EC"}
_LEAST_BITS = 2048  # of RSA (NIST SP 800-131A)


class NoSuchKey(Unproven):
    """Nobody of the set; the provider may have turned to a new one."""


def head_of(token: str, /) -> dict[str, Any]:
    """The token's header, of which nothing is believed: it only says which key to try. Raises Unproven."""
    first = token.partition(".")[0]
    try:
        head = json.loads(urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except (Error, ValueError, UnicodeError, RecursionError):
        raise Unproven("the ID token cannot be read") from None
    if not isinstance(head, dict) or head.get("alg") not in ALGORITHMS:
        raise Unproven("the ID token is not signed by a public key")
    return head


def key_for(*, head: Mapping[str, Any], document: Mapping[str, Any]) -> Key:
    """The key of the set (RFC 7517) for a token with this header. Raises Unproven, NoSuchKey."""
    kind = _KINDS[head["alg"][:2]]
    found = [one for one in _listed(document) if _fits(one, kind, head.get("kid"))]
    if len(found) != 1:
        raise NoSuchKey("no single key fits the ID token")
    try:
        key = import_key(
            {name: found[0][name] for name in ("kty", "n", "e", "crv", "x", "y") if name in found[0]}
        )
    except (JoseError, ValueError, TypeError, KeyError):
        raise Unproven("the key cannot be read") from None
    if not isinstance(key, RSAKey | ECKey):
        raise Unproven("the key is not a public one")
    if isinstance(key, RSAKey) and key.raw_value.key_size < _LEAST_BITS:
        raise Unproven("the key is too short")
    return key


def claims_in(*, token: str, head: Mapping[str, Any], key: Key) -> dict[str, Any]:
    """What the token says, once its signature holds. Raises Unproven."""
    try:
        return dict(jwt.decode(token, key, algorithms=[head["alg"]]).claims)
    except (JoseError, ValueError, TypeError, RecursionError):
        raise Unproven("the signature does not hold") from None


def _listed(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    listed = document.get("keys")
    if not isinstance(listed, list):
        raise Unproven("no set of keys", Why.AWAY)
    return [one for one in listed if isinstance(one, dict)]


def _fits(one: Mapping[str, Any], kind: str, kid: object) -> bool:
    """A token that names no key fits the only one of its kind."""
    use = one.get("use", "sig") == "sig"
    return use and one.get("kty") == kind and (kid is None or one.get("kid") == kid)
