"""What marks are judged by, in the present scope."""

from uuid import UUID

from helpdesk.kernel.actor import Role
from helpdesk.marketplace.models import Member
from helpdesk.teamwork.models import Tagging


def answers_in(*, seller_id: int, person: UUID) -> bool:
    """Whether this person answers in the shop now. One SQL statement."""
    there = Member.objects.filter(seller_id=seller_id, person_id=person, removed_at=None)
    return there.filter(role__in=[Role.OWNER.value, Role.AGENT.value]).exists()


def tags_of_shop(*, seller_id: int) -> set[str]:
    """All its tags. One SQL statement."""
    return set(Tagging.objects.filter(seller_id=seller_id).values_list("tag", flat=True).distinct())
