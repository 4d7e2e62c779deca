"""A year of 200 sellers: from leaf bytes, from columns, and by the slow reference, the same in every bit."""

from dataclasses import replace
from uuid import UUID

from helpdesk.standing.queries.recomputing import points_in_leaves, sums_of_points
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.terms import Matter, Point, State
from tests.standing.made import reference
from tests.standing.year import ON, leaves_of, obligations_of

SELLERS = 200


def test_leaves_come_to_what_the_reference_says() -> None:
    """All leaves in one heap, as an export has them: whose they are is told by their stand-ins alone."""
    leaves = [leaf for seller in range(SELLERS) for leaf in leaves_of(seller)]
    points = list(points_in_leaves(leaves=leaves).values())
    assert {point.seller for point in points} == {UUID(int=seller) for seller in range(SELLERS)}
    for seller in range(SELLERS):
        own = [point for point in points if point.seller == UUID(int=seller)]
        assert sums_of_points(points=own, weights=shipped(), on=ON) == reference(_answers(seller), on=ON)[1]


def _answers(seller: int) -> list[Point]:
    """Those that were made up, as leaves of questions and answers know them."""
    return [replace(one, matter=Matter.ANSWER, state=_told(one)) for one in obligations_of(seller)]


def _told(one: Point) -> State:
    return one.state if one.state in (State.MET, State.LATE) else State.OPEN
