"""The ground a command stands on: a database that runs."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from helpdesk.console import say
from helpdesk.console.embedded import cluster, paths
from helpdesk.console.embedded.cluster import Cluster


def database_url() -> str:
    """The operator's own server, if any."""
    return os.environ.get("HELPDESK_DATABASE_URL", "")


@contextmanager
def database(*, said: bool = False) -> Iterator[Cluster | None]:
    """The embedded server for as long as we need it; None when the operator names one of their own.

    `said`: print the step.
    """
    if database_url():
        yield None
        return
    began = time.monotonic()
    with cluster.running() as ours:
        if said and ours.binaries.folder.is_relative_to(paths.ground(ours.home)):
            say.line(
                "  Its user cannot enter the environment: it runs a copy of the programs, beside its data."
            )
        if said:
            say.line(
                f"✓ PostgreSQL {ours.binaries.version} in {ours.data} ({time.monotonic() - began:.1f} s)"
            )
        yield ours
