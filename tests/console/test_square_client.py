"""The small marketplace's client in a demo: kept from start to start, made anew where it counts no more."""

import json
from pathlib import Path
from uuid import UUID

from helpdesk.accounts import actions as accounts
from helpdesk.console.demo import square
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM


def test_it_is_kept_until_it_is_revoked(database: str, tmp_path: Path) -> None:
    kept = tmp_path / "square.json"
    first = square._client(kept=kept, now=clock.now())
    assert square._client(kept=kept, now=clock.now()) == first
    assert (json.loads(kept.read_text()), kept.stat().st_mode & 0o777) == (first, 0o600)
    accounts.revoke_client(actor=SYSTEM, now=clock.now(), client=UUID(first["HELPDESK_CLIENT_ID"]))
    assert square._client(kept=kept, now=clock.now()) != first
