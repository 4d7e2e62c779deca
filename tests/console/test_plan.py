"""The demo's plan: whenever it starts, its inbox has something in every lane and every state."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from helpdesk.console.demo import plan, records, scenes
from helpdesk.console.demo.plan import Event
from helpdesk.console.demo.stories import scenes as known
from helpdesk.deadlines import rules
from helpdesk.deadlines.terms import DueState, Lane, Verdict
from helpdesk.kernel import clock
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.exclusions import without
from helpdesk.workdays.explain import explain
from helpdesk.workdays.moments import promise_due

WARSAW = ZoneInfo("Europe/Warsaw")
SATURDAY_NOON = datetime(2026, 11, 28, 12, tzinfo=WARSAW)
MONDAY_MORNING = datetime(2026, 11, 23, 0, 5, tzinfo=WARSAW)
FRIDAY_NIGHT = datetime(2026, 11, 27, 23, 50, tzinfo=WARSAW)
CHRISTMAS = datetime(2026, 12, 25, 12, tzinfo=WARSAW)
MARCH = datetime(2027, 3, 2, 10, tzinfo=WARSAW)
NOON = datetime(2026, 11, 17, 12, tzinfo=WARSAW)
EVER = (SATURDAY_NOON, MONDAY_MORNING, FRIDAY_NIGHT, CHRISTMAS, MARCH, NOON)

Clocks = list[tuple[int, int, int | None]]  # received, deadline, answered (microseconds UTC)


def anna(now: datetime, *, fresh: bool = False) -> tuple[Calendar, Clocks]:
    """Every clock that Anna's conversations start, as the rules run them."""
    now = now.astimezone(UTC)
    cast = records.cast(shift=records.days_since(now=now))
    told = plan.events(cast=cast, now=now, free=lambda _: True, fresh=fresh)
    if not fresh:
        told += plan.browsing(cast=cast, now=now)
    calendar = cast.calendar(seller="S-ANNA", market="pl")
    threads: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in told:
        assert event.at <= now
        if event.seller == "S-ANNA":
            threads[event.about, event.buyer].append(event)
    return calendar, [each for thread in threads.values() for each in clocks(thread, calendar)]


def clocks(thread: Sequence[Event], calendar: Calendar) -> Clocks:
    """One per run of the buyer's messages."""
    found: Clocks = []
    for event in thread:
        at = clock.to_us(event.at)
        is_open = bool(found) and found[-1][2] is None
        if event.side == "seller":
            assert is_open, "nobody answers what nobody asked"
            found[-1] = (*found[-1][:2], at)
        elif not is_open:
            found.append((at, calendar.deadline(received=at), None))
    return found


@pytest.mark.parametrize("now", EVER, ids=str)
def test_no_lane_is_empty(now: datetime) -> None:
    calendar, found = anna(now)
    at = clock.to_us(now)
    lanes = {
        rules.lane(deadline=deadline, now=at, calendar=calendar)
        for _, deadline, answered in found
        if answered is None
    }
    assert lanes == reachable_lanes(calendar, at)


def reachable_lanes(calendar: Calendar, at: int) -> set[Lane]:
    """On a closed day whatever came so far is due on the next business day, and nothing can be due later."""
    newest = calendar.deadline(received=at)
    return {Lane.LATE, Lane.DUE_TODAY, rules.lane(deadline=newest, now=at, calendar=calendar)}


def test_a_business_day_has_three_lanes() -> None:
    for now in (MONDAY_MORNING, FRIDAY_NIGHT, NOON, MARCH):
        calendar, _ = anna(now)
        assert reachable_lanes(calendar, clock.to_us(now)) == {Lane.LATE, Lane.DUE_TODAY, Lane.LATER}


@pytest.mark.parametrize("now", EVER, ids=str)
def test_every_state_of_the_ring_is_there(now: datetime) -> None:
    calendar, found = anna(now)
    at = clock.to_us(now)
    states = {
        rules.due_state(received=received, deadline=deadline, now=at, calendar=calendar)
        for received, deadline, answered in found
        if answered is None
    }
    assert states == {DueState.OK, DueState.SOON, DueState.STRONG, DueState.LATE}
    verdicts = {
        rules.verdict(answered=answered, deadline=deadline)
        for _, deadline, answered in found
        if answered is not None
    }
    assert verdicts == {Verdict.MET, Verdict.LATE}


@pytest.mark.parametrize("now", [CHRISTMAS, NOON], ids=["25 December", "a week after 11 November"])
def test_a_recent_holiday_moved_a_deadline(now: datetime) -> None:
    calendar, found = anna(now)
    skipped = {
        day.on
        for received, _, _ in found
        for day in explain(calendar=calendar, received=received).skipped_weekdays
    }
    assert skipped, "a holiday of the last two weeks is told about"


