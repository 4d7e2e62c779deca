"""`bin/bench evidence`: a long conversation as an evidence package, and the share of each part of it."""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from types import ModuleType
from typing import Any

from django.conf import settings
from django.db import connections

from helpdesk.archive import actions as archive
from helpdesk.console import say
from helpdesk.conversations import actions as conversations
from helpdesk.evidence import actions, queries
from helpdesk.evidence.actions import making
from helpdesk.evidence.words import WORDING
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.bench import ground
from tests.cast import ANNA, CLARA
from tests.shops import open_shops

DATABASE = "bench_evidence"
_SAID = (
    "The gasket came today. It fits the group head, but the portafilter stops before the middle now, and"
    " water drips on the left side. Which one of the two sizes do I need for a machine of 2019? Number %d."
)


def run(asked: argparse.Namespace) -> None:
    """Measure and print."""
    with ground.server() as ours:
        ground.create(ours, DATABASE)
        ground.command(ours, DATABASE, "migrate")
        with _django_at(DATABASE):
            with say.step(f"A conversation of {asked.messages} messages, numbered and signed"):
                thread = _talk(asked.messages)
            print(table(thread, messages=asked.messages, rounds=asked.rounds * 3))
        ground.remove(ours, DATABASE)


def table(thread: Ref, *, messages: int, rounds: int) -> str:
    """Seconds by part, the median of so many rounds, the slowest and the fastest beside it."""
    times: dict[str, list[float]] = {}
    size = 0
    for n in range(rounds):
        began = time.perf_counter()
        reading = _timed(times, queries, "record", "read and prove")
        with reading, _timed(times, making, "printed", "the PDF"):
            package = actions.hand_out(
                actor=ANNA, now=clock.now(), conversation=thread, language="de", key=str(n), wording=WORDING
            )
        package.file.close()
        size = package.size
        times.setdefault("the package", []).append(time.perf_counter() - began)
    lines = [f"{messages} messages, {rounds} packages of {size:,} bytes"]
    for name, found in times.items():
        lines.append(f"{name:<16}{median(found):7.3f} s  ({min(found):.3f}-{max(found):.3f})")
    return "\n".join(lines)


@contextmanager
def _timed(times: dict[str, list[float]], holder: ModuleType, name: str, said: str) -> Iterator[None]:
    """While the block lasts, calls of what the module holds under that name are timed."""
    plain: Callable[..., Any] = getattr(holder, name)

    def timed(*args: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return plain(*args, **named)
        finally:
            times.setdefault(said, []).append(time.perf_counter() - began)

    setattr(holder, name, timed)
    try:
        yield
    finally:
        setattr(holder, name, plain)


def _talk(messages: int) -> Ref:
    order = open_shops().claras_order
    now = clock.now
    thread = conversations.ask_about_order(
        actor=CLARA, now=now(), order=order, draft=_SAID % 0, key="0"
    ).conversation
    for n in range(1, messages):
        post, actor = (conversations.post_reply, ANNA) if n % 2 else (conversations.post_question, CLARA)
        post(actor=actor, now=now(), conversation=thread, draft=_SAID % n, key=str(n))
    while archive.number_entries(actor=SYSTEM, now=now()):
        pass
    archive.publish_log(actor=SYSTEM, now=now())
    return thread


@contextmanager
def _django_at(name: str) -> Iterator[None]:
    """Django's connections lead to this database."""
    for alias in settings.DATABASES:
        connections.settings[alias]["NAME"] = name
        connections[alias].settings_dict["NAME"] = name
    try:
        yield
    finally:
        for alias in settings.DATABASES:
            connections[alias].close()
        pooled: Any = connections["default"]
        pooled.close_pool()
