"""The seeded world: every id follows from its number, so that pgbench can name the same rows in SQL."""

from dataclasses import dataclass
from hashlib import md5
from uuid import UUID

from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import Ref

SELLERS = 50
THREADS_PER_BUYER = 4  # conversations of one buyer, with as many sellers
FIRST_SELLER, SELLER_STEP = 1_000_003, 90_071_992_547

QUESTION = (
    "Hello, I have had the machine for two years and the gasket of the group head has begun to leak. Is the "
    "8.5 mm one that you offer the right one for the model of 2021, and is the lubricant in the parcel?"
)
ANSWER = (
    "Good morning, yes: the 8.5 mm gasket is the right one for all models since 2019, yours among them. The "
    "lubricant is in the parcel, a tube of 5 g. Please clean the groove before you put the new one in."
)


def uuid_of(what: str, number: int) -> UUID:
    """The id of a thing; in SQL `md5('<what> <number>')::uuid`."""
    return UUID(bytes=md5(f"{what} {number}".encode(), usedforsecurity=False).digest())


def seller_id(seller: int) -> int:
    """The id of the n-th seller."""
    return FIRST_SELLER + seller * SELLER_STEP


def token(seller: int) -> str:
    """The API token of the n-th seller's agent."""
    return f"hd_bench_{seller}"


def agent(seller: int) -> Actor:
    """The person who answers for the n-th seller."""
    return Actor(
        person=uuid_of("agent", seller),
        name=f"Agent {seller}",
        side=Side.SELLER,
        roles=frozenset({Role.AGENT}),
        seller_id=seller_id(seller),
        language="pl",
    )


@dataclass(frozen=True, slots=True)
class Thread:
    """The n-th conversation."""

    number: int

    @property
    def seller(self) -> int:
        """The number of its seller."""
        return self.number % SELLERS

    @property
    def ref(self) -> Ref:
        """Its public id."""
        return Ref(seller_id(self.seller), uuid_of("conversation", self.number))

    @property
    def order_id(self) -> UUID:
        """The order that it is about."""
        return uuid_of("order", self.number)

    @property
    def buyer(self) -> Actor:
        """Who asks."""
        number = self.number // THREADS_PER_BUYER
        id = uuid_of("buyer", number)
        return Actor(
            person=id,
            name=f"Buyer {number}",
            side=Side.BUYER,
            roles=frozenset({Role.BUYER}),
            buyer_id=id,
            language="pl",
        )

    @property
    def chain(self) -> Chain:
        """Its shared chain."""
        buyer = self.buyer.person
        return Chain(
            seller_id=self.ref.seller_id,
            id=self.ref.id,
            name=ChainName.SHARED,
            audience=Audience.BOTH,
            seller=uuid_of("stand-in", self.seller),
            pair=uuid_of("pair", self.number),
            buyer_id=buyer,
        )
