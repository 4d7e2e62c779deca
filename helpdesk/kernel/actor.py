"""Who acts: a person wearing one hat."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Side(StrEnum):
    """The side of a conversation that an actor speaks for; stands in every leaf as `by.role`."""

    BUYER = "buyer"
    SELLER = "seller"
    ADMINISTRATOR = "administrator"
    PLATFORM = "platform"
    SYSTEM = "system"


class Role(StrEnum):
    """What a person may do on that side."""

    BUYER = "buyer"
    OWNER = "owner"
    AGENT = "agent"
    READER = "reader"
    FORMER = "former"  # an owner or agent of a shop that was removed: reads, exports, appeals
    SUPPORT = "support"
    REVIEWER = "reviewer"
    COMPLIANCE = "compliance"
    AUDITOR = "auditor"
    PLATFORM_ADMIN = "platform_admin"
    PLATFORM = "platform"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person and the hat they wear now; `seller_id` or `buyer_id` names whose rows they may see."""

    person: UUID
    name: str
    side: Side
    roles: frozenset[Role]
    seller_id: int | None = None
    buyer_id: UUID | None = None
    language: str = "en"

    def has(self, *roles: Role) -> bool:
        """Whether the actor holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)


SYSTEM = Actor(person=UUID(int=0), name="Helpdesk", side=Side.SYSTEM, roles=frozenset({Role.SYSTEM}))
