"""kill -9 under load: nothing that was acknowledged is lost, nothing is stored twice, all is whole again."""

import random
import time
from pathlib import Path

import pytest

from tests.faults import holding
from tests.faults.cable import Cable
from tests.faults.clients import Clients
from tests.faults.conftest import FEW, FULL
from tests.faults.stand import Stand, until

pytestmark = pytest.mark.faults

KILLS = 50 if FULL else FEW
MORE = 10  # posts that must get through between two kills


def work_goes_on(clients: Clients) -> None:
    """Posts are acknowledged again."""
    before = len(clients.acknowledged)
    until(lambda: len(clients.acknowledged) >= before + MORE, what=f"{MORE} more posts: {clients.wrong[:3]}")


def test_web_between_commit_and_answer(stand: Stand, ledger: Path) -> None:
    with (
        Cable(to=stand.port, kill=stand.kill_web) as cable,
        Clients(port=cable.port, ledger=ledger, run="web") as clients,
    ):
        for _ in range(KILLS):
            work_goes_on(clients)
            cable.arm()
            assert cable.cut.wait(timeout=30)
            stand.start_web()
            holding.nothing_lost_nothing_doubled(stand, clients)
        work_goes_on(clients)
    holding.the_record_is_whole(stand, clients)
    assert len(cable.victims) == KILLS
    for key in cable.victims:
        assert clients.acknowledged[key].replayed, f"{key} had been committed, and was told again"


def test_database_at_random(stand: Stand, ledger: Path) -> None:
    chance, worker = random.Random(18), stand.worker_pid
    with Clients(port=stand.port, ledger=ledger, run="database") as clients:
        for _ in range(KILLS):
            work_goes_on(clients)
            time.sleep(chance.uniform(0, 0.5))
            stand.kill_database()
            time.sleep(chance.uniform(0, 1))
            stand.start_database()
            work_goes_on(clients)
            holding.nothing_lost_nothing_doubled(stand, clients)
    holding.the_record_is_whole(stand, clients)
    assert stand.worker_lives(), "the worker waits for its database"
    assert stand.worker_pid == worker


def test_sequencer_at_random(stand: Stand, ledger: Path) -> None:
    chance = random.Random(5)
    with Clients(port=stand.port, ledger=ledger, run="sequencer") as clients:
        for _ in range(KILLS):
            work_goes_on(clients)
            time.sleep(chance.uniform(0, 0.5))
            stand.kill_worker()
            work_goes_on(clients)
            stand.start_worker()
            holding.nothing_lost_nothing_doubled(stand, clients)
            time.sleep(chance.uniform(0, 1))
    holding.the_record_is_whole(stand, clients)
