"""The database server of the tests: the embedded one in a home of its own, or the one of a DSN.

Loaded as pytest's first plugin (`-p tests.cluster`), because the home must be named before Django's settings
are read.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from helpdesk.console.embedded import cluster, configuration, paths


def home() -> Path:
    """The tests' own home, inside the default one; the same for all workers of one run."""
    return Path(os.environ.get("HELPDESK_TEST_HOME") or paths.home() / "test")


for _limit in ("REQUESTS", "REQUESTS_PLATFORM", "FAILURES"):  # tests of their own set them lower
    os.environ.setdefault(f"HELPDESK_API_{_limit}", "1000000")
os.environ["HELPDESK_HOME"] = os.environ["HELPDESK_TEST_HOME"] = str(home())


@contextmanager
def server() -> Iterator[dict[str, str]]:
    """A running server: parameters to connect as the owner, who may create databases.

    Any number of workers share it; the last one stops it. On a DSN's server the migrations make the roles.
    """
    if url := os.environ.get("HELPDESK_DATABASE_URL"):
        yield {name: str(value) for name, value in conninfo_to_dict(url).items()}
    else:
        with cluster.running(home=home()) as ours:
            _forget_durability(ours)
            yield ours.parameters(user=configuration.OWNER)


def superuser() -> str | None:
    """Whom neither policies nor triggers stop, on the same server; None on a server that is not ours."""
    if os.environ.get("HELPDESK_DATABASE_URL"):
        return os.environ.get("HELPDESK_TEST_SUPERUSER")
    return configuration.SUPERUSER


def _forget_durability(ours: cluster.Cluster) -> None:
    """What lives for one test need not survive a power cut; the fault suite has clusters of its own."""
    superuser = ours.parameters(user=configuration.SUPERUSER)
    with psycopg.connect(make_conninfo(**superuser), autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "autovacuum"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
