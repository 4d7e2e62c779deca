"""The ground of a bench: a durable cluster in a home of its own, and a seeded database to clone per run."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql
from psycopg.conninfo import make_conninfo

from helpdesk.console import running, say
from helpdesk.console.embedded import cluster, configuration, paths
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.kernel import clock

_ROOT = Path(__file__).resolve().parents[2]
RUN = "bench_run"
_COUNTER = "pg_stat_statements"
_NOT_HERE = ("HELPDESK_DATABASE_URL", "HELPDESK_ROLE_SUFFIX", "HELPDESK_DEMO")  # what other tests run on


def home() -> Path:
    """The bench's own home, inside the default one; its seeded databases stay between runs."""
    return Path(os.environ.get("HELPDESK_BENCH_HOME") or paths.home() / "bench")


@contextmanager
def server() -> Iterator[Cluster]:
    """The cluster as operators get it (fsync and all), able to count statements."""
    with cluster.running(home=home()) as ours:
        _prepare_to_count(ours)
    with cluster.running(home=home()) as ours:
        yield ours


def _prepare_to_count(ours: Cluster) -> None:
    """Load the counter with the next start; it counts only while `counting` says so."""
    with connect(ours, user=configuration.SUPERUSER, dbname="postgres") as admin:
        admin.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(_COUNTER)))
        admin.execute(f"ALTER SYSTEM SET shared_preload_libraries = {_COUNTER}")
        admin.execute(f'ALTER SYSTEM SET "{_COUNTER}.track" = none')


def connect(ours: Cluster, *, user: str, dbname: str) -> psycopg.Connection:
    """A connection in autocommit."""
    return psycopg.connect(make_conninfo(**ours.parameters(user=user, dbname=dbname)), autocommit=True)


def clone(ours: Cluster, *, conversations: int) -> str:
    """A fresh copy of the seeded database, checkpointed, so that each run starts from the same state."""
    template = _template(ours, conversations)
    with connect(ours, user=configuration.SUPERUSER, dbname="postgres") as admin:
        _drop(admin, RUN)
        names = sql.Identifier(RUN), sql.Identifier(template), sql.Identifier(configuration.OWNER)
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy OWNER {}").format(*names))
        admin.execute("CHECKPOINT")
    return RUN


def command(ours: Cluster, database: str, *arguments: str) -> None:
    """A `helpdesk` command on this database, to its end."""
    subprocess.run(running.command_line(*arguments), env=environment(database), check=True)


def point_django_at(name: str) -> None:
    """This process's own statements go to that database."""
    for alias in settings.DATABASES:
        connections.settings[alias]["NAME"] = name
        connections[alias].settings_dict["NAME"] = name


def environment(database: str, *, at: Path | None = None) -> dict[str, str]:
    """What makes a process of ours work on this database, and die with us."""
    given = {"HELPDESK_HOME": str(at or home()), "HELPDESK_DATABASE_NAME": database}
    kept = {k: v for k, v in running.child_environment().items() if k not in _NOT_HERE}
    return kept | given


def _template(ours: Cluster, conversations: int) -> str:
    """The seeded database of this size and state of the code, made unless it is there."""
    name = f"bench_{conversations}_{_state()}"
    with connect(ours, user=configuration.SUPERUSER, dbname="postgres") as admin:
        there = admin.execute("SELECT datistemplate FROM pg_database WHERE datname = %s", [name]).fetchone()
        if there is None or not there[0]:
            _forget_others(admin)
            _drop(admin, name)
            admin.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(name), sql.Identifier(configuration.OWNER)
                )
            )
            with say.step(f"{conversations:,} conversations seeded"):
                command(ours, name, "migrate")
                _fill(ours, name, conversations)
            admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE true").format(sql.Identifier(name)))
    return name


def _fill(ours: Cluster, name: str, conversations: int) -> None:
    from tests.bench.seeding import seed

    with connect(ours, user=configuration.OWNER, dbname=name) as owner, owner.transaction():
        seed(owner=owner, now=clock.now(), conversations=conversations)
    with connect(ours, user="helpdesk_sequencer", dbname=name) as sequencer:
        sequencer.execute("SELECT archive_number_v1(100000000)")
    with connect(ours, user=configuration.SUPERUSER, dbname=name) as admin:
        admin.execute(
            "INSERT INTO archive_cursor (reaction, number)"
            " SELECT 'helpdesk.conversations.reactions.on_message', max(number) FROM archive_number"
        )
        admin.execute("VACUUM (ANALYZE, FREEZE)")


def create(ours: Cluster, name: str, *, template: str = "template1") -> None:
    """A database of this name, empty or a copy, in place of one that is there."""
    remove(ours, name)
    names = sql.Identifier(name), sql.Identifier(template), sql.Identifier(configuration.OWNER)
    with connect(ours, user=configuration.SUPERUSER, dbname="postgres") as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy OWNER {}").format(*names))


def remove(ours: Cluster, name: str) -> None:
    """And those who use it with it."""
    with connect(ours, user=configuration.SUPERUSER, dbname="postgres") as admin:
        _drop(admin, name)


def _forget_others(admin: psycopg.Connection) -> None:
    """Seeded databases of other states of the code."""
    rows = admin.execute("SELECT datname FROM pg_database WHERE datname ~ '^bench_[0-9]+_'").fetchall()
    for (name,) in rows:
        if not name.endswith(_state()):
            _drop(admin, name)


def _drop(admin: psycopg.Connection, name: str) -> None:
    if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(name)))
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _state() -> str:
    """A digest of what the seeded rows depend on."""
    patterns = ("helpdesk/*/migrations/*.py", "helpdesk/*/sql/*.sql", "helpdesk/archive/database/*.py")
    files = [file for pattern in patterns for file in sorted(_ROOT.glob(pattern))]
    files += [Path(__file__).with_name(f"{name}.py") for name in ("seeding", "stories", "world")]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def counting(ours: Cluster, *, database: str) -> Iterator[list[int]]:
    """Count the application's statements meanwhile; the count is in the list afterwards."""
    counted: list[int] = []
    with connect(ours, user=configuration.SUPERUSER, dbname="postgres") as admin:
        _track(admin, "top")
        admin.execute(f"SELECT {_COUNTER}_reset()")
        yield counted
        counted.append(_calls(admin, database))
        _track(admin, "none")


def _calls(admin: psycopg.Connection, database: str) -> int:
    row = admin.execute(
        f"SELECT coalesce(sum(s.calls), 0)::bigint FROM {_COUNTER} s"
        " JOIN pg_database d ON d.oid = s.dbid JOIN pg_roles r ON r.oid = s.userid"
        " WHERE d.datname = %s AND r.rolname = 'helpdesk_app'",
        [database],
    ).fetchone()
    assert row is not None
    return int(row[0])


def _track(admin: psycopg.Connection, what: str) -> None:
    admin.execute(f'ALTER SYSTEM SET "{_COUNTER}.track" = {what}')
    admin.execute("SELECT pg_reload_conf()")
