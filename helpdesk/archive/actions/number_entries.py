"""Number entries: the sequencer's step in the database, run by one worker at a time.

It touches no file: `publish_log` writes and signs what stands here.
"""

import logging
from collections.abc import Sequence
from datetime import datetime

from django.db import connections, transaction

from helpdesk.archive.actions.publishing import steps
from helpdesk.archive.actions.publishing.steps import Step
from helpdesk.archive.models import State
from helpdesk.archive.queries.edge import Edge, edge
from helpdesk.archive.terms import CHANNEL
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden

BATCH = 5000  # entries per step, so that a backlog is worked off in steps that others can see
CATCH_UP = 50_000  # numbered entries per step of healing: some tenths of a second

_LOCK = "SELECT pg_advisory_xact_lock(-1)"
_HASHES = """
    SELECT e.leaf_hash FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    WHERE a.number >= %s::bigint AND a.number < %s::bigint ORDER BY a.number
"""
_log = logging.getLogger(__name__)


def number_entries(*, actor: Actor, now: datetime, batch: int = BATCH) -> int:
    """Give the next entries their numbers, let the tree grow by them, and wake the listeners once.

    Returns how many were numbered: none while nothing may be signed, because a number without a signature
    is no order that anybody could hold us to. The listeners are woken here and not by the checkpoint: feeds
    and reactions run on numbers, and a full disk must not stop mails.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("archive.sequencer_only")
    found = edge()
    if found.refused:
        return 0
    while found.behind:
        found = _catch_up(found, now)
    with transaction.atomic(using="sequencer"), connections["sequencer"].cursor() as cursor:
        cursor.execute("SELECT given, hash FROM archive_number_v2(%s)", [batch])
        given = cursor.fetchall()
        if given:
            _grow(given[0][0], [bytes(leaf_hash) for _, leaf_hash in given], now)
            cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
            steps.reached(Step.NUMBERED)
    steps.reached(Step.COMMITTED)
    return len(given)


def _catch_up(found: Edge, now: datetime) -> Edge:
    """Take in what a release without trees numbered: some of it, so that others see the progress."""
    _log.info("the tree takes in %d entries that were numbered before it", found.behind)
    with transaction.atomic(using="sequencer"), connections["sequencer"].cursor() as cursor:
        cursor.execute(_LOCK)
        found = edge()
        start = found.first_number + found.frontier.size
        _extend(found, _hashes(start, min(found.next_number, start + CATCH_UP)), now)
    return edge()


def _grow(first: int, leaf_hashes: Sequence[bytes], now: datetime) -> None:
    """Beside a worker of the previous release there may be numbers that the tree has not seen."""
    found = edge()
    start = found.first_number + found.frontier.size
    _extend(found, [*_hashes(start, first), *leaf_hashes], now)


def _hashes(start: int, end: int) -> list[bytes]:
    if start >= end:
        return []
    with connections["sequencer"].cursor() as cursor:
        cursor.execute(_HASHES, [start, end])
        found = [bytes(leaf_hash) for (leaf_hash,) in cursor.fetchall()]
    assert len(found) == end - start, "numbered entries are gone; `helpdesk archive verify` names them"
    return found


def _extend(found: Edge, leaf_hashes: Sequence[bytes], now: datetime) -> None:
    grown = found.frontier.extended(leaf_hashes)
    State.objects.using("sequencer").filter(tree=found.tree).update(
        size=grown.size, root=grown.root(), frontier=b"".join(grown.hashes), at=now
    )
