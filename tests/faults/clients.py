"""Clients with a ledger of their own: every acknowledged answer is written down, every doubt asked again."""

import http.client
import json
import random
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.world import SELLERS, Thread, token
from tests.faults.stand import THREADS

PAUSE_SECONDS = 0.05  # before a client asks again
ANSWER_SECONDS = 10.0  # a connection whose other end is gone may never say so
PATIENCE_SECONDS = 120.0  # for an answer under one key, however many connections it takes
READS = ("/api/v1/inbox", "/api/v1/conversations/{ref}", "/health/ready", "/sign-in", "/seller/inbox")
SEND, READ = "POST", "GET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back whole."""

    status: int
    body: bytes
    replayed: bool
    retry_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """A post as the ledger has it."""

    key: str
    thread: Thread
    body: bytes
    replayed: bool

    @property
    def receipt(self) -> dict[str, Any]:
        """The signed part."""
        found: dict[str, Any] = json.loads(self.body)["archive"]
        return found


def said(key: str) -> str:
    """The text of a post: its own, so that a doubled one shows however it came about."""
    return f"Yes, the gasket fits. {key}"


def ask(
    port: int, method: str, path: str, *, seller: int = 0, key: str = "", text: str = ""
) -> Answer | None:
    """One request; None when no whole answer came, so that nobody knows what became of it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)
    headers = {"Authorization": f"Bearer {token(seller)}", "Connection": "close"}
    if key:
        headers |= {"Idempotency-Key": key, "Content-Type": "application/json"}
    try:
        said = {"text": text, "reason": "safety_recall"}  # the one that may be said again and again
        connection.request(method, path, json.dumps(said) if key else None, headers)
        response = connection.getresponse()
        body = response.read()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    return Answer(
        status=response.status,
        body=body,
        replayed=response.headers.get("Idempotency-Replayed") == "true",
        retry_after=response.headers.get("Retry-After"),
    )


def post(port: int, key: str, thread: Thread) -> Answer | None:
    """One attempt at a post."""
    path = f"/api/v1/conversations/{thread.ref}/replies"
    return ask(port, SEND, path, seller=thread.seller, key=key, text=said(key))


class Clients:
    """Several sellers' tools at work: they post, and one of them reads."""

    def __init__(self, *, port: int, ledger: Path, run: str, writers: int = 4) -> None:
        self.port, self._run = port, run
        self.acknowledged: dict[str, Acknowledged] = {}
        self.wrong: list[str] = []
        self.doubts = 0
        self.refusals = 0
        self._ledger = ledger.open("a")
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._write, args=[n]) for n in range(writers)]
        self._threads.append(threading.Thread(target=self._read))

    def __enter__(self) -> "Clients":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Each finishes the post in hand: whatever was in doubt is known afterwards."""
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        self._ledger.close()

    def _write(self, number: int) -> None:
        chance, posts = random.Random(number), 0
        while not self._stopping.is_set():
            posts += 1
            self._deliver(f"fault/{self._run}/{number}/{posts}", Thread(chance.randrange(THREADS)))
            time.sleep(0.01)

    def _deliver(self, key: str, thread: Thread) -> None:
        """Ask under the same key until an answer is known."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            answer = post(self.port, key, thread)
            if answer is None:
                self.doubts += 1
            elif answer.status == 201:
                self._note(key, thread, answer)
                return
            elif not self._may_be_asked_again(answer):
                self.wrong.append(f"{key}: {answer}")
                return
            time.sleep(PAUSE_SECONDS)
        self.wrong.append(f"{key}: no answer in {PATIENCE_SECONDS:g} s")

    def _may_be_asked_again(self, answer: Answer) -> bool:
        self.refusals += 1
        return answer.status == 503 and bool(answer.retry_after)

    def _note(self, key: str, thread: Thread, answer: Answer) -> None:
        noted = Acknowledged(key=key, thread=thread, body=answer.body, replayed=answer.replayed)
        with self._lock:
            self._ledger.write(json.dumps([key, answer.replayed, answer.body.decode()]) + "\n")
            self._ledger.flush()
            self.acknowledged[key] = noted

    def _read(self) -> None:
        """Readers get their page, or are told to come again; nobody gets a 500."""
        chance = random.Random(-1)
        while not self._stopping.is_set():
            thread = Thread(chance.randrange(THREADS))
            path = chance.choice(READS).format(ref=thread.ref)
            answer = ask(self.port, READ, path, seller=thread.seller % SELLERS)
            if answer is not None and answer.status >= 500 and not self._may_be_asked_again(answer):
                self.wrong.append(f"{path}: {answer}")
            time.sleep(PAUSE_SECONDS)
