"""Counters and durations of requests, in this process or shared by all web processes of the machine.

Loaded where somebody may read them; elsewhere nothing is measured, and the library is not even imported.
"""

from functools import cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connections

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)  # seconds


class Instruments(NamedTuple):
    """What requests are measured with."""

    durations: Any
    answers: Any
    refusals: Any
    pool: Any


def is_on() -> bool:
    """Whether anybody may read the metrics."""
    return bool(settings.HELPDESK.has_metrics)


@cache
def instruments() -> Instruments:
    """Made once in a process: after a fork, and after PROMETHEUS_MULTIPROC_DIR is set."""
    from prometheus_client import Counter, Gauge, Histogram  # noqa: PLC0415 - see above

    return Instruments(
        durations=Histogram(
            "helpdesk_request_seconds",
            "How long requests took, by the pattern of their address",
            ["route", "method"],
            buckets=_BUCKETS,
        ),
        answers=Counter(
            "helpdesk_answers", "Answers by the side of who asked and by status", ["side", "status"]
        ),
        refusals=Counter("helpdesk_refusals", "Requests that were refused, by code", ["code"]),
        pool=Gauge(
            "helpdesk_database_pool_connections",
            "Connections of the web processes to the database",
            ["state"],
            multiprocess_mode="livesum",
        ),
    )


def observe(*, route: str, method: str, side: str, status: int, refusal: str, seconds: float) -> None:
    """One request."""
    if not is_on():
        return
    of = instruments()
    of.durations.labels(route, method).observe(seconds)
    of.answers.labels(side, str(status)).inc()
    if refusal:
        of.refusals.labels(refusal).inc()
    for state, number in _pool().items():
        of.pool.labels(state).set(number)


def _pool() -> dict[str, int]:
    """Connections of this process that exist, that are free, and requests that wait for one."""
    pool = getattr(connections["default"], "pool", None)
    if pool is None:
        return {}
    found = pool.get_stats()
    names = {"open": "pool_size", "free": "pool_available", "waited_for": "requests_waiting"}
    return {state: int(found.get(name, 0)) for state, name in names.items()}
