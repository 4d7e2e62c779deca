"""One size: seed, serve, and take windows in turn."""

import argparse
from typing import Any

from helpdesk.console.embedded.cluster import Cluster
from tests.bench import ground, load, peer, web
from tests.bench.figures import Figures
from tests.bench.load import Window

WARM_SECONDS = 1.0


def measure(ours: Cluster, *, subject: Any, size: int, asked: argparse.Namespace) -> Figures:
    """Ours and pgbench's in turn, on one fresh copy of the seeded database."""
    database = ground.clone(ours, conversations=size)
    request = subject.requests(conversations=size)
    given = {"conversations": str(size), **subject.given()}
    with web.serving(database=database) as served:

        def here(seconds: float) -> Window:
            window = load.drive(port=served.port, clients=asked.clients, seconds=seconds, request=request)
            wrong = {code: n for code, n in window.statuses.items() if code != subject.STATUS}
            assert not wrong, f"answers that were not {subject.STATUS}: {wrong}"
            return window

        def there(seconds: float) -> Window:
            return peer.drive(
                ours,
                database=database,
                script=subject.SCRIPT,
                clients=asked.clients,
                seconds=seconds,
                given=given,
            )

        here(WARM_SECONDS)
        there(WARM_SECONDS)
        with ground.counting(ours, database=database) as counted:
            answered = len(here(WARM_SECONDS).latencies)
        cpu, pairs = 0.0, []
        for _ in range(asked.rounds):
            before = served.cpu_seconds()
            mine = here(asked.seconds)
            cpu += served.cpu_seconds() - before
            pairs.append((mine, there(asked.seconds)))
    requests = sum(len(mine.latencies) for mine, _ in pairs)
    return Figures(
        conversations=size,
        pairs=pairs,
        cpu_ms=cpu / requests * 1000,
        statements=counted[0] / answered,
    )
