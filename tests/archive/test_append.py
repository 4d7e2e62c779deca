"""Append: one entry, in the deed's own transaction, once per key."""

from datetime import timedelta
from time import sleep

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Pending, Value
from helpdesk.archive.queries import head_of
from helpdesk.archive.terms import Chain, Draft, Kept
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Busy, Conflict, KeyReused, Refusal, Refused
from tests.archive.entries import append, at_once, chain, fill, ns
from tests.cast import ANNA, BRUNO, EDDA
from tests.statements import statements

pytestmark = pytest.mark.usefixtures("database")


def append_and_fail(to: Chain, error: Exception) -> None:
    """A deed that seals its entry and then comes to nothing."""
    with acting(ANNA):
        append(to)
        raise error


def test_entries_of_a_chain_follow_each_other() -> None:
    to = chain()
    assert [kept.n for kept in fill(to, 3)] == [0, 1, 2]
    with acting(EDDA):
        entries = list(Entry.objects.filter(chain=to.id).order_by("n"))
    assert [entry.at for entry in entries] == sorted({entry.at for entry in entries})


def test_the_same_key_and_text_again_changes_nothing() -> None:
    to = chain()
    first, again = append(to), append(to)
    assert again.replayed
    assert again.receipt == first.receipt
    assert ns(to) == [0]


def test_the_same_key_for_something_else_is_refused() -> None:
    to = chain()
    append(to)
    with pytest.raises(KeyReused):
        append(to, text=b"other")
    with pytest.raises(KeyReused):
        append(chain())
    assert ns(to) == [0]


@pytest.mark.parametrize("values", [{}, {"body": b"text", "about": b"more"}, {"other": b"text"}])
def test_the_same_key_with_other_values_by_name_is_refused(values: dict[str, bytes]) -> None:
    to = chain()
    append(to)
    with pytest.raises(KeyReused), acting(ANNA):
        archive.append(chain=to, kind="memo", actor=ANNA, now=clock.now(), key="k", values=values)


def test_the_same_key_for_another_kind_is_refused() -> None:
    to = chain()
    append(to)
    with pytest.raises(KeyReused), acting(ANNA):
        archive.append(chain=to, kind="other", actor=ANNA, now=clock.now(), key="k", values={"body": b"text"})


def test_keys_of_different_people_do_not_meet() -> None:
    to = chain()
    assert not append(to, actor=ANNA).replayed
    assert not append(to, actor=BRUNO).replayed
    assert ns(to) == [0, 1]


def test_a_deed_that_is_refused_leaves_the_key_free() -> None:
    to = chain()
    with pytest.raises(Refused):
        append_and_fail(to, Refused("conduct.contact_details"))
    assert not append(to).replayed
    assert ns(to) == [0]


def test_nothing_stays_of_a_deed_that_failed() -> None:
    to = chain()
    with pytest.raises(RuntimeError):
        append_and_fail(to, RuntimeError())
    with acting(EDDA):
        assert not Entry.objects.filter(chain=to.id).exists()
        assert not Value.objects.filter(name="body").exists()
    assert not Pending.objects.using("auditor").exclude(seller_id=0).exists()


def test_a_head_that_moved_on_is_a_conflict() -> None:
    to = chain()
    append(to)
    with acting(ANNA):
        head = head_of(chain=to)
    append(to, key="second")
    with pytest.raises(Conflict), acting(ANNA):
        archive.append(chain=to, kind="memo", actor=ANNA, now=clock.now(), key="third", expected_head=head)
    assert ns(to) == [0, 1]


def test_many_entries_at_once_are_one_chain() -> None:
    to = chain()
    drafts = [Draft(kind="memo", key=str(n), values={"body": b"%d" % n}) for n in range(50)]
    with acting(ANNA):
        kept = archive.append_many(chain=to, actor=ANNA, now=clock.now(), drafts=drafts)
    assert [entry.n for entry in kept] == list(range(50))
    with acting(EDDA):
        assert Value.objects.filter(entry_id__in=[k.receipt.entry for k in kept]).count() == 100


