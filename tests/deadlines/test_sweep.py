"""The sweep: warnings, misses, moves, and promises that were not kept."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.deadlines import queries
from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.terms import GRACE
from tests.conversations.clocks import HOUR, MONDAY, Story, findings, obligations
from tests.deadlines import swept
from tests.past import any_present
from tests.shops import Shops

DEADLINE = MONDAY + 24 * HOUR  # Tuesday: no holiday in between
US = timedelta(microseconds=1)


@pytest.fixture
def story(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Iterator[Story]:
    any_present(monkeypatch).set(MONDAY)
    queries.forget()
    yield Story(shops)
    queries.forget()


def real_findings() -> list[str]:
    """What `verify` finds, but for rules that were published by nobody."""
    return [
        f"{found.code} {found.row} {found.detail}"
        for found in findings()
        if "deadlines_outage" not in found.row and "deadlines_edition" not in found.row
    ]


def leaf(kind: str) -> dict[str, Any]:
    (entry,) = swept.entries(kind)
    decoded: dict[str, Any] = msgspec.json.decode(bytes(entry.leaf))
    return decoded


def test_a_clock_is_warned_of_at_half_and_at_four_fifths_then_booked_after_the_grace(story: Story) -> None:
    looks = [MONDAY, MONDAY + 12 * HOUR - US, MONDAY + 12 * HOUR]
    assert [swept.sweep(now) for now in looks] == [0, 0, 1]
    assert swept.warnings() == [50]
    assert swept.next_at() == MONDAY + 19.2 * HOUR
    assert [swept.sweep(now) for now in (MONDAY + 19 * HOUR, MONDAY + 19.2 * HOUR)] == [0, 1]
    assert swept.warnings() == [50, 80]
    assert [swept.sweep(now) for now in (DEADLINE, DEADLINE + GRACE - US, DEADLINE + GRACE)] == [0, 0, 1]
    (miss,) = swept.misses()
    row = swept.obligation()
    assert (row.overdue_by, row.overdue_at, row.voided_by) == (miss.id, miss.at, None)
    assert (miss.deadline, miss.at, miss.voided_by) == (DEADLINE, DEADLINE + GRACE, None)
    assert swept.next_at() is None
    assert swept.settle(DEADLINE + 100 * HOUR) == 0
    assert not real_findings()


def test_the_entry_says_what_was_missed(story: Story) -> None:
    swept.settle(DEADLINE + GRACE)
    said = leaf("obligation.overdue")
    row = swept.obligation()
    assert said["f"] == {
        "calendar": "PL",
        "calendar_version": row.calendar_version,
        "deadline": int(DEADLINE.timestamp()) * 1_000_000,
        "outages": 0,
        "received": int(MONDAY.timestamp()) * 1_000_000,
    }
    assert said["ref"] == [["overdue", str(row.id)]]
    assert said["by"]["role"] == "system"


@pytest.mark.parametrize(
    ("after", "given"),
    [(12 * HOUR, [50]), (20 * HOUR, [80]), (24 * HOUR, [80]), (24 * HOUR + US, []), (30 * HOUR, [])],
)
def test_a_worker_that_was_away_gives_the_strongest_warning_only_and_none_of_what_is_late(
    story: Story, after: timedelta, given: list[int]
) -> None:
    swept.settle(MONDAY + after)
    assert swept.warnings() == given


def test_what_was_answered_is_left_alone(story: Story) -> None:
    story.reply()
    assert swept.settle(DEADLINE + 100 * HOUR) == 0
    assert (swept.warnings(), swept.misses()) == ([], [])


def test_an_answer_after_the_miss_is_late_and_takes_nothing_back(story: Story) -> None:
    swept.settle(DEADLINE + GRACE)
    story.now = DEADLINE + 2 * HOUR
    story.reply()
    row = swept.obligation()
    assert (row.verdict, row.voided_by, [miss.voided_by for miss in swept.misses()]) == ("late", None, [None])
    assert not real_findings()


def test_a_new_holiday_moves_an_open_deadline(story: Story) -> None:
    swept.close_day(date(2026, 11, 17), now=MONDAY + HOUR)
    assert swept.settle(MONDAY + HOUR) == 1
    (move,) = swept.moves()
    row = swept.obligation()
    assert (row.deadline, row.calendar_version, row.opened_deadline) == (DEADLINE + 24 * HOUR, 1001, DEADLINE)
    assert (move.before, move.deadline, move.cause, move.verdict) == (
        DEADLINE,
        row.deadline,
        "calendar",
        None,
    )
    assert (move.obligation_id, move.promise_id) == (row.id, None)
    assert leaf("deadline.moved")["ref"] == [["moves", str(row.id)]]
    assert swept.next_at() == MONDAY + 12 * HOUR + 3 * timedelta(0)
    assert not real_findings()


def test_a_holiday_that_does_not_matter_moves_nothing(story: Story) -> None:
    first = swept.next_at()
    swept.close_day(date(2026, 11, 23), now=MONDAY + HOUR)
    assert swept.settle(MONDAY + HOUR) == 1
    assert (swept.moves(), swept.obligation().deadline, swept.next_at()) == ([], DEADLINE, first)
    assert not real_findings()


def test_a_clock_that_started_by_what_was_in_force_before_is_found_out_at_its_next_look(story: Story) -> None:
    swept.outage(MONDAY + HOUR, MONDAY + 3 * HOUR, now=MONDAY + 3 * HOUR)
    with everything():  # as if its message had been judged a moment before the outage was published
        Obligation.objects.update(next_at=MONDAY + 12 * HOUR)
    assert swept.settle(MONDAY + 3 * HOUR) == 0
    swept.settle(MONDAY + 12 * HOUR)
    (move,) = swept.moves()
    assert (move.deadline, move.cause, move.outages) == (DEADLINE + 2 * HOUR, "outage", 1)
    assert swept.warnings() == []
    assert swept.next_at() == MONDAY + 14 * HOUR
    assert not real_findings()


def test_a_miss_is_taken_back_while_there_is_time_again_and_booked_again_after_it(story: Story) -> None:
    swept.settle(DEADLINE + GRACE)
    (first,) = swept.misses()
    swept.outage(DEADLINE - 3 * HOUR, DEADLINE, now=DEADLINE + HOUR)
    swept.settle(DEADLINE + HOUR)
    (move,) = swept.moves()
    (taken_back,) = swept.misses()
    row = swept.obligation()
    assert (taken_back.id, taken_back.voided_by) == (first.id, move.id)
    assert (row.overdue_by, row.overdue_at, row.deadline) == (None, None, DEADLINE + 3 * HOUR)
    assert leaf("deadline.moved")["ref"] == [["moves", str(row.id)], ["voids", str(first.id)]]
    swept.settle(DEADLINE + 3 * HOUR + GRACE)
    assert [miss.voided_by for miss in swept.misses()] == [move.id, None]
    assert swept.obligation().overdue_by == swept.misses()[1].id
    assert not real_findings()


def test_a_miss_stays_where_the_new_deadline_has_passed_too(story: Story) -> None:
    swept.settle(DEADLINE + GRACE)
    swept.outage(DEADLINE - HOUR, DEADLINE, now=DEADLINE + 5 * HOUR)
    swept.settle(DEADLINE + 5 * HOUR)
    row = swept.obligation()
    assert (len(swept.moves()), row.deadline) == (1, DEADLINE + HOUR)
    assert [miss.voided_by for miss in swept.misses()] == [None]
    assert row.overdue_by == swept.misses()[0].id
    assert not real_findings()


def test_a_late_answer_becomes_one_in_time(story: Story) -> None:
    swept.settle(DEADLINE + GRACE)
    story.now = DEADLINE + HOUR
    story.reply()
    answered = swept.obligation()
    swept.outage(DEADLINE - 3 * HOUR, DEADLINE, now=DEADLINE + 5 * HOUR)
    swept.settle(DEADLINE + 5 * HOUR)
    (move,), row = swept.moves(), swept.obligation()
    assert (row.verdict, row.corrected_by, row.corrected_verdict) == ("late", move.id, "met")
    assert (move.verdict, row.deadline, row.voided_by) == ("met", answered.deadline, move.id)
    assert [miss.voided_by for miss in swept.misses()] == [move.id]
    assert leaf("deadline.moved")["f"]["verdict"] == "met"
    swept.outage(DEADLINE + HOUR, DEADLINE + 2 * HOUR, now=DEADLINE + 6 * HOUR)
    assert swept.settle(DEADLINE + 6 * HOUR) == 0
    assert not real_findings()


def test_a_late_answer_stays_late_where_the_new_deadline_is_not_enough(story: Story) -> None:
    story.now = DEADLINE + 5 * HOUR
    story.reply()
    swept.outage(DEADLINE - HOUR, DEADLINE, now=DEADLINE + 6 * HOUR)
    assert swept.settle(DEADLINE + 6 * HOUR) == 1
    assert (swept.moves(), swept.obligation().corrected_by, swept.next_at()) == ([], None, None)


def test_a_promise_that_was_not_kept_opens_the_question_again(story: Story) -> None:
    story.reply(promise_on=date(2026, 11, 18))
    due = datetime.fromisoformat("2026-11-18T23:00Z")  # the end of Wednesday in Warsaw
    assert swept.settle(due + GRACE - US) == 0
    assert swept.settle(due + GRACE) == 1
    first, again = obligations()
    (entry,) = swept.entries("promise.missed")
    assert swept.promise().missed_by == entry.id == again.id
    assert (again.cause, again.question_id, again.received_at) == ("promise", first.id, due)
    assert again.deadline == due + 24 * HOUR
    assert leaf("promise.missed")["ref"] == [
        ["missed", str(swept.promise().id)],
        ["question", str(first.id)],
    ]
    assert swept.settle(due + 2 * GRACE) == 0
    assert not real_findings()


def test_a_missed_promise_opens_nothing_beside_a_question_that_is_open(story: Story) -> None:
    story.reply(promise_on=date(2026, 11, 18))
    story.now = datetime.fromisoformat("2026-11-18T20:00Z")
    story.ask()
    swept.settle(datetime.fromisoformat("2026-11-18T23:05Z"))
    assert len(obligations()) == 2
    assert swept.promise().missed_by == swept.entries("promise.missed")[0].id
    assert "deadline" not in leaf("promise.missed")["f"]
    assert not real_findings()


def test_a_kept_promise_is_left_alone(story: Story) -> None:
    story.reply(promise_on=date(2026, 11, 18))
    story.reply("It is 8 mm, and it fits your machine.")
    assert swept.settle(DEADLINE + 100 * HOUR) == 0
    assert swept.promise().missed_by is None


def test_a_promised_day_that_becomes_a_holiday_is_due_on_the_next_business_day(story: Story) -> None:
    story.reply(promise_on=date(2026, 11, 18))
    swept.close_day(date(2026, 11, 18), now=DEADLINE)
    assert swept.settle(DEADLINE) == 1
    (move,), row = swept.moves(), swept.promise()
    assert row.due_at == datetime.fromisoformat("2026-11-19T23:00Z")
    assert row.opened_due_at == datetime.fromisoformat("2026-11-18T23:00Z")
    assert (move.promise_id, move.obligation_id, move.before) == (row.id, None, row.opened_due_at)
    assert leaf("deadline.moved")["ref"] == [["defers", str(row.id)]]
    assert swept.settle(row.due_at + GRACE) == 1
    assert swept.promise().missed_by is not None
    assert not real_findings()


def test_an_outage_gives_back_the_hours_of_a_promise(story: Story) -> None:
    story.reply(promise_on=date(2026, 11, 18))
    swept.outage(DEADLINE, DEADLINE + 2 * HOUR, now=DEADLINE + 2 * HOUR)
    swept.settle(DEADLINE + 2 * HOUR)
    assert swept.promise().due_at == datetime.fromisoformat("2026-11-19T01:00Z")
    assert not real_findings()


def test_one_clock_that_cannot_be_counted_does_not_stand_in_the_way(
    story: Story, shops: Shops, caplog: pytest.LogCaptureFixture
) -> None:
    with everything(), connection.cursor() as cursor:
        cursor.execute("UPDATE deadlines_obligation SET calendar_version = 77, next_at = 'epoch'")
    assert swept.sweep(MONDAY + HOUR) == 0
    assert "cannot be swept" in caplog.text
    assert swept.next_at() == MONDAY + 2 * HOUR
    assert swept.sweep(MONDAY + HOUR) == 0


def test_what_one_clock_costs(story: Story) -> None:
    costs = []
    for now in (MONDAY + 12 * HOUR, DEADLINE + GRACE):
        with swept.statements() as found:
            assert swept.sweep(now) == 1
        costs.append(len([sql for sql in found if not sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT"))]))
    # two that find, and of one clock: scope, lock, row, what is in force, and what it writes
    assert costs == [9, 15]
