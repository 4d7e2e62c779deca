"""PostgreSQL's client programs, run as the owner of the tables."""

import os
import signal
import subprocess
from collections.abc import Sequence

from helpdesk.console import ground
from helpdesk.console.embedded import configuration
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.console.embedded.trouble import Trouble


def run(ours: Cluster | None, program: str, arguments: Sequence[str]) -> int:
    """Run a program on the embedded database, or on the operator's own; returns its exit code."""
    if ours:
        parameters = ours.parameters(user=configuration.OWNER)
        path, target = str(ours.program(program)), parameters["dbname"]
        surroundings = environment(parameters)
    else:
        path, target, surroundings = program, ground.database_url(), dict(os.environ)
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl+C is the program's: it cancels a query there
    try:
        command = [path, f"--dbname={target}", *arguments]
        return subprocess.run(command, env=surroundings, check=False).returncode
    except FileNotFoundError:
        raise Trouble(
            f"There is no {program} on PATH.", remedy="Install PostgreSQL's client programs."
        ) from None


def environment(parameters: dict[str, str]) -> dict[str, str]:
    """What such a program finds the embedded server by."""
    return {
        **os.environ,
        "PGHOST": parameters["host"],
        "PGPORT": parameters["port"],
        "PGUSER": parameters["user"],
    }
