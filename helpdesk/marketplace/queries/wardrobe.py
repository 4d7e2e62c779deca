"""Every hat of a person, with what tells them apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from helpdesk.accounts.queries import person_for_system, roles_for_system
from helpdesk.accounts.terms import Hat
from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import Role, Side
from helpdesk.marketplace.models import Buyer, Member, Seller


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A hat, the roles that come with it, and the shop's name where there is one."""

    hat: Hat
    roles: tuple[Role, ...]
    shop: str = ""


def wardrobe_for_system(*, person_id: UUID) -> list[Choice]:
    """What a person may put on: administrator, one per seller, buyer. Nothing for the disabled.

    Four SQL statements beside the scope's.
    """
    if person_for_system(person_id=person_id) is None:
        return []
    roles = tuple(roles_for_system(person_id=person_id))
    choices = [Choice(hat=Hat(person=person_id, side=Side.ADMINISTRATOR), roles=roles)] if roles else []
    with everything():
        choices += _of_sellers(person_id)
        if Buyer.objects.filter(id=person_id).exists():
            choices.append(Choice(hat=Hat(person=person_id, side=Side.BUYER), roles=(Role.BUYER,)))
    return choices


def _of_sellers(person_id: UUID) -> Iterator[Choice]:
    members = Member.objects.filter(person_id=person_id, removed_at=None).select_related("seller")
    for member in members.order_by("seller__name", "id"):
        hat = Hat(person=person_id, side=Side.SELLER, seller_id=member.seller_id)
        yield Choice(hat=hat, roles=(Role(member.role),), shop=member.seller.name)


def shop_name_for_system(*, seller_id: int) -> str:
    """A seller's public name, for whoever is invited there. One SQL statement beside the scope's."""
    with everything():
        return Seller.objects.values_list("name", flat=True).filter(seller_id=seller_id).first() or ""
