"""A demo fills itself, a byte of it is spoilt, verification names the entry, and healing leaves no trace."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from helpdesk.console import exits
from helpdesk.console.commands import demo
from helpdesk.console.embedded import cluster
from helpdesk.console.embedded.trouble import Trouble

ENTRY = re.compile(r"entry ([0-9a-f-]{36}), byte (\d+): '(\d)' is now '(\d)'")


def helpdesk(*arguments: str, module: str = "helpdesk.console") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments], capture_output=True, text=True, check=False
    )


def test_a_spoilt_byte_is_found_named_and_healed(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_DEMO", "true")
    with cluster.running(home=made):
        for module, argument in (("helpdesk.console", "migrate"), ("helpdesk.console.demo", "seed")):
            done = helpdesk(argument, module=module)
            assert done.returncode == 0, done.stderr
        assert helpdesk("archive", "verify").returncode == 0
        told = helpdesk("demo", "--tamper")
        assert told.returncode == 0, told.stderr
        found = ENTRY.search(told.stdout)
        assert found
        assert found[3] != found[4]
        verified = helpdesk("archive", "verify")
        assert verified.returncode == exits.FOUND
        assert f"entry_id={found[1]}" in verified.stdout
        assert "[value.altered]" in verified.stdout
        assert "already" in helpdesk("demo", "--tamper").stderr
        assert helpdesk("demo", "--heal").returncode == 0
        assert helpdesk("archive", "verify").returncode == 0
        assert helpdesk("demo", "--heal").returncode != 0
        again = helpdesk("seed", module="helpdesk.console.demo")
        assert again.returncode == 0, again.stderr
        assert helpdesk("archive", "verify").returncode == 0


def test_where_there_is_no_demo_nothing_is_touched(home: Path) -> None:
    with pytest.raises(Trouble, match="no demo"):
        demo._spoil("tamper")
    assert cluster.status(home=home) == "absent"


def test_a_real_log_is_not_touched(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HELPDESK_DEMO", raising=False)
    with cluster.running(home=made):
        assert helpdesk("migrate").returncode == 0
        told = helpdesk("demo", "--tamper")
    assert told.returncode != 0
    assert "not a demo" in told.stderr
