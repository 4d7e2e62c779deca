"""Run a command on a server that is reached by a DSN: `python -m tests.by_dsn PROGRAMS COMMAND...`.

PROGRAMS is a folder such as /usr/lib/postgresql/15/bin. The login has CREATEDB and CREATEROLE and owns the
database, which is all that Helpdesk asks of an operator's server; the roles carry a suffix.
"""

import os
import subprocess
import sys
from pathlib import Path

from psycopg.conninfo import make_conninfo

from helpdesk.console import exits, say
from helpdesk.console.embedded import binaries, cluster, configuration
from tests.cluster import home


def main() -> int:
    """Start the server, run the command, stop the server."""
    exits.leave_in_order_when_told()
    programs, *command = sys.argv[1:]
    major = binaries.find(folder=Path(programs)).major
    with cluster.running(home=home() / f"postgres{major}", programs=Path(programs)) as ours:
        dsn = make_conninfo(**ours.parameters(user=configuration.OWNER))
        say.line(f"On PostgreSQL {ours.binaries.version}, by HELPDESK_DATABASE_URL")
        given = {
            "HELPDESK_DATABASE_URL": dsn,
            "HELPDESK_ROLE_SUFFIX": "_by_dsn",
            "HELPDESK_TEST_SUPERUSER": configuration.SUPERUSER,
        }
        return subprocess.run(command, env={**os.environ, **given}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
