"""A Seller's own standing: what it is made of, what would change it, and that it is the own one alone."""

import csv
import io
from datetime import datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Forbidden
from helpdesk.standing import actions, queries
from helpdesk.standing.rules.shipped import shipped
from helpdesk.standing.terms import Level, State, Why
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, EDDA, PLATFORM, READER
from tests.conversations.clocks import HOUR, MONDAY, Story
from tests.standing.rated import follow, publish, snapshot
from tests.statements import statements

DAY = timedelta(days=1)


def test_it_is_explained_by_the_obligations_that_make_it(story: Story) -> None:
    story.reply()
    story.ask()
    story.later(4 * DAY)
    follow(story.now)
    found = queries.dashboard(actor=ANNA, now=story.now)
    score, lines = found.explained.score, found.explained.lines
    assert [(line.point.state, line.why) for line in lines] == [
        (State.OPEN, Why.COUNTS),  # overdue, so it counts as never
        (State.MET, Why.COUNTS),
    ]
    assert score.n == Fraction(sum(line.weight for line in lines), 1 << 32)
    assert score.m == Fraction(sum(line.weight * line.value for line in lines), 1 << 48)
    live = queries.standing_of(actor=ANNA, now=story.now, seller_id=ANNAS_SHOP)
    assert score == live.score
    assert found.answers == score.n


def test_open_questions_answered_or_left_make_a_pair(story: Story) -> None:
    follow(story.now)
    found = queries.dashboard(actor=ANNA, now=story.later(HOUR))
    assert found.foreseen
    assert (found.foreseen.open, found.foreseen.overdue) == (1, 0)
    pair = found.foreseen.pair
    assert pair.answered.p == Fraction(19, 21)
    assert pair.left.p == Fraction(18, 21)
    story.reply()
    follow(story.now)
    after = queries.dashboard(actor=ANNA, now=story.now)
    assert after.foreseen is None
    assert after.explained.score.p == pair.answered.p


