"""Bind a subject: from now on, this issuer's word for somebody stands for one of our people."""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError

from helpdesk.accounts.models import Person, Subject
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.accounts.terms import BOUND
from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound


def bind_subject(*, actor: Actor, now: datetime, issuer: str, subject: str, person_id: UUID) -> None:
    """On record with ids only. Safe to repeat.

    Raises Forbidden, NotFound (no such person, or disabled), Conflict (the subject is another person's, or
    the person has another subject there: an address that was given to somebody new opens no old account).
    """
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    known = {"issuer": issuer, "subject": subject, "person_id": person_id, "released_at": None}
    if Subject.objects.filter(**known).exists():
        return
    if not Person.objects.filter(id=person_id, disabled_at=None).exists():
        raise NotFound("person.not_found")
    try:
        with acting(SYSTEM):
            row = Subject.objects.create(**known, bound_at=now, bound_by=actor.person)
            archive.append(
                chain=subjects_of(person=person_id),
                kind=BOUND,
                actor=actor,
                now=now,
                key=f"{row.id}-bound",
                values={"subject": whose(row=row)},
                facts={},
            )
    except IntegrityError:
        raise Conflict("subject.bound_otherwise") from None


def whose(*, row: Subject) -> bytes:
    """Ids only: who said so, how they call the person, and whom we call so."""
    return canonical({"issuer": row.issuer, "person": str(row.person_id), "subject": row.subject})


def subjects_of(*, person: UUID) -> Chain:
    """The chain of how directories call this person."""
    id = uuid5(person, BOUND)
    return Chain(seller_id=OPERATOR, id=id, name=ChainName.DESK, audience=Audience.OPERATOR)
