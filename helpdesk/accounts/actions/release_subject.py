"""Release a subject: this issuer's word for somebody stands for nobody any more."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.actions.bind_subject import subjects_of, whose
from helpdesk.accounts.actions.end_sessions import end_sessions
from helpdesk.accounts.models import Subject
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.accounts.terms import RELEASED
from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Forbidden, NotFound


def release_subject(*, actor: Actor, now: datetime, issuer: str, person_id: UUID) -> None:
    """The person's sessions end with it, so that nobody goes on by the old word.

    Raises Forbidden, NotFound (no subject of that issuer is bound to the person).
    """
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    with acting(SYSTEM):
        bound = Subject.objects.filter(issuer=issuer, person_id=person_id, released_at=None)
        row = bound.select_for_update().first()
        if row is None:
            raise NotFound("subject.not_bound")
        bound.update(released_at=now, released_by=actor.person)
        archive.append(
            chain=subjects_of(person=person_id),
            kind=RELEASED,
            actor=actor,
            now=now,
            key=f"{row.id}-released",
            values={"subject": whose(row=row)},
            facts={},
        )
        end_sessions(actor=SYSTEM, now=now, person_id=person_id)