def test_an_overdue_question_is_worth_its_late_value_in_the_pair(story: Story) -> None:
    follow(story.now)
    story.later(2 * DAY)  # Wednesday, 24 counted hours over
    found = queries.dashboard(actor=ANNA, now=story.now)
    assert found.foreseen
    assert (found.foreseen.open, found.foreseen.overdue) == (1, 1)
    answered, left = found.foreseen.pair.answered, found.foreseen.pair.left
    assert answered.m / answered.n == Fraction((1 << 16) // 3, 1 << 16)  # 0.5 * (1 - 24 / 72)
    assert left.p == found.explained.score.p < answered.p


def test_counted_times_and_shares_are_those_of_the_answers(story: Story) -> None:
    story.later(5 * HOUR - timedelta(minutes=1))
    story.reply()
    story.ask()
    story.later(2 * DAY - timedelta(minutes=1))
    story.reply("Sorry, here it is: 8 mm.")
    follow(story.now)
    found = queries.dashboard(actor=ANNA, now=story.now)
    times = found.times
    assert (times.answers, times.half, times.most) == (2, 5 * clock_us(HOUR), 48 * clock_us(HOUR))
    assert [place for place, amount in enumerate(times.bins) if amount] == [1, 11]
    assert [(days, one.met, one.late, one.missed) for days, one in found.shares] == [
        (7, 1, 1, 0),
        (30, 1, 1, 0),
        (90, 1, 1, 0),
    ]
    assert (len(found.weeks), found.weeks[-1].tally.due) == (13, 2)


def clock_us(amount: timedelta) -> int:
    return amount // timedelta(microseconds=1)


def test_a_mark_of_no_reply_needed_is_listed_and_left_out_of_everything(story: Story) -> None:
    story.asked_again()
    conversations.waive_reply(
        actor=ANNA,
        now=story.later(),
        conversation=story.thread,
        reason=WaiverReason.NO_QUESTION,
        key=story.key(),
    )
    follow(story.now)
    found = queries.dashboard(actor=ANNA, now=story.now)
    assert [line.why for line in found.explained.lines] == [Why.EXCLUDED, Why.COUNTS]
    assert (found.times.answers, found.shares[0][1].due) == (1, 1)


def test_days_are_the_stored_snapshots_and_what_was_published_stands_beside(story: Story) -> None:
    publish(MONDAY)
    story.reply()
    for back in range(2):
        on = MONDAY.date() + back * DAY
        end = datetime.combine(on + DAY, datetime.min.time(), tzinfo=MONDAY.tzinfo)
        snapshot(on, end + timedelta(minutes=5))
    publish(story.later(3 * DAY))
    found = queries.dashboard(actor=ANNA, now=story.now)
    assert [day.on for day in found.days] == [MONDAY.date(), MONDAY.date() + DAY]
    assert found.days[0].p == Fraction(19, 21)
    assert found.published
    assert (found.published.level, found.published.counted_on) == (Level.NEW, MONDAY.date() + DAY)
    assert found.published.rank == found.place.rank == 946


def test_pages_of_lines_follow_each_other(story: Story) -> None:
    for _ in range(3):
        story.reply()
        story.ask()
    follow(story.now)
    whole = queries.lines_of(actor=ANNA, now=story.now, limit=10)
    assert (len(whole.lines), whole.total, whole.more) == (4, 4, False)
    seen: list[UUID] = []
    after = None
    for _ in range(4):
        page = queries.lines_of(actor=ANNA, now=story.now, limit=1, after=after)
        [line] = page.lines
        seen.append(line.point.id)
        assert page.more == (len(seen) < 4)
        after = (clock.from_us(line.point.deadline), line.point.id)
    assert seen == [line.point.id for line in whole.lines]
    assert queries.lines_of(actor=ANNA, now=story.now, limit=10, lost=True).lines == []


def test_the_table_sums_to_the_score(story: Story) -> None:
    story.reply()
    story.ask()
    story.later(3 * DAY)
    follow(story.now)
    rows = list(csv.DictReader(io.StringIO(queries.points_csv(actor=ANNA, now=story.now))))
    score = queries.explained(actor=ANNA, now=story.now).score
    assert len(rows) == 2
    weights = [(int(row["weight_2_32"]), int(row["value_2_16"])) for row in rows]
    assert Fraction(sum(weight for weight, _ in weights), 1 << 32) == score.n
    assert Fraction(sum(weight * value for weight, value in weights), 1 << 48) == score.m
    assert {row["conversation"] for row in rows} == {str(story.thread)}


def test_it_is_for_the_sellers_people_and_the_own_one_alone(story: Story) -> None:
    story.reply()
    follow(story.now)
    for actor in (ANNA, BRUNO, READER):
        assert len(queries.explained(actor=actor, now=story.now).lines) == 1, actor.name
    stranger = queries.dashboard(actor=DMITRI, now=story.now)
    assert (stranger.explained.lines, stranger.times.answers, stranger.foreseen) == ([], 0, None)
    for actor in (CLARA, EDDA, PLATFORM):
        with pytest.raises(Forbidden):
            queries.dashboard(actor=actor, now=story.now)


def test_however_much_there_is_it_asks_as_often(story: Story) -> None:
    follow(story.now)
    queries.dashboard(actor=ANNA, now=story.now)
    for _ in range(3):
        story.reply()
        story.ask()
    follow(story.now)
    with statements() as count:
        queries.dashboard(actor=ANNA, now=story.now)
    assert count() <= 11  # seven, and what opens and closes the scope


def test_the_published_weights_say_what_is_in_force_and_what_comes(story: Story) -> None:
    before, none = queries.published_weights_for_system(on=MONDAY.date())
    assert (before.weights, before.effective_on, none) == (shipped(), None, [])
    actions.publish_weights(actor=SYSTEM, now=MONDAY)
    assert queries.published_weights_for_system(on=MONDAY.date())[0].effective_on == MONDAY.date()
    early, coming = queries.published_weights_for_system(on=MONDAY.date() - DAY)
    assert early.effective_on is None
    assert [one.effective_on for one in coming] == [MONDAY.date()]


def test_examples_are_those_of_the_design() -> None:
    found = queries.examples(weights=shipped())
    assert [(f"{float(one.score.p):.4f}", f"{float(one.score.f):.3f}") for one in found] == [
        ("0.9000", "0.940"),
        ("0.9130", "0.956"),
        ("0.9417", "0.990"),
        ("0.9608", "1.000"),
        ("0.8000", "0.820"),
        ("0.6500", "0.700"),
    ]
