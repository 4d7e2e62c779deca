"""A frontier appends without the tree, and its root is the tree's."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.hashing import EMPTY_ROOT, root_of
from helpdesk.tlog.refusals import Refused
from tests.tlog import given

STEPS = st.lists(st.integers(min_value=0, max_value=400), max_size=6)


@for_any(STEPS)
def test_it_grows_in_any_steps_to_the_same_root(steps: list[int]) -> None:
    frontier = Frontier()
    for step in steps:
        frontier = frontier.extended(given.leaves(2400)[frontier.size : frontier.size + step])
        assert frontier.root() == root_of(given.leaves(2400)[: frontier.size])
    assert frontier == Frontier().extended(given.leaves(2400)[: sum(steps)])


def test_leaves_come_one_by_one() -> None:
    frontier = Frontier()
    for size, leaf in enumerate(given.leaves(600), start=1):
        frontier = frontier.extended([leaf])
        assert frontier.root() == root_of(given.leaves(600)[:size])


def test_it_is_kept_as_its_size_and_hashes() -> None:
    frontier = Frontier().extended(given.leaves(1001))
    assert Frontier(1001, frontier.hashes).root() == frontier.root()
    assert len(frontier.hashes) == (1001).bit_count()


def test_nothing_appended_changes_nothing() -> None:
    assert Frontier().extended([]).root() == EMPTY_ROOT
    frontier = Frontier().extended(given.leaves(77))
    assert frontier.extended([]) == frontier


@pytest.mark.parametrize(("size", "count"), [(0, 1), (1, 0), (3, 1), (4, 2), (-1, 1)])
def test_a_frontier_that_cannot_be_is_refused(size: int, count: int) -> None:
    with pytest.raises(Refused, match=r"frontier\.length"):
        Frontier(size, (bytes(32),) * count)


def test_what_is_no_hash_is_refused() -> None:
    with pytest.raises(Refused, match=r"hash\.length"):
        Frontier(1, (bytes(31),))
    with pytest.raises(Refused, match=r"hash\.length"):
        Frontier().extended([bytes(32), bytes(20)])
