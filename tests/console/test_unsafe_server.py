"""Nothing serves or works on a server that forgets what it acknowledged, or that lets us past row rights."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from helpdesk.console import exits
from helpdesk.console.embedded import cluster, configuration


@pytest.mark.parametrize("setting", ["fsync", "full_page_writes", "synchronous_commit"])
def test_a_server_that_may_lose_what_it_acknowledged_is_refused(made: Path, setting: str) -> None:
    with cluster.running(home=made) as ours:
        spoil(ours, f"ALTER SYSTEM SET {setting} = off", "SELECT pg_reload_conf()")
        refused = work()
    assert refused.returncode == exits.ENVIRONMENT
    assert f"{setting} = off" in refused.stderr
    assert f"Set {setting} = on" in refused.stderr


@pytest.mark.parametrize(
    "deed",
    [
        "ALTER ROLE helpdesk_app SUPERUSER",
        "ALTER ROLE helpdesk_app BYPASSRLS",
        "ALTER TABLE kept OWNER TO helpdesk_app",
    ],
)
def test_a_role_above_row_security_is_refused(made: Path, deed: str) -> None:
    with cluster.running(home=made) as ours:
        spoil(ours, "CREATE TABLE kept ()", deed)
        refused = work()
    assert refused.returncode == exits.ENVIRONMENT
    assert "above row-level security" in refused.stderr


def spoil(ours: cluster.Cluster, *statements: str) -> None:
    """As a superuser could."""
    superuser = ours.parameters(user=configuration.SUPERUSER)
    with psycopg.connect(psycopg.conninfo.make_conninfo(**superuser), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def work() -> subprocess.CompletedProcess[str]:
    """A worker, which ends before it begins."""
    command = [sys.executable, "-m", "helpdesk.console", "work"]
    return subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=120)
