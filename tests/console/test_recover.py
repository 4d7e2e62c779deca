"""What killed servers, killed starts and other versions leave behind does not stop us, or tells why."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from helpdesk.console.embedded import cluster, configuration, paths, postmaster
from helpdesk.console.embedded.trouble import Trouble


def test_what_was_committed_survives_the_kill_of_the_server(made: Path) -> None:
    with cluster.running(home=made) as ours:
        dsn = psycopg.conninfo.make_conninfo(**ours.parameters(user=configuration.OWNER))
        with psycopg.connect(dsn) as connection:
            connection.execute("create table kept as select 1 as n")
        with closing(psycopg.connect(dsn)):  # a session that outlives the postmaster for a moment
            postmaster.kill(ours.data)
            assert cluster.ensure(ours)
        assert not cluster.ensure(ours)
        with psycopg.connect(dsn) as connection:
            assert connection.execute("select n from kept").fetchone() == (1,)


def test_a_pid_file_that_names_a_stranger_is_forgotten(made: Path) -> None:
    stranger = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    forge_pid_file(made, stranger.pid)
    with cluster.running(home=made):
        assert cluster.status(home=made) == "ready"
    assert stranger.poll() is None
    stranger.communicate(timeout=10)


def test_a_pid_file_that_names_a_zombie_is_forgotten(made: Path) -> None:
    zombie = os.fork()
    if not zombie:
        os._exit(0)
    os.waitid(os.P_PID, zombie, os.WEXITED | os.WNOWAIT)  # dead, and not reaped
    forge_pid_file(made, zombie)
    with cluster.running(home=made):
        assert cluster.status(home=made) == "ready"
    os.waitpid(zombie, 0)


def test_a_socket_that_a_zombie_holds_is_taken_over(made: Path) -> None:
    zombie = os.fork()
    if not zombie:
        os._exit(0)
    os.waitid(os.P_PID, zombie, os.WEXITED | os.WNOWAIT)
    lock = paths.socket_folder(made) / ".s.PGSQL.5432.lock"
    lock.parent.mkdir(exist_ok=True)
    lock.write_text(f"{zombie}\n{paths.data_folder(made, major=18)}\n0\n5432\n\n")
    with cluster.running(home=made):
        assert cluster.status(home=made) == "ready"
    os.waitpid(zombie, 0)


def test_a_start_that_was_killed_half_way_is_made_anew(home: Path) -> None:
    half = paths.data_folder(home, major=18).with_name("pg18.partial")
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    with cluster.running(home=home):
        assert cluster.status(home=home) == "ready"
    assert not half.exists()


@pytest.mark.parametrize("folder", ["pg17", "pg18"])
def test_data_of_another_version_is_refused_with_the_way_to_go_on(home: Path, folder: str) -> None:
    (home / folder).mkdir()
    (home / folder / "PG_VERSION").write_text("17\n")
    with pytest.raises(Trouble, match=r"PostgreSQL 17.*\n.*helpdesk db dump"), cluster.running(home=home):
        pass
    assert (home / folder / "PG_VERSION").read_text() == "17\n"


def test_a_server_that_cannot_start_says_why(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (paths.data_folder(made, major=18) / "global" / "pg_control").rename(made / "pg_control")
    monkeypatch.setattr(cluster, "RETRY_SECONDS", 0)
    with pytest.raises(Trouble, match="pg_control"):
        cluster.start(home=made)


def forge_pid_file(home: Path, pid: int) -> None:
    data = paths.data_folder(home, major=18)
    lines = [str(pid), str(data), "0", "5432", str(paths.socket_folder(home)), "", "0 0", "ready   "]
    (data / "postmaster.pid").write_text("\n".join(lines) + "\n")
    os.chown(data / "postmaster.pid", data.stat().st_uid, data.stat().st_gid)


def test_a_dead_server_is_not_mistaken_for_a_living_one(made: Path) -> None:
    with cluster.running(home=made) as ours:
        postmaster.kill(ours.data)
        assert postmaster.forget_dead(ours.data, socket=ours.socket)
        assert not postmaster.forget_dead(ours.data, socket=ours.socket)
