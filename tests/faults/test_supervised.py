"""`helpdesk up` under load: whatever is killed comes back by itself, and the record is whole."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import holding
from tests.faults.clients import Clients
from tests.faults.conftest import FULL
from tests.faults.stand import Stand
from tests.faults.test_kills import work_goes_on

pytestmark = pytest.mark.faults

TURNS = 3 if FULL else 1  # after each of which `up` waits twice as long


def test_up_starts_again_whatever_is_killed(stand: Stand, ledger: Path) -> None:
    kills: list[Callable[[], None]] = [
        lambda: stand.kill_child("console serve", which=min),
        lambda: stand.kill_child("console serve", which=max),
        lambda: stand.kill_child("console work", which=min),
        lambda: stand.kill_child("console stream", which=min),
        stand.kill_database,
    ]
    with stand.supervised(), Clients(port=stand.port, ledger=ledger, run="up") as clients:
        for kill in kills * TURNS:
            work_goes_on(clients)
            kill()
            work_goes_on(clients)
            holding.nothing_lost_nothing_doubled(stand, clients)
        for kill in kills:
            kill()
        work_goes_on(clients)
    holding.the_record_is_whole(stand, clients)
