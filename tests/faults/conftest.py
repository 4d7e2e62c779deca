"""How often is killed, and what."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console.conftest import leave_nothing, new_home
from tests.faults.stand import Stand, standing

FULL = os.environ.get("HELPDESK_FAULTS") == "full"
FEW = 3


@pytest.fixture(scope="package")
def stand() -> Iterator[Stand]:
    """One Helpdesk for all faults: they come one after the other, as in life."""
    home = new_home()
    try:
        with standing(home) as running:
            yield running
    finally:
        leave_nothing(home)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Where the clients write down what was acknowledged."""
    return tmp_path / "ledger.jsonl"
