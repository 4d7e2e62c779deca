"""What is known of the record's wholeness: from remembered verifications, without looking again."""

from uuid import UUID

from helpdesk.accounts import queries as accounts
from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Finding
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.models import Verification
from helpdesk.oversight.policies import can_verify
from helpdesk.oversight.terms import Integrity, State, Verified

RECENT = 10  # verifications that are listed


def integrity(*, actor: Actor, recent: int = RECENT) -> Integrity:
    """The record at one glance, the latest verifications first. Seven SQL statements at most.

    Raises Forbidden.
    """
    if not can_verify(actor=actor):
        raise Forbidden("oversight.not_yours")
    pending = archive.pending_count(using="auditor")
    with acting(actor):
        latest, broken, listed = _remembered(recent)
        names = accounts.names_for_system(people={row.person_id for row in [latest, broken, *listed] if row})
        whole = _verified(latest, names) if latest else None
        fault = _verified(broken, names) if broken else None
        return Integrity(
            state=State.BROKEN if fault else State.WHOLE if whole else State.UNKNOWN,
            entries=archive.last_number() + 1 + pending,
            pending=pending,
            whole=whole,
            broken=fault,
            recent=[_verified(row, names) for row in listed],
            files=_files(fault),
        )


def _files(fault: Verified | None) -> dict[Ref, str]:
    chains = {one.chain for one in fault.named if one.chain} if fault else set()
    return {ref: thread.title for ref, thread in threads_by_ref(refs=chains).items()}


def _remembered(recent: int) -> tuple[Verification | None, Verification | None, list[Verification]]:
    """The last look at everything, the last fault that no clean look has followed, and the latest of all."""
    rows = Verification.objects.order_by("-finished_at", "-id")
    latest = rows.filter(conversation_id=None).first()
    faulty = rows.filter(findings__gt=0)
    if latest is not None:
        faulty = faulty.filter(finished_at__gte=latest.finished_at)
    return latest, faulty.first(), list(rows[:recent])


def _verified(row: Verification, names: dict[UUID, str]) -> Verified:
    return Verified(
        id=row.id,
        by=names.get(row.person_id, ""),
        conversation=_of(row),
        started_at=row.started_at,
        finished_at=row.finished_at,
        entries=row.entries,
        pending=row.pending,
        findings=row.findings,
        named=[_finding(one) for one in row.named],
        is_daily=row.is_daily,
    )


def _of(row: Verification) -> Ref | None:
    if row.seller_id is None or row.conversation_id is None:
        return None
    return Ref(row.seller_id, row.conversation_id)


def _finding(kept: dict[str, str | None]) -> Finding:
    chain = kept["chain"]
    return Finding(
        code=kept["code"] or "",
        row=kept["row"] or "",
        detail=kept["detail"] or "",
        chain=Ref.parse(chain) if chain else None,
    )
