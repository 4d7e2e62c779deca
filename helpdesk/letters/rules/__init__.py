"""Pure rules of letters: the ids of correspondences follow from what they are beside."""

from uuid import UUID, uuid5

from helpdesk.archive.terms import Audience
from helpdesk.kernel.actor import Side

_AUDIENCES = {Side.SELLER: Audience.SELLER, Side.BUYER: Audience.BUYER}


def audience_of(*, side: Side) -> Audience:
    """Who, besides the Platform, sees the letters of a side."""
    return _AUDIENCES[side]


def correspondence(*, file: UUID, side: Side) -> UUID:
    """The chain of one side's letters beside a thread, or beside what stands for none."""
    return uuid5(file, f"letters/{int(audience_of(side=side))}")


def about_nothing(*, stand_in: UUID) -> UUID:
    """What stands for the thread of letters about nothing in particular: of a shop, or of a buyer."""
    return uuid5(stand_in, "letters")
