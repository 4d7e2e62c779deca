"""A client of the API: tokens in headers, JSON in and out."""

import json
from typing import Any
from uuid import uuid4

from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor, Side

V1 = "/api/v1"


def token_of(hat: Actor) -> str:
    """A fresh token that speaks for this hat."""
    now = clock.now()
    accounts.enrol_person(
        actor=SYSTEM, now=now, id=hat.person, display_name=hat.name, language=hat.language, email=None
    )
    for role in hat.roles if hat.side is Side.ADMINISTRATOR else ():
        accounts.grant_role(actor=SYSTEM, now=now, person_id=hat.person, role=role)
    return accounts.issue_token(actor=SYSTEM, now=now, hat=hat)


class Api:
    """Requests of one caller; `language` is what Accept-Language says."""

    def __init__(self, token: str | None = None, *, language: str = "en") -> None:
        self._headers = {"Accept-Language": language}
        if token is not None:
            self._headers["Authorization"] = f"Bearer {token}"
        self._client = Client(raise_request_exception=False)

    def put(self, path: str, body: Any) -> Any:
        """PUT JSON, or bytes as they are."""
        return self.send("PUT", path, body)

    def get(self, path: str, **headers: str) -> Any:
        """GET."""
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any, *, key: str = "", **headers: str) -> Any:
        """POST JSON, under a key of its own unless one is given."""
        return self.send("POST", path, body, **{"Idempotency-Key": key or str(uuid4())}, **headers)

    def form(self, path: str, body: bytes, **headers: str) -> Any:
        """POST a form as it is, whose Content-Type is among the headers."""
        kind = headers.pop("Content-Type")
        return self._client.generic(
            "POST", V1 + path, body, content_type=kind, headers={**self._headers, **headers}
        )

    def send(self, method: str, path: str, body: Any = b"", **headers: str) -> Any:
        """Any request under /api/v1."""
        return self._client.generic(
            method,
            V1 + path,
            body if isinstance(body, bytes) else json.dumps(body).encode(),
            content_type="application/json",
            headers={**self._headers, **headers},
        )
