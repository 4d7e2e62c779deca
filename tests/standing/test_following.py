"""From a thread to a place in the search: points follow the record; any day is computed again from leaves."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import msgspec
import pytest
from django.db import connections
from pytest_django import Settings

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry
from helpdesk.conversations import actions as conversations
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Forbidden
from helpdesk.standing import actions, queries
from helpdesk.standing.models import Point, Shown, Snapshot
from helpdesk.standing.queries.weights import published_versions
from helpdesk.standing.rules.shipped import shipped, weights_from
from helpdesk.standing.terms import Level, State
from helpdesk.standing.terms.recomputed import What
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, DMITRIS_SHOP, EDDA, PLATFORM
from tests.conversations.clocks import MONDAY, Story, findings
from tests.deadlines.swept import settle
from tests.shops import Shops
from tests.standing.rated import differences, follow, publish, snapshot, stored

MONDAY_ON, DAY = MONDAY.date(), timedelta(days=1)
TUESDAY, WEEK_ON = MONDAY + DAY, MONDAY_ON + 7 * DAY


def states() -> list[str]:
    with everything():
        return list(Point.objects.order_by("deadline_us", "id").values_list("state", flat=True))


def nightly(on: date) -> datetime:
    """Five minutes after a UTC day."""
    return datetime.combine(on + DAY, datetime.min.time(), tzinfo=MONDAY.tzinfo) + timedelta(minutes=5)


def test_a_score_follows_answers_and_is_the_same_from_leaves_alone(story: Story) -> None:
    follow(story.now)
    assert states() == [State.OPEN]
    story.reply()
    story.ask()
    story.later(3 * DAY)
    settle(story.now)
    story.reply("Sorry, here it is: 8 mm.")
    assert snapshot(MONDAY_ON + 3 * DAY, nightly(MONDAY_ON + 3 * DAY)) == 1
    assert states() == [State.MET, State.LATE]
    total = stored(ANNAS_SHOP, MONDAY_ON + 3 * DAY)
    assert 0 < total.m < total.n << 16 < 2 << 48
    assert differences(MONDAY_ON + 3 * DAY) == []
    assert findings() == []


def test_snapshot_of_points_equals_the_incremental_score_at_that_instant(story: Story) -> None:
    story.reply()
    story.ask()
    on = MONDAY_ON + 2 * DAY
    now = nightly(on)
    snapshot(on, now)
    end = now - timedelta(minutes=5, microseconds=1)
    live = queries.standing_of(actor=ANNA, now=end, seller_id=ANNAS_SHOP)
    total = stored(ANNAS_SHOP, on)
    assert live.score.n == Fraction(total.n, 2**32)
    assert live.score.m == Fraction(total.m, 2**48)
    assert sum(weight for _, weight in live.parts) == total.n


def _count(now: datetime) -> int | None:
    return actions.take_snapshots(actor=SYSTEM, now=now, on=MONDAY_ON, limit=10)


def test_a_day_is_counted_once_and_not_before_it_is_over(story: Story) -> None:
    story.reply()
    end = nightly(MONDAY_ON) - timedelta(minutes=5)
    follow(end)
    assert _count(end - timedelta(seconds=1)) is None
    assert _count(end) == 1
    assert _count(end) == 0


def test_a_day_waits_for_all_its_entries(story: Story) -> None:
    follow(story.now)
    story.reply()
    now = nightly(MONDAY_ON)
    archive.number_entries(actor=SYSTEM, now=now)
    assert _count(now) is None
    follow(now)
    assert _count(now) == 1


def test_every_seller_has_a_place_from_the_start_and_news_only_where_it_changes(story: Story) -> None:
    first = publish(MONDAY)
    assert {entry.seller_id for entry in first} == {ANNAS_SHOP, DMITRIS_SHOP}
    facts = msgspec.json.decode(first[0].leaf)["f"]
    assert (facts["rank"], facts["visibility"], facts["measure"], facts["level"]) == (940, 940, 1000, "new")
    assert publish(MONDAY) == first
    story.reply()
    snapshot(MONDAY_ON, nightly(MONDAY_ON))
    entries = publish(nightly(MONDAY_ON))
    [news] = [entry for entry in entries if entry not in first]
    told = msgspec.json.decode(news.leaf)
    assert (news.seller_id, told["f"]["rank"], told["f"]["on"]) == (ANNAS_SHOP, 946, "2026-11-16")
    assert told["ref"] == [["replaces", str(first[0].id)]]
    snapshot(MONDAY_ON + DAY, nightly(MONDAY_ON + DAY))
    assert publish(nightly(MONDAY_ON + DAY)) == entries
    assert findings() == []


def test_a_measure_lowers_the_rank_and_says_so(story: Story, settings: Settings) -> None:
    settings.HELPDESK_FACTORS = "tests.standing.test_following.demoted"
    facts = [msgspec.json.decode(entry.leaf)["f"] for entry in publish(MONDAY)]
    assert [(one["rank"], one["visibility"], one["measure"]) for one in facts] == [
        (752, 940, 800),
        (940, 940, 1000),
    ]


def demoted(*, sellers: list[int], at: datetime) -> dict[int, int]:
    return {ANNAS_SHOP: 800}


def test_the_feed_is_in_the_order_of_the_log_and_replayable(story: Story) -> None:
    publish(MONDAY)
    follow(MONDAY)
    page = queries.feed(actor=PLATFORM, now=MONDAY, after=-1, limit=10)
    numbers = [row["number"] for row in page.rows]
    assert numbers == sorted(numbers)
    assert {(row["rank_factor"], row["level"]) for row in page.rows} == {("0.940", "new")}
    one = queries.feed(actor=PLATFORM, now=MONDAY, after=-1, limit=1)
    rest = queries.feed(actor=PLATFORM, now=MONDAY, after=int(one.rows[-1]["number"]), limit=10)
    assert [*one.rows, *rest.rows] == list(page.rows)
    assert page.valid_until > MONDAY
    for stranger in (ANNA, CLARA):
        with pytest.raises(Forbidden):
            queries.feed(actor=stranger, now=MONDAY, after=-1, limit=10)


def test_a_flipped_verdict_is_found_and_named(story: Story) -> None:
    answer = story.reply()
    snapshot(MONDAY_ON, nightly(MONDAY_ON))
    assert differences(MONDAY_ON) == []
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE standing_point SET state = 'missed' RETURNING id")
        [(id,)] = cursor.fetchall()
    [found] = differences(MONDAY_ON)
    assert (found.seller_id, found.what, found.point, found.by) == (
        ANNAS_SHOP,
        What.POINT,
        id,
        answer.receipt.entry,
    )
    assert found.stored.startswith("missed")
    assert found.found.startswith("met")


def test_a_changed_score_is_found(story: Story) -> None:
    story.reply()
    snapshot(MONDAY_ON, nightly(MONDAY_ON))
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE standing_snapshot DISABLE TRIGGER append_only")
        cursor.execute("UPDATE standing_snapshot SET m = m + 1")
        cursor.execute("ALTER TABLE standing_snapshot ENABLE TRIGGER append_only")
    [found] = differences(MONDAY_ON)
    assert (found.seller_id, found.what) == (ANNAS_SHOP, What.SCORE)


def test_scores_are_the_same_when_every_value_and_every_mapping_is_gone(story: Story) -> None:
    story.reply()
    story.ask()
    story.later(3 * DAY)
    on = story.now.date()
    snapshot(on, nightly(on))
    total = stored(ANNAS_SHOP, on)
    with connections["eraser"].cursor() as cursor:
        cursor.execute("DELETE FROM archive_value")
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE marketplace_pair SET pair = gen_random_uuid()")
        cursor.execute("UPDATE marketplace_seller SET stand_in = gen_random_uuid()")
    assert differences(on) == []
    with everything():
        leaves = [bytes(leaf) for leaf in Entry.objects.order_by("at").values_list("leaf", flat=True)]
        stand_in = Snapshot.objects.get(seller_id=ANNAS_SHOP).seller
    points = [point for point in queries.points_in_leaves(leaves=leaves).values() if point.seller == stand_in]
    assert queries.sums_of_points(points=points, weights=shipped(), on=on) == total


def test_a_mark_of_no_reply_needed_is_left_out_and_an_objection_counts_anew(story: Story) -> None:
    story.asked_again()
    conversations.waive_reply(
        actor=ANNA,
        now=story.later(),
        conversation=story.thread,
        reason=WaiverReason.NO_QUESTION,
        key=story.key(),
    )
    follow(story.now)
    assert states() == [State.MET, State.EXCLUDED]
    conversations.object_to_waiver(actor=CLARA, now=story.later(), conversation=story.thread, key=story.key())
    follow(story.now)
    assert sorted(states()) == [State.EXCLUDED, State.MET, State.OPEN]


def test_a_promise_counts_half_and_may_be_missed(story: Story) -> None:
    story.reply("I look it up, and tell you on Thursday.", promise_on=MONDAY_ON + 3 * DAY)
    follow(story.now)
    assert states() == [State.MET, State.OPEN]
    story.later(timedelta(days=3, hours=20))  # past the end of Thursday in Warsaw
    settle(story.now)
    follow(story.now)
    assert states() == [State.MET, State.MISSED, State.OPEN]
    story.reply("It is 8 mm.")
    follow(story.now)
    assert states() == [State.MET, State.LATE, State.MET]
    snapshot(WEEK_ON, nightly(WEEK_ON))
    assert differences(WEEK_ON) == []
    with everything():
        promise = Point.objects.get(matter="promise")
    assert promise.with_order
    assert promise.overrun_us > 0


def test_taking_in_twice_changes_nothing(story: Story) -> None:
    story.reply()
    follow(story.now)
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE archive_cursor SET number = -1 WHERE reaction LIKE '%standing%'")
    before = _rows()
    follow(story.now)
    assert _rows() == before


def _rows() -> list[tuple[object, ...]]:
    with everything():
        return [*Point.objects.order_by("id").values_list("id", "state", "deadline_us", "by_entry")]


def test_a_sellers_points_and_places_are_their_own(story: Story) -> None:
    story.reply()
    snapshot(MONDAY_ON, nightly(MONDAY_ON))
    publish(nightly(MONDAY_ON))
    for actor, points, places in ((ANNA, 1, 1), (BRUNO, 1, 1), (DMITRI, 0, 1), (CLARA, 0, 0), (EDDA, 1, 2)):
        with acting(actor):
            assert (Point.objects.count(), Shown.objects.count()) == (points, places), actor.name
    stranger = queries.standing_of(actor=DMITRI, now=TUESDAY, seller_id=ANNAS_SHOP)
    assert (stranger.score.level, stranger.points) == (Level.NEW, [])


def test_weights_are_published_once_and_a_leaf_is_enough_to_know_them(shops: Shops, story: Story) -> None:
    assert actions.publish_weights(actor=SYSTEM, now=MONDAY)
    assert not actions.publish_weights(actor=SYSTEM, now=MONDAY)
    with everything():
        [entry] = Entry.objects.filter(kind="weights.published")
        assert published_versions() == [1]
        assert queries.weights_on(on=MONDAY_ON) == shipped()
    facts = msgspec.json.decode(entry.leaf)["f"]
    assert weights_from(facts=facts) == shipped()
    assert isinstance(entry.id, UUID)
    assert findings() == []
