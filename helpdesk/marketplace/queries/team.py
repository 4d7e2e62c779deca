"""A seller's people."""

from dataclasses import dataclass
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberShown:
    """A colleague; `ref` names the membership, not the person."""

    ref: Ref
    person: UUID
    name: str
    email: str
    role: Role


def team_of(*, actor: Actor) -> list[MemberShown]:
    """The actor's own team, owners first. One SQL statement beside the scope's. Raises NotFound."""
    if actor.side is not Side.SELLER or actor.seller_id is None:
        raise NotFound("member.not_found")
    with acting(actor):
        rows = list(Member.objects.filter(seller_id=actor.seller_id, removed_at=None).order_by("name", "id"))
    order = [Role.OWNER, Role.AGENT, Role.READER]
    return sorted(map(_shown, rows), key=lambda member: order.index(member.role))


def _shown(row: Member) -> MemberShown:
    return MemberShown(
        ref=Ref(row.seller_id, row.id),
        person=row.person_id,
        name=row.name,
        email=row.email,
        role=Role(row.role),
    )
