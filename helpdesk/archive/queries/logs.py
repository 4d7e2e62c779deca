"""The log as a whole: its identity, its house chain, its backlog, its clock."""

from datetime import datetime, timedelta
from uuid import uuid5

from django.db import connections

from helpdesk.archive.models import Log, Pending
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.kernel import clock
from helpdesk.kernel.ids import OPERATOR


def current_log() -> Log | None:
    """The log of this database; None before `helpdesk migrate` began it."""
    return Log.objects.first()


def house() -> Chain:
    """The chain of the operator's rules, calendars, weights, keys and imports."""
    log = Log.objects.get()
    id = uuid5(log.log_id, ChainName.HOUSE)
    return Chain(seller_id=OPERATOR, id=id, name=ChainName.HOUSE, audience=Audience.OPERATOR)


def pending_count(*, using: str = "sequencer") -> int:
    """Entries that wait for their number; grows when no sequencer runs. The auditor may ask as well."""
    return Pending.objects.using(using).count()


def clock_offset(*, using: str = "default") -> timedelta:
    """How far this node's clock is ahead of the database's (negative: behind), half the round trip aside."""
    connections[using].ensure_connection()
    with connections[using].cursor() as cursor:
        before = clock.now()
        cursor.execute("SELECT clock_timestamp()")
        theirs: datetime = cursor.fetchone()[0]
        after = clock.now()
    return before + (after - before) / 2 - theirs
