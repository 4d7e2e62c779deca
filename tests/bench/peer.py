"""The limit: pgbench, which does nothing but drive the same SQL."""

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from helpdesk.console.embedded.cluster import Cluster
from tests.bench.load import Window

_TPS = re.compile(r"^tps = ([0-9.]+)", re.MULTILINE)
_DONE = re.compile(r"^number of transactions actually processed: (\d+)", re.MULTILINE)
LATENCY = 2  # column of pgbench's log, in microseconds


def drive(
    ours: Cluster, *, database: str, script: str, clients: int, seconds: float, given: Mapping[str, str]
) -> Window:
    """As helpdesk_app with prepared statements; `given` are variables of the script."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "script.sql").write_text(script)
        parameters = ours.parameters(user="helpdesk_app", dbname=database)
        said = subprocess.run(
            [
                *(str(ours.program("pgbench")), "--no-vacuum", "--protocol=prepared", "--log"),
                *(f"--client={clients}", f"--time={max(1, round(seconds))}", "--file=script.sql"),
                *(f"--define={name}={value}" for name, value in given.items()),
                *(f"--host={parameters['host']}", f"--port={parameters['port']}"),
                *(f"--username={parameters['user']}", parameters["dbname"]),
            ],
            cwd=folder,
            env={**os.environ, "PGOPTIONS": "-c lock_timeout=5s"},
            capture_output=True,
            text=True,
            check=False,
        )
        if said.returncode or "failed" in said.stderr:
            raise RuntimeError(f"pgbench failed:\n{said.stdout}\n{said.stderr}")
        logs = [line.split() for log in Path(folder).glob("pgbench_log.*") for line in log.open()]
    rate, done = _TPS.search(said.stdout), _DONE.search(said.stdout)
    assert rate
    assert done
    return Window(
        seconds=int(done[1]) / float(rate[1]),
        latencies=[int(fields[LATENCY]) / 1_000_000 for fields in logs],
        statuses={},
    )
