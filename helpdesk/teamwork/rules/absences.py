"""In which days somebody may be away, and who may cover for them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.teamwork.terms import MAX_ABSENCE, MAX_ABSENT_AHEAD, MAX_COMING, Days, Planned


def days_of(*, first: date, last: date, today: date) -> Days:
    """The days of an absence, by the shop's calendar. Raises Invalid (passed, no period, too far or long)."""
    if first < today:
        raise Invalid("absence.past", field="first_on")
    if last < first:
        raise Invalid("absence.backwards", field="last_on")
    if first - today > MAX_ABSENT_AHEAD:
        raise Invalid("absence.far", field="first_on", days=MAX_ABSENT_AHEAD.days)
    if (last - first) >= MAX_ABSENCE:
        raise Invalid("absence.too_long", field="last_on", days=MAX_ABSENCE.days)
    return Days(first=first, last=last)


def cover_for(
    *,
    person: UUID,
    cover: UUID,
    days: Days,
    team: Mapping[UUID, str],
    planned: Collection[Planned],
) -> None:
    """Raise Invalid or Conflict unless `cover` can look after what is `person`'s on all of these days.

    `team` names those who answer in the shop, `planned` are its absences that are not over, less the one that
    is judged. Whoever covers is there on each day: so, however many go away later, who covers for whom never
    leads back to where it began.
    """
    if person not in team:
        raise Invalid("absence.not_on_team", field="person")
    if cover == person:
        raise Invalid("absence.own_cover", field="cover")
    if cover not in team:
        raise Invalid("absence.cover_not_on_team", field="cover")
    if _away(person, days, planned):
        raise Conflict("absence.overlaps", field="first_on", name=team[person])
    if _away(cover, days, planned):
        raise Conflict("absence.cover_away", field="cover", name=team[cover])
    if sum(one.person == person for one in planned) >= MAX_COMING:
        raise Conflict("absence.too_many", field="first_on", limit=MAX_COMING)


def _away(person: UUID, days: Days, planned: Iterable[Planned]) -> bool:
    return any(one.person == person and one.days.meets(days) for one in planned)
