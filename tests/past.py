"""The present as a test wants it: one instant for doors, deeds and database, whatever the clock says."""

from contextvars import ContextVar
from datetime import datetime

import pytest
from django.db import connections

from helpdesk.archive.database import backdating
from helpdesk.kernel import clock


class Present:
    """The instant that `clock.now()` gives, in every thread, until it is set anew."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def set(self, now: datetime) -> None:
        """It is this instant (aware)."""
        self._patch.setattr(clock, "now", lambda: now)


def any_present(patch: pytest.MonkeyPatch) -> Present:
    """Make this database a demo's, the only kind that takes past instants, and its clock the test's own."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE archive_log DISABLE TRIGGER append_only")
        cursor.execute("UPDATE archive_log SET mode = 'demo'")
        cursor.execute("ALTER TABLE archive_log ENABLE TRIGGER append_only")
    patch.setattr(backdating, "_backdated", ContextVar("test", default=True))
    return Present(patch)
