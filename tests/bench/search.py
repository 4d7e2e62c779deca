"""`bin/bench search`: one seller's searches in the database, as the application's role, as the talk grows."""

import argparse
import time
from dataclasses import replace
from statistics import median, quantiles

from django.conf import settings
from django.db import connections

from helpdesk.archive.database.scope import acting
from helpdesk.console import say
from helpdesk.kernel.actor import Actor
from helpdesk.search.queries import found
from tests.bench import ground
from tests.cast import ANNA
from tests.search.talk import WORDS, fill, rare

SELLERS = {"half of all messages": 1, "1 of 200 sellers": 7}
TURNS = 40
SORTS: dict[str, str] = {
    "a rare word": "{rare} ",
    "typing": "{rare:.4}",
    "a common word": "bestellung ",
    "two common words": "bestellung kommt ",
    "common and rare": "bestellung {rare} ",
    "a phrase": '"bestellung kommt"',
    "a slip": "x{rare} ",
}


def run(asked: argparse.Namespace) -> None:
    """Fill step by step, and ask the same at each size."""
    say.line(f"found(), {TURNS} questions of each sort, milliseconds: median, 95 % below")
    with ground.server() as ours:
        ground.create(ours, ground.RUN)
        ground.command(ours, ground.RUN, "migrate")
        _point_django_at(ground.RUN)
        filled = 0
        for size in sorted(asked.sizes):
            fill(messages=size - filled, first=filled)
            filled = size
            for whose, seller_id in SELLERS.items():
                _measure(size, whose, replace(ANNA, seller_id=seller_id))


def _point_django_at(name: str) -> None:
    for alias in settings.DATABASES:
        connections.settings[alias]["NAME"] = name
        connections[alias].settings_dict["NAME"] = name


def _measure(size: int, whose: str, actor: Actor) -> None:
    for name, text in SORTS.items():
        times = [_timed(actor, text.format(rare=rare(n * 97 % WORDS))) for n in range(TURNS)]
        say.line(f"{size:>9,} {whose:<22} {name:<18} {median(times):7.1f} {quantiles(times, n=20)[-1]:7.1f}")


def _timed(actor: Actor, text: str) -> float:
    with acting(actor):
        started = time.perf_counter()
        found(actor=actor, text=text)
        return (time.perf_counter() - started) * 1000
