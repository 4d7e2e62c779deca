"""The provider of `tests.openid.provider` as tests see it, and the way of a browser there and back."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from django.test import Client

from helpdesk.config.vouchers import SignInWith
from tests.openid.provider import CLIENT, SECRET


@dataclass(frozen=True)
class Door:
    """The provider's process."""

    address: str

    @property
    def place(self) -> str:
        return urlsplit(self.address).netloc

    def behave(self, **behaviour: Any) -> None:
        """How its next answers are; as it should when nothing is said."""
        httpx.post(f"{self.address}/behaviour", content=json.dumps(behaviour)).raise_for_status()

    def asked(self) -> list[str]:
        """The paths that were asked for since it was told how to behave."""
        found: list[str] = httpx.get(f"{self.address}/asked").json()["asked"]
        return found

    def setting(self, *, side: str, **more: Any) -> SignInWith:
        """As an operator writes it; the name is the side's."""
        return SignInWith.model_validate(
            {
                "name": side,
                "title": f"Door of {side}s",
                "issuer": self.address,
                "client_id": CLIENT,
                "client_secret": SECRET,
                "side": side,
                **more,
            }
        )

    def answer_for(self, question: str, sub: str) -> str:
        """Where the browser is sent once somebody has typed their name over there."""
        answer = httpx.post(question, data={"sub": sub})
        assert answer.status_code == 302, answer.text
        return str(answer.headers["Location"])


@contextmanager
def open_door() -> Iterator[Door]:
    """The process, while the block runs."""
    command = [sys.executable, "-m", "tests.openid.provider"]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        try:
            yield Door(process.stdout.readline().strip())
        finally:
            process.terminate()


def asked(client: Client, name: str) -> str:
    """The question that the browser carries away."""
    answer = client.get(f"/sign-in/with/{name}")
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def path_of(url: str) -> str:
    """With the query, at the public address of tests."""
    parts = urlsplit(url)
    assert f"{parts.scheme}://{parts.netloc}" == "http://localhost:8000"
    return f"{parts.path}?{parts.query}"


def walk(client: Client, door: Door, name: str, sub: str) -> Any:
    """There and back; the last answer."""
    return client.get(path_of(door.answer_for(asked(client, name), sub)))
