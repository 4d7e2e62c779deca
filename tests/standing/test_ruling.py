"""What a person rules lies over the record: exactly reversible, whatever the record says meanwhile."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel.canonical import canonical
from helpdesk.standing.queries.recomputing import points_in_leaves
from helpdesk.standing.rules.ageing import end_of
from helpdesk.standing.rules.disputing import fits, is_against, ruled
from helpdesk.standing.terms import Point, Ruled, State
from helpdesk.standing.terms.disputes import EXCLUDING, SHOWING, Outcome
from tests.standing.made import DAY_US, SELLER
from tests.standing.made import ON as TODAY
from tests.standing.test_reading import QUESTION, A, M, Q, answer, leaf

RULING = UUID(int=77)


def said(kind: str, n: int, **facts: str) -> bytes:
    """On the Seller's own chain, where no Buyer is named."""
    return canonical(
        {
            "v": 1,
            "t": kind,
            "id": str(UUID(int=RULING.int + n)),
            "chain": str(UUID(int=5)),
            "n": n,
            "prev": "",
            "at": 300,
            "by": {"role": "administrator", "c": "00"},
            "seller": str(SELLER),
            "f": {"point": str(Q)} | facts,
            "ref": [],
        }
    )


RULINGS = st.one_of(
    st.sampled_from(EXCLUDING).map(lambda why: ("obligation.excluded", {"reason": why.value})),
    st.sampled_from(EXCLUDING).map(
        lambda why: ("verdict.settled", {"outcome": "excluded", "reason": why.value})
    ),
    st.sampled_from(SHOWING).map(lambda why: ("verdict.settled", {"outcome": "met", "reason": why.value})),
)
RECORD = [
    answer("late", overrun=9),
    leaf(M, "deadline.moved", f={"deadline": 300, "before": 200}, ref=[("moves", Q)]),
    leaf(UUID(int=20), "sample.judged", f={"judgment": "unanswered"}, ref=[("judges", A), ("obligation", Q)]),
]


@given(st.lists(RULINGS, max_size=4), st.integers(0, 3), st.data())
def test_taken_back_at_any_time_it_is_as_if_nobody_had_ruled(
    rulings: list[tuple[str, dict[str, str]]], length: int, data: st.DataObject
) -> None:
    record = RECORD[:length]
    told = [said(kind, n, **facts) for n, (kind, facts) in enumerate(rulings)]
    told.append(said("obligation.included", 50))
    mixed = _mixed(record, told, data)
    assert points_in_leaves(leaves=[QUESTION, *mixed]) == points_in_leaves(leaves=[QUESTION, *record])


@given(RULINGS, st.integers(0, 3), st.data())
def test_while_it_lies_there_it_decides_and_the_record_goes_on_beneath(
    ruling: tuple[str, dict[str, str]], length: int, data: st.DataObject
) -> None:
    record, (kind, facts) = RECORD[:length], ruling
    found = points_in_leaves(leaves=[QUESTION, *_mixed(record, [said(kind, 0, **facts)], data)])[Q]
    alone = points_in_leaves(leaves=[QUESTION, *record])[Q]
    assert found.stands is (State.MET if facts.get("outcome") == "met" else State.EXCLUDED)
    assert (found.state, found.overrun, found.deadline, found.by) == (
        alone.state,
        alone.overrun,
        alone.deadline,
        alone.by,
    )
    assert found.why_excluded == ("" if found.stands is State.MET else facts["reason"])


def test_an_upheld_verdict_says_nothing_of_the_obligation() -> None:
    record = [QUESTION, *RECORD]
    upheld = said("verdict.settled", 0, outcome="upheld")
    assert points_in_leaves(leaves=[*record, upheld]) == points_in_leaves(leaves=record)


def test_what_is_not_known_is_not_ruled_on() -> None:
    assert points_in_leaves(leaves=[said("obligation.excluded", 0, reason="spam")]) == {}


def test_a_reason_fits_one_outcome() -> None:
    for outcome in Outcome:
        for reason in ("", *EXCLUDING, *SHOWING):
            if not fits(outcome=outcome, reason=reason):
                continue
            found = ruled(outcome=outcome, reason=reason)
            assert (found is None) is (outcome is Outcome.UPHELD)
            assert (found is Ruled.MET) is (outcome is Outcome.MET)
    assert not fits(outcome=Outcome.MET, reason="spam")
    assert not fits(outcome=Outcome.UPHELD, reason="spam")


def test_what_counts_against_a_shop_is_late_missed_or_overdue() -> None:
    point = points_in_leaves(leaves=[QUESTION])[Q]
    assert [is_against(point, at=at) for at in (199, 200, 201)] == [False, False, True]
    assert is_against(points_in_leaves(leaves=[QUESTION, *RECORD])[Q], at=0)
    assert not is_against(points_in_leaves(leaves=[QUESTION, answer("met")])[Q], at=end_of(TODAY) + DAY_US)
    left = points_in_leaves(leaves=[QUESTION, RECORD[0], said("obligation.excluded", 0, reason="spam")])[Q]
    assert isinstance(left, Point)
    assert not is_against(left, at=400)


def _mixed(record: list[bytes], told: list[bytes], data: st.DataObject) -> list[bytes]:
    """Both in their own order, interleaved in any way."""
    one, two, found = list(record), list(told), []
    while one or two:
        takes = one if not two or (one and data.draw(st.booleans())) else two
        found.append(takes.pop(0))
    return found
