"""Whoever comes at once writes one entry or none; a date is met by the instant of its answer alone."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from helpdesk.cases import actions as cases
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Conflict
from tests.cases.test_sweep_cases import WANTS_REFUND, due, polish, until
from tests.cases.told import DAMAGED, Tale, closed, entries
from tests.cast import ANNA, BRUNO
from tests.conversations.clocks import findings

__all__ = ["polish"]
ROUNDS = range(3)


def at_once(deeds: Sequence[Callable[[], object]]) -> list[object]:
    """What became of each; a refusal by its code."""

    def run(deed: Callable[[], object]) -> object:
        try:
            return deed()
        except Conflict as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


@pytest.mark.parametrize("round_", ROUNDS)
def test_an_answer_in_time_beside_the_sweep_is_an_answer(polish: Tale, round_: int) -> None:
    polish.open(WANTS_REFUND)
    assert polish.case is not None
    end, case = due(polish, "complaint_answer"), polish.case

    def refuse() -> object:
        return cases.take_step(
            actor=ANNA, now=end, case=case, step="refuse", key="refuse", words="It was dropped."
        )

    def sweep() -> object:
        return cases.sweep_cases(actor=SYSTEM, now=end + timedelta(seconds=30 * round_), limit=9)

    at_once([sweep, refuse, sweep])
    until(polish, end + timedelta(seconds=120))
    polish.sweep()
    assert polish.shown().stage == "refused"
    assert ("complaint_answer", "seller", "met") in closed()
    assert findings() == []


def test_after_the_grace_one_of_them_is_first_and_the_record_says_which(polish: Tale) -> None:
    polish.open(WANTS_REFUND)
    assert polish.case is not None
    late, case = due(polish, "complaint_answer") + timedelta(seconds=90), polish.case

    def refuse() -> object:
        return cases.take_step(
            actor=ANNA, now=late, case=case, step="refuse", key="refuse", words="It was dropped."
        )

    at_once([lambda: cases.sweep_cases(actor=SYSTEM, now=late, limit=9), refuse])
    polish.later(timedelta(days=15))
    [verdict] = [how for code, _, how in closed() if code == "complaint_answer"]
    assert (polish.shown().stage, verdict) in (("to_send", "missed"), ("refused", "late"))
    assert findings() == []


def test_two_colleagues_take_one_step(tale: Tale) -> None:
    tale.open()
    tale.step("repair_notice")
    assert tale.case is not None
    case, now = tale.case, tale.later()

    def accept(n: int) -> Callable[[], object]:
        actor = (ANNA, BRUNO)[n % 2]
        return lambda: cases.take_step(
            actor=actor, now=now, case=case, step="accept", key=f"accept-{n}", given={"remedy": "repair"}
        )

    found = at_once([accept(n) for n in range(4)])
    assert sorted(map(str, found)).count("case.not_now") == 3
    assert entries().count("case.step") == 2
    assert findings() == []


def test_one_key_opens_one_case(tale: Tale) -> None:
    now = tale.later()

    def open_() -> object:
        return cases.open_case(
            actor=tale.buyer, now=now, order=tale.order, opening=DAMAGED, key="once", words="It is broken."
        ).receipt.entry

    assert len(set(at_once([open_] * 4))) == 1
    assert entries() == ["case.opened"]
