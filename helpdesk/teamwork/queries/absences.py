"""Who of a shop is away, and who covers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.marketplace.models import Member
from helpdesk.teamwork.models import Absence
from helpdesk.teamwork.policies import can_say_away
from helpdesk.teamwork.queries.team import answering, today_of
from helpdesk.teamwork.terms import PAST_ABSENCES, Absences, Away, Days, Stage
from helpdesk.teamwork.terms import Absence as Shown

_AWAY = "SELECT absence, absent, until, stand_in, stand_in_name FROM teamwork_away_v1(%s, %s)"
_STAND_INS = """
    SELECT s.seller_id, w.absent, w.stand_in
    FROM unnest(%s::bigint[]) AS s (seller_id), LATERAL teamwork_away_v1(s.seller_id, %s) w
    WHERE w.stand_in IS NOT NULL
"""


def absences_of(*, actor: Actor, now: datetime) -> Absences:
    """Of the actor's shop: those that run or come, and the latest past ones. For everybody of the shop.

    Six SQL statements beside the scope's. Raises Forbidden for other sides.
    """
    seller_id = _shop(actor)
    with acting(actor):
        today = today_of(seller_id=seller_id, now=now)
        mine = Absence.objects.filter(seller_id=seller_id)
        ahead = [*mine.filter(ended_at=None, last_on__gte=today).order_by("first_on", "at", "id")]
        gone = mine.exclude(ended_at=None, last_on__gte=today).order_by("-last_on", "-at", "id")
        past = [*gone[:PAST_ABSENCES]]
        names = dict(Member.objects.filter(seller_id=seller_id).values_list("person_id", "name"))
        team, away = answering(seller_id=seller_id), _away(seller_id, now)
    told = _Shop(actor=actor, today=today, names=names, team=team, away=away)
    return Absences(
        today=today,
        ahead=[told.ahead(row, among=ahead) for row in ahead if row.person_id in team],
        past=[told.shown(row, stage=Stage.OVER) for row in past],
    )


def away_today(*, actor: Actor, now: datetime) -> dict[UUID, Away]:
    """Those of the actor's shop who are away. One SQL statement beside the scope's. Raises Forbidden."""
    seller_id = _shop(actor)
    with acting(actor):
        return dict(_away(seller_id, now).values())


def stand_ins_for_system(*, sellers: Iterable[int], now: datetime) -> dict[tuple[int, UUID], UUID]:
    """(seller, absent person) -> who covers now, in the present scope; one SQL statement."""
    with connection.cursor() as cursor:
        cursor.execute(_STAND_INS, [[*sellers], now])
        return {(seller_id, absent): stand_in for seller_id, absent, stand_in in cursor.fetchall()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shop:
    """What absences are told by: the people's names, who of them answers, and who is away, by absence."""

    actor: Actor
    today: date
    names: Mapping[UUID, str]
    team: Mapping[UUID, str]
    away: Mapping[UUID, tuple[UUID, Away]]

    def ahead(self, row: Absence, *, among: Iterable[Absence]) -> Shown:
        stage = Stage.COMING if row.first_on > self.today else Stage.RUNNING
        _, away = self.away.get(row.id, (None, None))
        days = _days(row)
        return replace(
            self.shown(row, stage=stage),
            away=away,
            cover_left=row.cover_id not in self.team,
            passes_on=any(one.person_id == row.cover_id and _days(one).meets(days) for one in among),
            may_change=can_say_away(actor=self.actor, person=row.person_id),
        )

    def shown(self, row: Absence, *, stage: Stage) -> Shown:
        return Shown(
            ref=Ref(row.seller_id, row.id),
            person=row.person_id,
            name=self.names.get(row.person_id, ""),
            cover=row.cover_id,
            cover_name=self.names.get(row.cover_id, ""),
            days=_days(row),
            stage=stage,
            said_by=self.names.get(row.by_id, ""),
            ended_at=row.ended_at,
        )


def _days(row: Absence) -> Days:
    return Days(first=row.first_on, last=row.last_on)


def _shop(actor: Actor) -> int:
    if actor.side is not Side.SELLER or actor.seller_id is None:
        raise Forbidden("teamwork.not_yours")
    return actor.seller_id


def _away(seller_id: int, now: datetime) -> dict[UUID, tuple[UUID, Away]]:
    """By absence: the person, and until when they are away."""
    with connection.cursor() as cursor:
        cursor.execute(_AWAY, [seller_id, now])
        return {
            absence: (person, Away(until=until, person=stand_in, name=name or ""))
            for absence, person, until, stand_in, name in cursor.fetchall()
        }
