"""Helpdesk over HTTP: the few calls that a marketplace makes."""

import json
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from settings import Settings

PATIENCE_SECONDS = 10.0


class Trouble(Exception):
    """Helpdesk said no (`status`), or nothing at all (0)."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(f"{status} {said}")
        self.status, self.said = status, said


class Client:
    """One credential; a token of OAuth is renewed before it ends."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._token, self._until = settings.token, float("inf") if settings.token else 0.0
        self._lock = threading.Lock()

    def put(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """A record by its own id; told again it changes nothing."""
        body = {name: value for name, value in record.items() if name not in ("type", "id")}
        return self._call(
            "PUT", f"/platform/{record['type']}s/{urllib.parse.quote(record['id'], safe='')}", body
        )

    def put_all(self, lines: bytes) -> dict[str, Any]:
        """A batch, a JSON object a line."""
        return self._call("POST", "/platform/records", lines)

    def get(self, path: str, **asked: object) -> dict[str, Any]:
        """What is read."""
        return self._call("GET", f"{path}?{urllib.parse.urlencode(asked)}" if asked else path)

    def post(self, path: str, body: object) -> dict[str, Any]:
        """A deed, under a key of its own: sent again it is done once."""
        return self._call("POST", path, body, key=str(uuid4()))

    def pages(self, path: str, *, after: int, limit: int) -> Iterator[dict[str, Any]]:
        """A feed of what changed, page by page, from the number that was seen last."""
        while True:
            page = self.get(path, changed_after=after, limit=limit)
            yield page
            if page["next"] is None:
                return
            after = int(page["next"])

    def _call(self, method: str, path: str, body: object = None, *, key: str = "") -> dict[str, Any]:
        headers = {"Content-Type": "application/json"} | ({"Idempotency-Key": key} if key else {})
        data = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        token = self._bearer()
        try:
            return self._send(f"/api/v1{path}", method, data, _with(headers, token))
        except Trouble as trouble:
            if trouble.status != HTTPStatus.UNAUTHORIZED or not self._settings.client_id:
                raise
        return self._send(f"/api/v1{path}", method, data, _with(headers, self._bearer(instead_of=token)))

    def _bearer(self, *, instead_of: str = "") -> str:
        """A token; another one where that was refused, or is about to end."""
        with self._lock:
            if time.monotonic() >= self._until or self._token == instead_of:
                self._renew()
            return self._token

    def _renew(self) -> None:
        asked = {
            "grant_type": "client_credentials",
            "client_id": self._settings.client_id,
            "client_secret": self._settings.client_secret,
        }
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        told = self._send("/api/v1/oauth/token", "POST", urllib.parse.urlencode(asked).encode(), form)
        self._token = told["access_token"]
        self._until = time.monotonic() + float(told["expires_in"]) * 0.8

    def _send(self, path: str, method: str, data: bytes | None, headers: Mapping[str, str]) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - the operator's own address
            f"{self._settings.helpdesk}{path}", data=data, method=method, headers=dict(headers)
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310
                told = answer.read()
        except urllib.error.HTTPError as error:
            with error:
                raise Trouble(error.code, _said(error.read())) from None
        except OSError as error:
            raise Trouble(0, str(error)) from None
        return dict(json.loads(told)) if told else {}


def _with(headers: Mapping[str, str], token: str) -> dict[str, str]:
    return {**headers, "Authorization": f"Bearer {token}"}


def _said(body: bytes) -> str:
    """What a problem (RFC 9457) says, for people."""
    try:
        told = json.loads(body)
        return str(told.get("detail") or told.get("title") or told)
    except ValueError:
        return body[:200].decode(errors="replace")
