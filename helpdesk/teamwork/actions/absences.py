"""Say that somebody is away, and who covers: a mark. The shop owes its answers all the same."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.policies import can_answer
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound
from helpdesk.teamwork import rules
from helpdesk.teamwork.models import Absence
from helpdesk.teamwork.policies import can_say_away
from helpdesk.teamwork.queries.team import answering, planned, today_of
from helpdesk.teamwork.terms import KEPT_ABSENCE, Days

_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('teamwork.absence', %s))"


def say_away(
    *, actor: Actor, now: datetime, person: UUID, first_on: date, last_on: date, cover: UUID, key: str
) -> Ref:
    """`person` is away from a day to a day, both with it, by the shop's calendar; `cover` covers for them.

    The same actor and key give the same absence. Raises Forbidden (readers, other sides; a colleague's, by
    all but owners), Invalid (days that have passed or are none, people who do not answer in the shop),
    Conflict (one of the two is away in these days; too many absences), KeyReused.
    """
    seller_id = _shop(actor, person)
    id = uuid5(actor.person, f"absence/{seller_id}/{key}")
    said = {"person_id": person, "cover_id": cover, "first_on": first_on, "last_on": last_on}
    with acting(actor):
        _one_at_a_time(seller_id=seller_id)
        if found := Absence.objects.filter(seller_id=seller_id, id=id).values(*said).first():
            return _replayed(Ref(seller_id, id), found, said)
        today = today_of(seller_id=seller_id, now=now)
        rules.cover_for(
            person=person,
            cover=cover,
            days=rules.days_of(first=first_on, last=last_on, today=today),
            team=answering(seller_id=seller_id),
            planned=planned(seller_id=seller_id, today=today),
        )
        Absence.objects.create(seller_id=seller_id, id=id, by_id=actor.person, at=now, **said)
        Absence.objects.filter(seller_id=seller_id, last_on__lt=today - KEPT_ABSENCE).delete()
    return Ref(seller_id, id)


def choose_cover(*, actor: Actor, now: datetime, absence: Ref, cover: UUID) -> None:
    """Somebody else covers, for the days that are left. Safe to repeat.

    Raises NotFound, Forbidden, Invalid (whoever does not answer in the shop), Conflict (away in these days
    themselves; the absence is over).
    """
    with acting(actor):
        _one_at_a_time(seller_id=absence.seller_id)
        row, today = _row(actor, absence), today_of(seller_id=absence.seller_id, now=now)
        if row.ended_at or row.last_on < today:
            raise Conflict("absence.over")
        if row.cover_id == cover:
            return
        rules.cover_for(
            person=row.person_id,
            cover=cover,
            days=Days(first=max(row.first_on, today), last=row.last_on),
            team=answering(seller_id=row.seller_id),
            planned=planned(seller_id=row.seller_id, today=today, but=row.id),
        )
        row.cover_id, row.by_id, row.at = cover, actor.person, now
        row.save(update_fields=["cover_id", "by_id", "at"])


def end_absence(*, actor: Actor, now: datetime, absence: Ref) -> None:
    """Back early, or not away after all: from now on it counts no more. Safe to repeat.

    Raises NotFound, Forbidden, Conflict (its last day has passed).
    """
    with acting(actor):
        _one_at_a_time(seller_id=absence.seller_id)
        row = _row(actor, absence)
        if row.ended_at:
            return
        if row.last_on < today_of(seller_id=absence.seller_id, now=now):
            raise Conflict("absence.over")
        row.ended_at, row.ended_by = now, actor.person
        row.save(update_fields=["ended_at", "ended_by"])


def _replayed(absence: Ref, found: Mapping[str, object], said: Mapping[str, object]) -> Ref:
    if found != said:
        raise KeyReused("archive.key_reused")
    return absence


def _one_at_a_time(*, seller_id: int) -> None:
    """Two colleagues who each name the other at once would both be away."""
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME, [seller_id])


def _shop(actor: Actor, person: UUID) -> int:
    if not can_answer(actor=actor) or actor.seller_id is None:
        raise Forbidden("teamwork.not_yours")
    if not can_say_away(actor=actor, person=person):
        raise Forbidden("absence.of_a_colleague")
    return actor.seller_id


def _row(actor: Actor, absence: Ref) -> Absence:
    row = Absence.objects.filter(seller_id=absence.seller_id, id=absence.id).first()
    if row is None or actor.seller_id != absence.seller_id:
        raise NotFound("absence.not_found")
    _shop(actor, row.person_id)
    return row
