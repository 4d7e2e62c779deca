"""Entries appended per second, beside pgbench calling the same SQL function with what was sealed before."""

import subprocess
import sys
from collections.abc import Mapping
from statistics import median

from helpdesk.archive.actions import entry_parameters, seal
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.bench import ground, peer
from tests.bench.archive.appender import BODY, CHAINS, FACTS, chain

DATABASE = "bench_archive"
# Heads are read without a lock, as hot deeds do; one that another client moved meanwhile is not counted.
SCRIPT = f"""
\\set i random(0, {CHAINS - 1})
\\set key random(0, 9000000000000000000)
BEGIN;
SELECT set_config('helpdesk.scope', 'all', true);
SELECT coalesce(max(n), -1) AS n, coalesce(max(at), '-infinity') AS at FROM archive_entry
WHERE seller_id = (2000003 + :i)::bigint AND chain = md5('chain ' || :i)::uuid \\gset h_
SELECT archive_entry_v1((2000003 + :i)::bigint, uuidv7(), md5('chain ' || :i)::uuid, :h_n::integer + 1,
    'message', greatest(clock_timestamp(), :h_at::timestamptz + interval '1 microsecond'),
    '00000000-0000-0000-0000-000000000001'::uuid, 'bench/' || :key, :leaf::bytea, :leaf_hash::bytea,
    0::smallint, NULL::uuid, :receipt_key::text, :receipt::bytea, '{{body,by}}'::text[],
    ARRAY[:body::bytea, :author::bytea], ARRAY[:salt::bytea, :salt::bytea], false);
COMMIT;
"""


def measure(ours: Cluster, *, clients: int, rounds: int, seconds: float) -> str:
    """The line; what was appended stays in the database for the sequencer to be measured on."""
    pairs = []
    for turn in range(rounds):
        mine = _ours(clients, seconds, turn)
        window = peer.drive(
            ours, database=DATABASE, script=SCRIPT, clients=clients, seconds=seconds, given=_given()
        )
        pairs.append((mine, window.rate))
    ratios = [mine / theirs for mine, theirs in pairs]
    return (
        f"{median(mine for mine, _ in pairs):,.0f} entries/s appended by {clients} clients,"
        f" pgbench {median(theirs for _, theirs in pairs):,.0f}/s:"
        f" {median(ratios):.2f} of it ({min(ratios):.2f}-{max(ratios):.2f})"
    )


def _ours(clients: int, seconds: float, turn: int) -> float:
    command = [sys.executable, "-m", "tests.bench.archive.one", str(seconds)]
    started = [
        subprocess.Popen(
            [*command, str(turn * clients + client)],
            env=ground.environment(DATABASE),
            stdout=subprocess.PIPE,
            text=True,
        )
        for client in range(clients)
    ]
    return sum(int(process.communicate()[0]) for process in started) / seconds


def _given() -> Mapping[str, str]:
    """Values of real size for pgbench, which seals nothing."""
    sealed = seal(
        chain=chain(0),
        kind="message",
        actor=SYSTEM,
        now=clock.now(),
        key="sample",
        expected_head=None,
        values={"body": BODY},
        facts=FACTS,
    )
    receipt_key, receipt = entry_parameters(sealed=sealed)[12:14]
    assert isinstance(receipt, bytes)
    author, salt = sealed.salted["by"]
    parts = {
        "leaf": sealed.leaf,
        "leaf_hash": sealed.leaf_hash,
        "receipt": receipt,
        "body": BODY,
        "author": author,
        "salt": salt,
    }
    return {name: f"\\x{value.hex()}" for name, value in parts.items()} | {"receipt_key": str(receipt_key)}
