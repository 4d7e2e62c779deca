"""What leaves say of obligations, read from their bytes alone and carried into points."""

from collections.abc import Mapping
from itertools import pairwise
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.cases.rules import known
from helpdesk.cases.terms.names import Kind, Owner, Weight
from helpdesk.kernel.canonical import canonical
from helpdesk.standing.rules.folding import take_in
from helpdesk.standing.rules.reading import NO_REPLY_NEEDED, UNCOUNTED, changes_in
from helpdesk.standing.terms import Change, Matter, Point, State

CHAIN, SELLER, PAIR = UUID(int=1), UUID(int=2), UUID(int=3)
Q, A, M, P = (UUID(int=n) for n in range(10, 14))
_CLOCK: dict[str, int | str] = {
    "received": 100,
    "deadline": 200,
    "zone": "Europe/Warsaw",
    "calendar": "PL",
    "calendar_version": 1,
    "with_order": 1,
}


def leaf(id: UUID, t: str, *, f: Mapping[str, int | str], ref: list[tuple[str, UUID]] | None = None) -> bytes:
    return canonical(
        {
            "v": 1,
            "t": t,
            "id": str(id),
            "chain": str(CHAIN),
            "n": 0,
            "prev": "",
            "at": 100,
            "by": {"role": "seller", "c": "00"},
            "seller": str(SELLER),
            "pair": str(PAIR),
            "f": dict(f),
            "ref": [[how, str(of)] for how, of in ref or []],
        }
    )


def answer(verdict: str, *, overrun: int = 0, id: UUID = A, of: UUID = Q, **more: int | str) -> bytes:
    facts: dict[str, int | str] = {
        "answered_deadline": 200,
        "counted": 60 + overrun,
        "overrun": overrun,
        "verdict": verdict,
    }
    return leaf(id, "message", f=facts | more, ref=[("answers", of)])


def ledger(*leaves: bytes) -> dict[UUID, Point]:
    found: dict[UUID, Point] = {}
    for one in leaves:
        take_in(ledger=found, changes=changes_in(leaf=one))
    return found


QUESTION = leaf(Q, "message", f=_CLOCK | {"language": "pl"})


def test_a_question_is_open_until_it_is_answered() -> None:
    asked = ledger(QUESTION)[Q]
    assert (asked.state, asked.deadline, asked.matter, asked.with_order) == (
        State.OPEN,
        200,
        Matter.ANSWER,
        True,
    )
    assert (asked.seller, asked.pair, asked.chain, asked.by) == (SELLER, PAIR, CHAIN, Q)
    done = ledger(QUESTION, answer("late", overrun=9))[Q]
    assert (done.state, done.overrun, done.by) == (State.LATE, 9, A)


def test_a_mark_of_no_reply_needed_excludes_until_a_person_rejects_it() -> None:
    marked = leaf(
        A,
        "reply.waived",
        f={"answered_deadline": 200, "counted": 1, "verdict": "waived", "left": 3, "reason": "courtesy"},
        ref=[("answers", Q)],
    )
    assert ledger(QUESTION, marked)[Q].state is State.EXCLUDED
    assert ledger(QUESTION, marked)[Q].code == NO_REPLY_NEEDED
    judged = leaf(M, "sample.judged", f={"judgment": "unanswered"}, ref=[("judges", A), ("obligation", Q)])
    found = ledger(QUESTION, marked, judged)[Q]
    assert (found.state, found.code, found.by) == (State.MISSED, "", M)
    stands = leaf(M, "sample.judged", f={"judgment": "stands"}, ref=[("judges", A), ("obligation", Q)])
    assert ledger(QUESTION, marked, stands) == ledger(QUESTION, marked)


def test_a_moved_deadline_moves_the_point_and_may_make_a_late_answer_timely() -> None:
    moved = leaf(M, "deadline.moved", f={"deadline": 300, "before": 200}, ref=[("moves", Q)])
    assert ledger(QUESTION, moved)[Q].deadline == 300
    met = leaf(M, "deadline.moved", f={"deadline": 300, "verdict": "met"}, ref=[("moves", Q)])
    found = ledger(QUESTION, answer("late", overrun=9), met)[Q]
    assert (found.state, found.overrun, found.deadline) == (State.MET, 0, 300)


def test_a_released_answer_takes_a_late_verdict_back() -> None:
    released = leaf(
        M, "message", f={"settled": "released", "corrected": "met"}, ref=[("settles", P), ("corrects", Q)]
    )
    assert ledger(QUESTION, answer("late", overrun=9), released)[Q].state is State.MET


