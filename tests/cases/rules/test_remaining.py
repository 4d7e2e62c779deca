"""Pieces go back once, however many cases there are."""

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.cases.rules.remaining import counted, meant, remaining

PIECES = {"1": 3, "2": 1}
ITEMS = st.sampled_from(["", "1:1", "1:2", "1:3", "2:1", "1:1 2:1", "1:3 2:1"])


def test_of_an_order_that_nobody_sent_back_all_is_left() -> None:
    assert remaining(pieces=PIECES, taken=[]) == PIECES
    assert meant("", pieces=PIECES, left=PIECES) == ""
    assert meant("1:2", pieces=PIECES, left=PIECES) == "1:2"


def test_who_names_none_means_what_is_left() -> None:
    left = remaining(pieces=PIECES, taken=["1:2"])
    assert meant("", pieces=PIECES, left=left) == "1:1 2:1"
    assert meant("", pieces=PIECES, left=remaining(pieces=PIECES, taken=["1:2", "2:1"])) == "1:1"


def test_where_all_goes_back_nothing_is_meant() -> None:
    left = remaining(pieces=PIECES, taken=[""])
    assert [meant(items, pieces=PIECES, left=left) for items in ("", "2:1")] == [None, None]


@given(st.lists(ITEMS, max_size=6))
def test_one_by_one_no_piece_goes_back_twice(asked: list[str]) -> None:
    taken: list[str] = []
    for items in asked:
        found = meant(items, pieces=PIECES, left=remaining(pieces=PIECES, taken=taken))
        if found is not None:
            taken.append(found)
    gone = [counted(items, pieces=PIECES) for items in taken]
    for line, number in PIECES.items():
        assert sum(one.get(line, 0) for one in gone) <= number
    assert bool(asked) == bool(taken)  # the first of all always may
