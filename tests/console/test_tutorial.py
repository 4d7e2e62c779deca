"""The tutorial "connect your Platform": every command in it, in order, in bash, against a fresh Helpdesk."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections
from psycopg.conninfo import make_conninfo
from pytest_django import Settings

from tests.journeys.serving import serving
from tests.journeys.square import a_port, worker_turn
from tests.portal.uploads import kept_in

pytestmark = pytest.mark.journey  # as a person would do it, with every process that takes part
ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial" / "connect-your-platform.md"
PATIENCE_SECONDS = 240
_FENCE = re.compile(r"^```bash\n(.*?)^```", re.DOTALL | re.MULTILINE)
_HELPDESK = f'#!/bin/sh\nexec {sys.executable} -m helpdesk.console "$@"\n'
_ACTIVATE = 'PATH="{}:$PATH"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like Helpdesk's own, in which the commands may leave what they write."""
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "helpdesk").write_text(_HELPDESK)
    (programs / "helpdesk").chmod(0o755)
    (programs / "python3").symlink_to(sys.executable)
    (programs / "activate").write_text(_ACTIVATE.format(programs))
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return tmp_path


@contextmanager
def working() -> Iterator[None]:
    """The worker, in a thread."""
    stop = threading.Event()

    def loop() -> None:
        while not stop.wait(0.2):
            worker_turn()
        connections.close_all()

    thread = threading.Thread(target=loop)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def commands(database: str) -> dict[str, str]:
    """What a `helpdesk` command finds the test's database by."""
    if url := os.environ.get("HELPDESK_DATABASE_URL"):
        return {"HELPDESK_DATABASE_URL": make_conninfo(url, dbname=database)}
    return {"HELPDESK_DATABASE_NAME": database}


def test_every_command_of_it_works(database: str, settings: Settings, folder: Path) -> None:
    port = a_port()
    settings.STATIC_ROOT = folder
    settings.STORAGES = kept_in(folder / "files")
    settings.HELPDESK = settings.HELPDESK.model_copy(
        update={"outgoing_allowed": frozenset({f"localhost:{port}"})}
    )
    blocks = _FENCE.findall(PAGE.read_text("utf-8"))
    assert len(blocks) >= 8
    script = "set -euo pipefail\n" + "\n".join(blocks)
    with serving() as helpdesk, working():
        told = {"HELPDESK": helpdesk, "RECEIVER": f"http://localhost:{port}", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=folder,
            env={**os.environ, **commands(database), **told},
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
        )
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    assert '"tracking":"00340434161094042557"' in done.stdout.replace(": ", ":")
    assert done.stdout.count("signature holds") >= 2
    assert "REFUSED" not in done.stdout
    assert '"rank_factor":"0.940"' in done.stdout.replace(": ", ":")
    assert re.search(r"^O-1 0\.75\d$", done.stdout, re.MULTILINE), "0.8 times 0.940, or a little more"
