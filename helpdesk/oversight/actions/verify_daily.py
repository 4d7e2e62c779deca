"""Verify daily: the whole record is looked at even if nobody asks, and the result remembered."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connections

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Agreement, Finding, Mirror, Progress
from helpdesk.kernel.actor import Actor
from helpdesk.oversight.actions.verify import verify
from helpdesk.oversight.models import Verification
from helpdesk.oversight.terms import Verified

EVERY = timedelta(days=1)
_TRY = "SELECT pg_try_advisory_lock(hashtext('helpdesk verifies daily'))"
_FREE = "SELECT pg_advisory_unlock(hashtext('helpdesk verifies daily'))"


def verify_daily(
    *, actor: Actor, now: datetime, mirrors: Sequence[Mirror | Agreement]
) -> Generator[Progress | Finding | Verified, None, None]:
    """As `verify`, where the last look at everything, by anybody, is a day old; else nothing.

    One worker at a time: nothing is done either while another one looks. Raises Forbidden, Busy.
    """
    if not _is_due(actor, now):
        return
    with _alone() as alone:
        if alone and _is_due(actor, now):
            yield from verify(actor=actor, now=now, mirrors=mirrors, is_daily=True)


def _is_due(actor: Actor, now: datetime) -> bool:
    """A log that is younger than a day waits for its first look."""
    with acting(actor):
        log = archive.current_log()
        rows = Verification.objects.filter(conversation_id=None).order_by("-finished_at")
        last = rows.values_list("finished_at", flat=True).first()
    return log is not None and now - (last or log.began_at) >= EVERY


@contextmanager
def _alone() -> Iterator[bool]:
    """A lock of this connection, which ends with it where we do not."""
    with connections["auditor"].cursor() as cursor:
        cursor.execute(_TRY)
        alone = bool(cursor.fetchone()[0])
    try:
        yield alone
    finally:
        if alone:
            with connections["auditor"].cursor() as cursor:
                cursor.execute(_FREE)
