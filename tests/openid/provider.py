"""A small provider of OpenID Connect in a process of its own: it signs people in, and lies as it is told.

`python -m tests.openid.provider` prints its address. `POST /behaviour` says how the next answers are: `lie`
(one of LIES) and `claims` that go into the ID token. It imports nothing of ours.
"""

import hashlib
import hmac
import json
import secrets
import sys
import time
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "helpdesk", "a secret: of+signs/"
FORM = "<!doctype html><form method=post><input name=sub aria-label=Name><button>Go</button></form>"


class State:
    """What the process knows."""

    address = ""
    key = RSAKey.generate_key(2048, {"kid": "first"})
    codes: dict[str, dict[str, str]] = {}
    about: dict[str, str] = {}  # access token -> subject
    behaviour: dict[str, Any] = {}
    asked: list[str] = []


def flat(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def half(text: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:16]).rstrip(b"=").decode()


def claims_of(asked: dict[str, str], access: str) -> dict[str, Any]:
    """An honest ID token's, with what the test wants to be told, and its lie."""
    now = int(time.time())  # noqa: TID251 - a process of its own
    honest: dict[str, Any] = {
        "iss": State.address,
        "aud": CLIENT,
        "sub": asked["sub"],
        "nonce": asked["nonce"],
        "iat": now,
        "exp": now + 300,
        "at_hash": half(access),
    } | State.behaviour.get("claims", {})
    lies: dict[str, dict[str, Any]] = {
        "nonce": {"nonce": "another"},
        "no nonce": {"nonce": None},
        "audience": {"aud": "another"},
        "two audiences": {"aud": [CLIENT, "another"]},
        "made for another": {"aud": [CLIENT, "another"], "azp": "another"},
        "issuer": {"iss": "https://another.example"},
        "expired": {"iat": now - 400, "exp": now - 100},
        "no end": {"exp": None},
        "words for an end": {"exp": "tomorrow"},
        "made long ago": {"iat": now - 5_000},
        "made tomorrow": {"iat": now + 86_400, "exp": now + 90_000},
        "not yet": {"nbf": now + 3_600},
        "no subject": {"sub": None},
        "a number for a subject": {"sub": 7},
        "another access token": {"at_hash": half("another")},
    }
    return honest | lies.get(State.behaviour.get("lie", ""), {})


def coded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def joined(*parts: dict[str, Any]) -> str:
    return ".".join(coded(json.dumps(one).encode()) for one in parts)


def token_of(claims: dict[str, Any]) -> str:
    """Signed as it should be, or as the lie says."""
    claims = {name: value for name, value in claims.items() if value is not None}
    lie, head = State.behaviour.get("lie"), {"alg": "RS256", "kid": State.key.kid}
    if lie == "alg none":
        return joined({"alg": "none"}, claims) + "."
    if lie == "HS256 with the public key":
        text = joined({"alg": "HS256", "kid": State.key.kid}, claims)
        public = State.key.as_pem(private=False)
        return f"{text}.{coded(hmac.digest(public, text.encode(), 'sha256'))}"
    if lie == "another key":
        return jwt.encode(head, claims, RSAKey.generate_key(2048))
    if lie == "an unknown key":
        return jwt.encode(head | {"kid": "unknown"}, claims, State.key)
    signed = jwt.encode(head, claims, State.key)
    if lie == "changed afterwards":
        first, _, third = signed.split(".")
        return ".".join((first, joined(claims | {"sub": "Hania"}), third))
    return signed


class Handler(BaseHTTPRequestHandler):
    """One request."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        State.asked.append(parts.path)
        pages: dict[str, Callable[[], dict[str, Any]]] = {
            "/.well-known/openid-configuration": self.discovery,
            "/keys": lambda: {"keys": [{"kty": "PQ"}, State.key.as_dict(private=False) | {"use": "sig"}]},
            "/userinfo": self.userinfo,
            "/asked": lambda: {"asked": State.asked},
        }
        if parts.path == "/authorize":
            return self.say(200, FORM.encode(), "text/html")
        if parts.path not in pages:
            return self.say(404, b"nothing here", "text/plain")
        return self.say(200, json.dumps(pages[parts.path]()).encode())

    def do_POST(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if parts.path == "/behaviour":
            State.behaviour = json.loads(body)
            State.asked.clear()
            if State.behaviour.get("turn"):
                State.key = RSAKey.generate_key(2048, {"kid": secrets.token_hex(4)})
            return self.say(204, b"")
        if parts.path == "/authorize":
            return self.authorize(flat(parts.query), flat(body))
        return self.token(flat(body))

    def discovery(self) -> dict[str, Any]:
        lie = State.behaviour.get("lie")
        return {
            "issuer": "https://another.example" if lie == "another discovery" else State.address,
            "authorization_endpoint": f"{State.address}/authorize?tenant=a",
            "token_endpoint": "http://10.0.0.1/token" if lie == "inside" else f"{State.address}/token",
            "jwks_uri": f"{State.address}/keys",
            "userinfo_endpoint": f"{State.address}/userinfo",
            "end_session_endpoint": f"{State.address}/end",
            "authorization_response_iss_parameter_supported": True,
        }

    def authorize(self, asked: dict[str, str], said: dict[str, str]) -> None:
        """The form was sent: back to where the question came from."""
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        answer = {"state": asked["state"], "iss": State.address}
        if said["sub"] == "nobody":
            answer |= {"error": "access_denied", "error_description": "<b>no</b>"}
        else:
            answer["code"] = secrets.token_urlsafe(16)
            State.codes[answer["code"]] = asked | said
        if State.behaviour.get("lie") == "another house answers":
            answer["iss"] = "https://another.example"
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(answer)}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def token(self, form: dict[str, str]) -> None:
        """A code for an ID token, once, for the client that began with this challenge."""
        basic = b64decode(self.headers.get("Authorization", "").removeprefix("Basic ")).decode()
        client, _, secret = basic.partition(":")
        asked = State.codes.pop(form.get("code", ""), None)
        if asked is None or (unquote(client), unquote(secret.replace("+", " "))) != (CLIENT, SECRET):
            return self.say(400, b'{"error": "invalid_grant"}')
        proof = (
            urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        )
        if (proof, form["redirect_uri"]) != (asked["code_challenge"], asked["redirect_uri"]):
            return self.say(400, b'{"error": "invalid_grant"}')
        lie = State.behaviour.get("lie")
        if lie == "elsewhere":
            self.send_response(302)
            self.send_header("Location", f"{State.address}/userinfo")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        if lie in ("no JSON", "too much"):
            return self.say(200, b"[" * (100_000 if lie == "no JSON" else 300_000))
        access = secrets.token_urlsafe(16)
        State.about[access] = asked["sub"]
        answer = {
            "access_token": access,
            "token_type": "Bearer",
            "id_token": token_of(claims_of(asked, access)),
        }
        if lie == "no ID token":
            del answer["id_token"]
        return self.say(200, json.dumps(answer).encode())

    def userinfo(self) -> dict[str, Any]:
        about = State.about[self.headers["Authorization"].removeprefix("Bearer ")]
        lie = State.behaviour.get("lie") == "about somebody else"
        more: dict[str, Any] = State.behaviour.get("userinfo", {})
        return {"sub": "somebody" if lie else about} | more

    def say(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Quiet."""


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    State.address = f"http://127.0.0.1:{server.server_port}"
    sys.stdout.write(State.address + "\n")
    sys.stdout.flush()
    server.serve_forever()
