"""Rescan: read the archive anew with a release's recognition, in log order; it only adds to what is found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import last_number
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.conduct.actions.keep_verdict import keep_verdict
from helpdesk.conduct.models import Rescan
from helpdesk.conduct.queries.verdicts import verdicts_of
from helpdesk.conduct.rules.deciding import strictest
from helpdesk.conduct.rules.packs import VERSION
from helpdesk.conduct.rules.rereading import Again, new_findings
from helpdesk.conduct.terms import Finding, Source
from helpdesk.kernel.actor import Actor

Read = Callable[[int, int, int], Sequence[Again]]
"""Messages after one number, up to another, in log order, at most so many, read by the rules that count."""

AT_ONCE = 50
FOUND_LATER = "sent"  # what became of it when it was written


def rescan(*, actor: Actor, now: datetime, read: Read, version: str = VERSION) -> int:
    """One step; how many messages were read, 0: this version has read everything.

    Of a message only what no earlier verdict has is kept, as a verdict that nobody but the Platform sees;
    nobody is told before a person has decided. A step that another worker does is left to that worker.
    """
    with acting(actor):
        row = _claim(now, version)
        if row is None:
            return 0
        found = read(row.number, last_number(), AT_ONCE)
        row.found += sum(_keep(actor, now, one) for one in found)
        row.read += len(found)
        row.number = found[-1].number if found else row.number
        row.finished_at = None if found else now
        row.save()
    return len(found)


def _claim(now: datetime, version: str) -> Rescan | None:
    """The version's row, unless it has read everything or another worker is at it.

    The first one begins where the log stands: what was sent before there were rules broke none.
    """
    if not Rescan.objects.filter(version=version).exists():
        first = Rescan.objects.order_by("started_at").first()
        begun = {"number": last_number(), "finished_at": now} if first is None else {"number": first.number}
        Rescan.objects.get_or_create(version=version, defaults={"started_at": now, **begun})
    waiting = Rescan.objects.select_for_update(skip_locked=True)
    return waiting.filter(version=version, finished_at=None).first()


def _keep(actor: Actor, now: datetime, one: Again) -> bool:
    """Whether something new was found."""
    if not one.verdict.findings:
        return False
    earlier = verdicts_of(seller_id=one.seller_id, entries=[one.entry])
    before = [finding for kept in earlier.get(one.entry, ()) for finding in kept.findings]
    new: Sequence[Finding] = new_findings(found=one.verdict.findings, before=before)
    if not new:
        return False
    keep_verdict(
        actor=actor,
        now=now,
        chain=_chain(one),
        conversation=one.conversation,
        entry=one.entry,
        side=one.side,
        language=one.language,
        verdict=replace(one.verdict, findings=new, decision=strictest(new), unread=False),
        source=Source.RESCAN,
        action=FOUND_LATER,
    )
    return True


def _chain(one: Again) -> Chain:
    return Chain(
        seller_id=one.seller_id,
        id=one.conversation,
        name=ChainName.SHARED,
        audience=Audience.OPERATOR,
        buyer_id=one.buyer_id,
    )
