"""Verify: look at the record, say what is found while it is found, and remember the result."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from itertools import chain
from threading import Lock

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Agreement, Finding, Mirror, Progress
from helpdesk.attachments import queries as attachments
from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Busy, Forbidden, NotFound
from helpdesk.oversight.models import Verification
from helpdesk.oversight.policies import can_verify
from helpdesk.oversight.terms import NAMED, Verified

_looking = Lock()  # one at a time in this process: a look at millions of entries keeps a thread busy


def verify(
    *,
    actor: Actor,
    now: datetime,
    mirrors: Sequence[Mirror | Agreement],
    conversation: Ref | None = None,
    is_daily: bool = False,
) -> Iterator[Progress | Finding | Verified]:
    """The whole record or one conversation, with the stored files of messages: progress and findings as they
    come, the result last.

    Nothing is looked at before the first step; whoever stops listening stops the look, and nothing is
    remembered. `is_daily`: the worker's own look, which nobody asked for. Raises Forbidden,
    NotFound, and Busy while this process looks at the whole record already.
    """
    if not can_verify(actor=actor):
        raise Forbidden("oversight.not_yours")
    if conversation is not None:
        with acting(actor):
            if not exists(conversation=conversation):
                raise NotFound("conversation.not_found")
        return _look(actor, now, mirrors, conversation, is_daily=is_daily)
    if _looking.locked():
        raise Busy("oversight.verifying")
    return _look_at_everything(actor, now, mirrors, is_daily=is_daily)


def _look_at_everything(
    actor: Actor, now: datetime, mirrors: Sequence[Mirror | Agreement], *, is_daily: bool
) -> Iterator[Progress | Finding | Verified]:
    if not _looking.acquire(blocking=False):
        raise Busy("oversight.verifying")
    try:
        yield from _look(actor, now, mirrors, None, is_daily=is_daily)
    finally:
        _looking.release()


def _look(
    actor: Actor,
    now: datetime,
    mirrors: Sequence[Mirror | Agreement],
    conversation: Ref | None,
    *,
    is_daily: bool,
) -> Iterator[Progress | Finding | Verified]:
    began = time.monotonic()
    entries, findings, named = 0, 0, list[Finding]()
    rows = archive.verify(mirrors=mirrors, conversation=conversation)
    for said in chain(rows, attachments.check_objects(conversation=conversation)):
        if isinstance(said, Finding):
            findings += 1
            named += [said] * (findings <= NAMED)
        elif said.stage == "entries":
            entries = said.total
        yield said
    verified = Verified(
        id=uuid7(),
        by=actor.name,
        conversation=conversation,
        started_at=now,
        finished_at=now + timedelta(seconds=time.monotonic() - began),
        entries=entries,
        pending=archive.pending_count(using="auditor"),
        findings=findings,
        named=named,
        is_daily=is_daily,
    )
    _remember(actor, verified)
    yield verified


def _remember(actor: Actor, verified: Verified) -> None:
    seller_id, conversation_id = verified.conversation or (None, None)
    with acting(actor):
        Verification.objects.create(
            id=verified.id,
            person_id=actor.person,
            seller_id=seller_id,
            conversation_id=conversation_id,
            started_at=verified.started_at,
            finished_at=verified.finished_at,
            entries=verified.entries,
            pending=verified.pending,
            findings=verified.findings,
            is_daily=verified.is_daily,
            named=[{**asdict(one), "chain": str(one.chain) if one.chain else None} for one in verified.named],
        )
