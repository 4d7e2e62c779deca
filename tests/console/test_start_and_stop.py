"""The embedded server starts complete, closed and durable, and stops with its last user."""

import stat
import sys
from pathlib import Path

import psycopg
import pytest

from helpdesk.console.embedded import cluster, configuration, paths, postmaster
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.console.embedded.trouble import Trouble

DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on", "data_checksums": "on"}


def connect(ours: Cluster, *, user: str, dbname: str = "helpdesk") -> psycopg.Connection:
    return psycopg.connect(psycopg.conninfo.make_conninfo(**ours.parameters(user=user, dbname=dbname)))


def test_a_new_home_gets_a_server_with_roles_database_and_settings(home: Path) -> None:
    with cluster.running(home=home) as ours, connect(ours, user=configuration.SUPERUSER) as connection:
        assert cluster.status(home=home) == "ready"
        settings: dict[str, str] = dict(
            connection.execute("select name, setting from pg_settings").fetchall()
        )
        rights = connection.execute(
            "select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles"
            " where rolname like 'helpdesk%' order by 1"
        ).fetchall()
        (owner,) = connection.execute(
            "select datdba::regrole::text from pg_database where datname = 'helpdesk'"
        ).fetchone() or ("",)
    assert {name: settings[name] for name in DURABLE} == DURABLE
    assert settings["listen_addresses"] == ""
    assert settings["jit"] == "off"
    assert owner == configuration.OWNER
    assert rights == [
        ("helpdesk_app", False, False, False, False),
        ("helpdesk_auditor", False, False, False, False),
        ("helpdesk_eraser", False, False, False, False),
        ("helpdesk_owner", False, False, True, True),
        ("helpdesk_sequencer", False, False, False, False),
    ]
    assert cluster.status(home=home) == "stopped"


def test_the_owner_may_become_and_grant_every_servant(made: Path) -> None:
    with cluster.running(home=made) as ours, connect(ours, user=configuration.OWNER) as connection:
        for role in configuration.SERVANTS:
            connection.execute(f"set local role {role}")
            connection.execute("reset role")
        connection.execute(
            "create role other nologin; grant helpdesk_app to other; grant other to current_user"
        )


def test_folders_are_closed_to_others(made: Path) -> None:
    data = paths.data_folder(made, major=18)
    for folder in (data, paths.socket_folder(made), made / "locks", made / "log"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_not_even_a_zombie_stays(made: Path) -> None:
    with cluster.running(home=made) as ours:
        first = postmaster.alive(ours.data)
        postmaster.kill(ours.data)
        cluster.ensure(ours)
        second = postmaster.alive(ours.data)
    assert first
    assert second
    assert [pid for pid in (first.pid, second.pid) if Path(f"/proc/{pid}").exists()] == []


def test_a_second_start_reuses_the_data(made: Path) -> None:
    with cluster.running(home=made) as ours, connect(ours, user=configuration.OWNER) as connection:
        connection.execute("create table kept (n int)")
    with cluster.running(home=made) as ours, connect(ours, user=configuration.OWNER) as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (0,)


def test_a_server_started_by_hand_stays_until_stopped_by_hand(made: Path) -> None:
    cluster.start(home=made)
    with cluster.running(home=made):
        pass
    assert cluster.status(home=made) == "ready"
    assert cluster.stop(home=made)
    assert cluster.status(home=made) == "stopped"
    assert not cluster.stop(home=made)


def test_stopping_by_hand_is_refused_while_it_is_used(made: Path) -> None:
    with cluster.running(home=made):
        with pytest.raises(Trouble, match="in use"):
            cluster.stop(home=made)
        assert cluster.status(home=made) == "ready"