@pytest.mark.parametrize("now", EVER, ids=str)
def test_a_later_start_adds_something_to_do(now: datetime) -> None:
    _, found = anna(now, fresh=True)
    assert sum(answered is None for *_, answered in found) >= 3


def test_each_conversation_is_about_an_order_of_its_buyer() -> None:
    cast = records.cast()
    for event in plan.events(cast=cast, now=NOON, free=lambda _: True):
        order = cast.orders[event.about]
        assert (order["buyer"], order["seller"]) == (event.buyer, event.seller)


def test_all_texts_are_told_before_one_is_repeated_in_anna_s_shop() -> None:
    cast = records.cast(shift=records.days_since(now=NOON))
    told = plan.events(cast=cast, now=NOON.astimezone(UTC), free=lambda _: True)
    openings = [event.text for event in told if event.seller == "S-ANNA" and event.turn == 0]
    assert len(openings) == plan.FIRST["S-ANNA"]
    assert len(set(openings)) > 0.7 * len(openings)
    assert len({event.about for event in told}) > 120


def test_what_is_talked_about_already_is_left_alone() -> None:
    cast = records.cast()
    some = next(event.about for event in plan.events(cast=cast, now=NOON, free=lambda _: True))
    again = plan.events(cast=cast, now=NOON, free=lambda order: order != some)
    assert some not in {event.about for event in again}


def test_a_seller_whose_country_has_no_calendar_here_keeps_the_market_s() -> None:
    calendar = records.cast().calendar(seller="S-SAVI", market="fr")
    assert calendar.code == "FR"


@pytest.mark.parametrize("now", EVER, ids=str)
def test_every_scene_is_played_in_anna_s_shop_whenever_it_starts(now: datetime) -> None:
    now = now.astimezone(UTC)
    cast = records.cast(shift=records.days_since(now=now))
    played = scenes.scenes(cast=cast, now=now, free=lambda _: True)
    threads: defaultdict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in played:
        assert event.at <= now
        threads[event.seller, event.about, event.buyer].append(event)
    turns = ["".join(e.deed for e in told) for (seller, *_), told in threads.items() if seller == "S-ANNA"]
    assert sorted(turns) == sorted(scene.turns for scene in known())
    assert {e.buyer for e in played if e.seller == "S-ANNA"} >= {"B-DE-1", "B-PL-1"}


@pytest.mark.parametrize("now", EVER, ids=str)
def test_promises_stand_as_they_are_told(now: datetime) -> None:
    """One was kept, one is missed (or due before midnight), one has days to go."""
    now = now.astimezone(UTC)
    cast = records.cast(shift=records.days_since(now=now))
    calendar = cast.calendar(seller="S-ANNA", market="pl")
    left = {}
    told = [e for e in scenes.scenes(cast=cast, now=now, free=lambda _: True) if e.seller == "S-ANNA"]
    for event in told:
        if event.promise_on:
            due = clock.from_us(promise_due(calendar=calendar, on=event.promise_on))
            later = [e for e in told if e.about == event.about and e.at > event.at]
            left[bool(later), due > now] = (later[0].at if later else now, due)
    kept_at, kept_due = left[True, False]
    assert kept_at < kept_due
    assert {(False, True)} <= left.keys()


@pytest.mark.parametrize("now", EVER, ids=str)
def test_both_outages_lie_on_business_days_and_one_saved_an_answer(now: datetime) -> None:
    now = now.astimezone(UTC)
    cast = records.cast(shift=records.days_since(now=now))
    calendar = cast.calendar(seller="S-ANNA", market="pl")
    past, measured = scenes.past(cast=cast, now=now), scenes.proposed(cast=cast, now=now)
    for outage in (past, measured):
        start, end = clock.to_us(outage.starts), clock.to_us(outage.ends)
        assert calendar.counted(start=start, end=end) == end - start
    assert past.published is not None
    assert past.published < measured.starts < measured.ends < now
    told = [e for e in scenes.scenes(cast=cast, now=now, free=lambda _: True) if e.seller == "S-ANNA"]
    asked, answered = [clock.to_us(e.at) for e in told if e.at < past.ends + timedelta(days=7)][:2]
    deadline = calendar.deadline(received=asked)
    whole = without(calendar=calendar, intervals=[(clock.to_us(past.starts), clock.to_us(past.ends))])
    assert deadline < answered <= whole.deadline(received=asked)
