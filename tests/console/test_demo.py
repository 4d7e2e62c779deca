"""`--reset` deletes a demo's data, and nobody else's."""

from pathlib import Path

import pytest

from helpdesk.console import addresses
from helpdesk.console.commands import demo
from helpdesk.console.embedded import cluster
from helpdesk.console.embedded.trouble import Trouble


def test_data_that_is_not_a_demo_s_is_not_deleted(made: Path) -> None:
    demo._mark(made)  # too late: there is data already
    with pytest.raises(Trouble, match="is not a demo's"):
        demo._reset(made)
    assert cluster.status(home=made) == "stopped"


def test_a_demo_is_deleted_with_its_keys(home: Path) -> None:
    demo._mark(home)
    for kept in ("keys", "files"):
        (home / kept).mkdir()
    cluster.start(home=home)
    demo._reset(home)
    assert cluster.status(home=home) == "absent"
    assert sorted(path.name for path in home.iterdir()) == ["demo", "locks"]


def test_a_demo_in_use_is_not_deleted(home: Path) -> None:
    demo._mark(home)
    with cluster.running(home=home), pytest.raises(Trouble, match="in use"):
        demo._reset(home)


def test_a_server_of_one_s_own_is_not_emptied(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_DATABASE_URL", "dbname=precious")
    with pytest.raises(Trouble, match="names another"):
        demo._reset(home)


def test_listening_everywhere_shows_this_machine_s_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HELPDESK_PUBLIC_URL", raising=False)
    assert addresses.public(host="localhost", port=8000) == "http://localhost:8000"
    assert "0.0.0.0" not in addresses.public(host="0.0.0.0", port=8000)
    assert addresses.public(host="::1", port=80) == "http://[::1]:80"
