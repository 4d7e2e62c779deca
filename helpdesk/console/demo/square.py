"""The small marketplace beside the demo: this process finds it a secret, and becomes that program."""

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Never

from django.conf import settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries as known
from helpdesk.console.demo import records
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM

KEPT = "square.sqlite"  # in the home: its orders, and the secret of its webhook
CLIENT = "square.json"  # its client, as an operator would keep it


def become(*, program: str, address: str, host: str, port: str) -> Never:
    """Run it in our place, with the demo's records. Secrets stand in its environment, not in `ps`."""
    home = settings.HELPDESK.home
    command = [sys.executable, program, "--helpdesk", address, "--host", host, "--port", port]
    command += ["--store", str(home / KEPT), "--records", str(records.RECORDS)]
    os.execve(  # noqa: S606 - no shell
        sys.executable, command, {**os.environ, **_client(kept=home / CLIENT, now=clock.now())}
    )


def _client(*, kept: Path, now: datetime) -> dict[str, str]:
    """The one it has, unless it was revoked or the database is another; else a new one."""
    in_use = {str(one.id) for one in known.clients(actor=SYSTEM) if one.revoked_at is None}
    if kept.exists():
        told: dict[str, str] = json.loads(kept.read_text())
        if told["HELPDESK_CLIENT_ID"] in in_use:
            return told
    id, secret = accounts.add_client(actor=SYSTEM, now=now, name="Market Square")
    told = {"HELPDESK_CLIENT_ID": str(id), "HELPDESK_CLIENT_SECRET": secret}
    kept.touch(mode=0o600)
    kept.write_text(json.dumps(told))
    return told
