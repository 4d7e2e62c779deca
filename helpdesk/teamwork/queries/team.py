"""What marks are judged by, in the present scope."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from helpdesk.kernel.actor import Role
from helpdesk.marketplace.models import Member, Seller
from helpdesk.teamwork.models import Absence, Tagging
from helpdesk.teamwork.terms import Days, Planned

_ANSWER = (Role.OWNER.value, Role.AGENT.value)


def answers_in(*, seller_id: int, person: UUID) -> bool:
    """Whether this person answers in the shop now. One SQL statement."""
    there = Member.objects.filter(seller_id=seller_id, person_id=person, removed_at=None)
    return there.filter(role__in=_ANSWER).exists()


def answering(*, seller_id: int) -> dict[UUID, str]:
    """Those who answer in the shop now, with their names. One SQL statement."""
    there = Member.objects.filter(seller_id=seller_id, removed_at=None, role__in=_ANSWER)
    return dict(there.values_list("person_id", "name"))


def today_of(*, seller_id: int, now: datetime) -> date:
    """The day at the shop's establishment. One SQL statement."""
    zone = Seller.objects.values_list("time_zone", flat=True).get(seller_id=seller_id)
    return now.astimezone(ZoneInfo(zone)).date()


def planned(*, seller_id: int, today: date, but: UUID | None = None) -> list[Planned]:
    """Absences of the shop that run or come, less the one named. One SQL statement."""
    rows = Absence.objects.filter(seller_id=seller_id, ended_at=None, last_on__gte=today)
    return [
        Planned(person=row.person_id, days=Days(first=row.first_on, last=row.last_on))
        for row in rows
        if row.id != but
    ]


def tags_of_shop(*, seller_id: int) -> set[str]:
    """All its tags. One SQL statement."""
    return set(Tagging.objects.filter(seller_id=seller_id).values_list("tag", flat=True).distinct())
