"""Many Sellers at once: the same whole numbers, with numpy and without."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.standing.rules import batching, vectors
from helpdesk.standing.rules.ageing import end_of
from helpdesk.standing.rules.scoring import sums
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.rules.valuing import counted
from helpdesk.standing.terms import NOTHING, V_ONE, W_ONE, Counted, Point
from helpdesk.standing.terms.columns import Columns
from tests.standing.made import ON, points


def _columns(sellers: list[list[Counted]], random: Random | None = None) -> Columns:
    lines = [(seller, item) for seller, items in enumerate(sellers) for item in items]
    if random:
        random.shuffle(lines)
    found, buyers = Columns(), dict[object, int]()
    for seller, item in lines:
        found.add(
            seller=seller,
            buyer=buyers.setdefault((seller, item.pair), len(buyers)),
            halves=item.halves,
            with_order=int(item.with_order),
            is_answer=int(item.is_answer),
            age=item.age,
            value=item.value,
        )
    return found


@given(st.lists(points(most=12), max_size=4), st.randoms(use_true_random=False))
def test_every_way_gives_the_same_bits(sellers: list[list[Point]], random: Random) -> None:
    weights = shipped()
    items = [counted(points=one, weights=weights, on=ON, at=end_of(ON) - 1) for one in sellers]
    columns = _columns(items, random)
    one_by_one = [sums(items=each, weights=weights) for each in items]
    for way in (batching.in_plain_python, vectors.in_numpy):
        assert way(columns=columns, sellers=len(sellers), weights=weights) == one_by_one
    assert batching.totals(columns=columns, sellers=len(sellers), weights=weights) == one_by_one


def test_sums_beyond_64_bits_stay_exact() -> None:
    """More obligations in time than 32,768, each of a buyer of its own."""
    count, columns = 40_000, Columns()
    for n in range(count):
        columns.add(seller=0, buyer=n, halves=2, with_order=1, is_answer=1, age=0, value=V_ONE)
    [found] = vectors.in_numpy(columns=columns, sellers=1, weights=shipped())
    assert (found.n, found.m) == (count * W_ONE, count * W_ONE * V_ONE)
    assert found.m > 2**63


def test_a_seller_without_obligations_has_nothing() -> None:
    assert vectors.in_numpy(columns=Columns(), sellers=2, weights=shipped()) == [NOTHING, NOTHING]
