"""The command says what it can do, and fails with a sentence and a stable exit code."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from helpdesk.console import exits, main


def helpdesk(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "helpdesk.console", *arguments],
        env={**os.environ, "COLUMNS": "160", "NO_COLOR": "1", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def test_the_overview_names_every_command() -> None:
    result = helpdesk("--help")
    assert result.returncode == 0
    assert all(f" {name} " in result.stdout for name in main.COMMANDS)


@pytest.mark.parametrize("arguments", [["nonsense"], ["up", "--port", "0"], ["db", "nonsense"]])
def test_a_command_line_that_makes_no_sense(arguments: list[str]) -> None:
    result = helpdesk(*arguments)
    assert result.returncode == exits.USAGE
    assert "Traceback" not in result.stderr


def test_a_database_that_is_not_there_is_a_finding(home: Path) -> None:
    result = helpdesk("db", "status")
    assert (result.returncode, result.stdout.splitlines()[0][:7]) == (exits.FOUND, "absent:")


WRONG = {
    "a server of one's own is not ours to command": (
        ["db", "stop"],
        {"HELPDESK_DATABASE_URL": "host=/nowhere dbname=helpdesk"},
        "there is no embedded one",
    ),
    "a server that does not answer": (
        ["token", "revoke", "hd_x"],
        {"HELPDESK_DATABASE_URL": "host=/nowhere dbname=helpdesk"},
        "The database does not answer",
    ),
    "a setting out of bounds": (["work"], {"HELPDESK_DATABASE_POOL": "0"}, "HELPDESK_DATABASE_POOL"),
    "a home that cannot be": (["db", "start"], {"HELPDESK_HOME": "/dev/null/home"}, "Cannot use the home"),
    "a user that is not there": (
        ["db", "start"],
        {"HELPDESK_POSTGRES_USER": "no-such-user"},
        "no user 'no-such-user'",
    ),
    "programs that are not there": (["db", "start"], {"HELPDESK_POSTGRES_BIN": "/nowhere"}, "Cannot run"),
    "a file that is not there": (["import", "/nowhere.ndjson"], {}, "Cannot read /nowhere.ndjson"),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_environment_that_is_not_ready(case: str, home: Path) -> None:
    arguments, variables, sentence = WRONG[case]
    if "HELPDESK_POSTGRES_USER" in variables and os.geteuid() != 0:
        pytest.skip("only root runs PostgreSQL as somebody else")
    result = helpdesk(*arguments, **variables)
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr
    assert result.returncode == exits.ENVIRONMENT


def test_a_port_in_use_is_said_before_anything_starts(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = helpdesk("up", "--host", "127.0.0.1", "--port", str(taken.getsockname()[1]))
    assert "Cannot listen on 127.0.0.1" in result.stderr
    assert result.returncode == exits.ENVIRONMENT
    assert list(home.iterdir()) == []