def test_many_entries_with_a_key_that_is_taken_are_none() -> None:
    to = chain()
    append(to, key="7")
    drafts = [Draft(kind="memo", key=str(n)) for n in range(10)]
    with pytest.raises(Conflict), acting(ANNA):
        archive.append_many(chain=to, actor=ANNA, now=clock.now(), drafts=drafts)
    assert ns(to) == [0]


def test_eight_equal_keys_at_once_are_one_entry_and_eight_equal_answers() -> None:
    to = chain()
    answers = at_once(8, lambda _: append(to))
    assert len({answer.receipt for answer in answers}) == 1
    assert sorted(answer.replayed for answer in answers) == [False] + [True] * 7
    assert ns(to) == [0]


def test_eight_different_texts_under_one_key_are_one_entry_and_seven_refusals() -> None:
    to = chain()

    def attempt(n: int) -> Kept | Refusal:
        try:
            return append(to, text=b"%d" % n)
        except Refusal as refusal:
            return refusal

    answers = at_once(8, attempt)
    assert [type(answer) for answer in answers].count(Kept) == 1
    assert [type(answer) for answer in answers].count(KeyReused) == 7
    assert ns(to) == [0]


def test_eight_writers_on_one_chain_leave_no_gap() -> None:
    to = chain()
    answers = at_once(8, lambda writer: [append(to, key=f"{writer}-{n}").n for n in range(5)])
    assert sorted(n for answer in answers for n in answer) == list(range(40))
    assert ns(to) == list(range(40))
    assert all(answer == sorted(answer) for answer in answers)


def test_one_key_on_two_chains_at_once_is_one_entry() -> None:
    chains = [chain() for _ in range(4)]

    def attempt(n: int) -> bool:
        try:
            append(chains[n])
        except (Conflict, KeyReused):
            return False
        return True

    assert at_once(4, attempt).count(True) == 1
    assert sum(len(ns(each)) for each in chains) == 1


def test_a_deed_judged_too_long_ago_is_busy_and_writes_nothing() -> None:
    to = chain()
    late = clock.now() - timedelta(seconds=6)
    with pytest.raises(Busy) as refusal, acting(ANNA):
        archive.append(chain=to, kind="memo", actor=ANNA, now=late, key="k")
    assert refusal.value.code == "archive.too_late"
    assert ns(to) == []


def test_whoever_waits_too_long_for_a_chain_is_told_to_come_again() -> None:
    to = chain()

    def attempt(n: int) -> str:
        with acting(ANNA):
            try:
                if n == 0:
                    return _hold(to)
                return _wait_briefly(to)
            except Busy as refusal:
                return refusal.code

    assert sorted(at_once(2, attempt)) == ["archive.busy", "held"]


def _hold(to: Chain) -> str:
    hot.lock_chain(chain=to.id)
    sleep(0.6)
    return "held"


def _wait_briefly(to: Chain) -> str:
    sleep(0.2)
    hot.rows("SELECT set_config('lock_timeout', '100ms', true)", [])
    append(to)
    return "appended"


def test_a_request_waits_five_seconds_at_most() -> None:
    assert hot.rows("SHOW lock_timeout", []) == [("5s",)]


def test_an_entry_costs_four_statements_beside_its_transaction() -> None:
    to = chain()
    with acting(ANNA), statements() as count:
        archive.append(chain=to, kind="memo", actor=ANNA, now=clock.now(), key="k", values={"body": b"x"})
    assert count() <= 4  # lock, replay, head, entry


def test_an_entry_stands_in_the_transaction_of_its_deed() -> None:
    with pytest.raises(AssertionError, match="rows of its deed"):
        archive.append(chain=chain(), kind="memo", actor=ANNA, now=clock.now(), key="k")
    with pytest.raises(AssertionError, match="rows of their deeds"):
        archive.append_many(chain=chain(), actor=ANNA, now=clock.now(), drafts=[])
