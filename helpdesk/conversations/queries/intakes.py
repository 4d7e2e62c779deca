"""Imports of threads, as the operator's side sees them."""

from collections.abc import Mapping
from uuid import UUID

from helpdesk.accounts.queries import names_for_system
from helpdesk.archive.database.scope import acting
from helpdesk.conversations.models import Intake
from helpdesk.conversations.policies import can_see_imports
from helpdesk.conversations.terms.importing import Refusing, ThreadFormat
from helpdesk.conversations.terms.intakes import IntakePage, IntakeShown, IntakeState
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.kernel.shape import Flaw

PAGE = 50


def intakes(*, actor: Actor, limit: int = PAGE, after: UUID | None = None) -> IntakePage:
    """Imports, the latest first, without what was refused; `after` is the `next` of the page before.

    Two SQL statements beside the scope's. Raises Forbidden.
    """
    _refuse_strangers(actor)
    with acting(actor):
        found = Intake.objects.defer("problems").order_by("-id")
        rows = list((found.filter(id__lt=after) if after else found)[: limit + 1])
        names = names_for_system(people={row.person_id for row in rows})
    shown = [_shown(row, names) for row in rows[:limit]]
    return IntakePage(data=shown, next=shown[-1].id if len(rows) > limit else None)


def intake(*, actor: Actor, intake: UUID) -> IntakeShown:
    """One of them, with what was refused. Raises Forbidden, NotFound."""
    _refuse_strangers(actor)
    with acting(actor):
        row = Intake.objects.filter(id=intake).first()
        if row is None:
            raise NotFound("import.not_found")
        return _shown(row, names_for_system(people=[row.person_id]), whole=True)


def _refuse_strangers(actor: Actor) -> None:
    if not can_see_imports(actor=actor):
        raise Forbidden("import.platform_only")


def _shown(row: Intake, names: Mapping[UUID, str], *, whole: bool = False) -> IntakeShown:
    return IntakeShown(
        id=row.id,
        state=_state(row),
        by=names.get(row.person_id, ""),
        name=row.name,
        written=ThreadFormat(row.written),
        size=row.size,
        percent=100 * row.read // row.size if row.size else 0,
        asked_at=row.asked_at,
        ended_at=row.ended_at,
        threads=row.threads,
        begun=row.begun,
        extended=row.extended,
        messages=row.messages,
        known=row.known,
        rejected=row.rejected,
        remarked=row.remarked,
        entry=Ref(OPERATOR, row.entry_id) if row.entry_id else None,
        problems=[_refusing(one) for one in row.problems] if whole else (),
    )


def _state(row: Intake) -> IntakeState:
    if row.ended_at is not None:
        return IntakeState.DONE
    if row.removed_at is not None:
        return IntakeState.REMOVED
    if row.run_at is not None:
        return IntakeState.RUNNING
    return IntakeState.TRIED if row.tried_at else IntakeState.TRYING


def _refusing(one: Mapping[str, object]) -> Refusing:
    params = one["params"]
    assert isinstance(params, dict)
    flaw = Flaw(code=str(one["code"]), pointer=str(one["pointer"]), params=params)
    return Refusing(line=int(str(one["line"])), thread=str(one["thread"]), flaw=flaw)