def test_a_promise_is_with_an_order_where_its_question_is_and_may_be_kept_late() -> None:
    promising = answer("met", promise_on="2026-11-26", promise_due=500)
    made = ledger(QUESTION, promising)[A]
    assert (made.matter, made.state, made.deadline, made.with_order) == (
        Matter.PROMISE,
        State.OPEN,
        500,
        True,
    )
    kept = leaf(P, "message", f={"kept": "late"}, ref=[("keeps", A)])
    assert ledger(QUESTION, promising, kept)[A].state is State.LATE
    deferred = leaf(P, "deadline.moved", f={"deadline": 900}, ref=[("defers", A)])
    assert ledger(QUESTION, promising, deferred)[A].deadline == 900


def test_an_answer_after_a_missed_promise_is_what_was_promised_late() -> None:
    promising = answer("met", promise_on="2026-11-26", promise_due=500)
    missed = leaf(
        M,
        "promise.missed",
        f=_CLOCK | {"promise_due": 500, "cause": "promise"},
        ref=[("missed", A), ("question", Q)],
    )
    before = ledger(QUESTION, promising, missed)
    assert (before[A].state, before[M].state) == (State.MISSED, State.OPEN)
    after = ledger(QUESTION, promising, missed, answer("met", id=P, of=M))
    assert (after[M].state, after[A].state, after[A].overrun) == (State.MET, State.LATE, 60)


def test_an_agreement_that_is_kept_is_no_promise_of_a_message() -> None:
    kept = leaf(P, "agreement.kept", f={"kept": "met", "of": 3}, ref=[("keeps", Q)])
    assert ledger(QUESTION, kept)[Q].state is State.OPEN


def test_a_case_has_its_dates() -> None:
    case = UUID(int=77)
    passed = leaf(
        M,
        "case.lapsed",
        f={"case": str(case), "passed": "refund", "owed_by": "seller", "passed_at": 900, "effect": "nothing"},
    )
    id = uuid5(case, "refund:900")
    assert ledger(passed)[id].state is State.MISSED
    step = leaf(
        P,
        "case.step",
        f={
            "case": str(case),
            "closed": "refund:seller:900:late goods_sent:buyer:500:met answer:seller:7:met",
        },
    )
    done = ledger(passed, step)
    assert set(done) == {id}
    assert (done[id].state, done[id].matter, done[id].with_order, done[id].code) == (
        State.LATE,
        Matter.STEP,
        True,
        "refund",
    )
    promised = leaf(P, "case.step", f={"case": str(case), "closed": "promise:seller:800:met"})
    assert ledger(promised)[uuid5(case, "promise:800")].matter is Matter.PROMISE


def test_dates_that_are_the_sellers_own_good_are_not_counted() -> None:
    windows = {
        due.code
        for kind in Kind
        for version in known.versions(kind)
        for due in known.flow(kind, version=version).dues
        if due.weight is Weight.WINDOW and due.owner is Owner.SELLER
    }
    assert windows | {"answer", "silence"} == UNCOUNTED


def test_what_is_not_about_two_parties_says_nothing() -> None:
    assert (
        changes_in(leaf=b'{"at":1,"chain":"%s","id":"%s","t":"key","f":{}}' % ((str(Q).encode(),) * 2)) == []
    )


def test_of_what_has_no_beginning_nothing_is_kept() -> None:
    assert ledger(answer("met")) == {}


@given(st.lists(st.integers(0, 4), max_size=5))
def test_leaves_taken_in_one_by_one_or_together_give_the_same(cuts: list[int]) -> None:
    promising = answer("met", promise_on="2026-11-26", promise_due=500)
    missed = leaf(M, "promise.missed", f=_CLOCK | {"promise_due": 500}, ref=[("missed", A)])
    leaves = [QUESTION, promising, missed, answer("late", id=P, of=M, overrun=3)]
    whole: list[Change] = [change for one in leaves for change in changes_in(leaf=one)]
    found: dict[UUID, Point] = {}
    places = sorted({0, len(leaves), *(min(cut, len(leaves)) for cut in cuts)})
    for start, end in pairwise(places):
        take_in(ledger=found, changes=[c for one in leaves[start:end] for c in changes_in(leaf=one)])
    at_once: dict[UUID, Point] = {}
    take_in(ledger=at_once, changes=whole)
    assert found == at_once == ledger(*leaves)
