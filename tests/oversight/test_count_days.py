"""Days are counted from the record, again where it changed, and once an hour."""

from datetime import date, timedelta

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import everything
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.actions import count_days
from helpdesk.oversight.models import Counted, Day
from tests.cast import ANNA, ANNAS_SHOP, FELIX
from tests.conversations.clocks import HOUR, Story
from tests.past import any_present
from tests.shops import Shops, open_shops
from tests.standing.rated import follow

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, 16) + timedelta(days=n) for n in range(3))


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops."""
    return open_shops()


@pytest.fixture
def story(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Clara asks on Monday at nine; the answer is due on Tuesday at nine."""
    any_present(monkeypatch)
    return Story(shops)


def counted(story: Story) -> dict[date, dict[str, int]]:
    """Anna's days on the German market, as the worker counts them now."""
    follow(story.now)
    with everything():
        Counted.objects.update(at=story.now - 2 * HOUR)
    assert count_days(actor=SYSTEM, now=story.now) is not None
    with everything():
        rows = Day.objects.filter(seller_id=ANNAS_SHOP, market="de").order_by("on_day")
        return {
            row.on_day: {name: getattr(row, name) for name in NAMES if getattr(row, name)} for row in rows
        }


NAMES = ("asked", "met", "late", "missed", "open", "overdue", "refused", "cases")


def test_a_question_waits_until_it_is_answered(story: Story) -> None:
    story.later(10 * HOUR)
    assert counted(story) == {MONDAY: {"asked": 1, "open": 1}}
    story.later(10 * HOUR)
    story.reply()
    story.later(12 * HOUR)
    assert counted(story) == {MONDAY: {"asked": 1, "open": 1}, TUESDAY: {"met": 1}}


def test_what_is_overdue_is_told_of_the_day_and_late_once_it_is_answered(story: Story) -> None:
    story.later(30 * HOUR)
    before = counted(story)
    assert before[TUESDAY] == {"missed": 1, "open": 1, "overdue": 1}
    story.later(20 * HOUR)
    story.reply()
    after = counted(story)
    assert after[TUESDAY] == {"late": 1, "open": 1, "overdue": 1}
    assert WEDNESDAY not in after, "answered on that day, nothing waits at its end"


def test_what_is_not_due_yet_is_in_no_verdict(story: Story) -> None:
    story.later(2 * HOUR)
    [day] = counted(story).values()
    assert not {"met", "late", "missed", "overdue"} & set(day)


def test_counting_twice_changes_nothing_and_comes_once_an_hour(story: Story) -> None:
    story.later(30 * HOUR)
    first = counted(story)
    assert counted(story) == first
    assert count_days(actor=SYSTEM, now=story.now + timedelta(minutes=59)) is None
    assert count_days(actor=SYSTEM, now=story.now + HOUR) is not None


def test_a_worker_that_was_away_for_months_leaves_no_gap(story: Story) -> None:
    story.later(10 * HOUR)
    counted(story)
    story.later(60 * 24 * HOUR)
    found = counted(story)
    days = [MONDAY + timedelta(days=n) for n in range((story.now.date() - MONDAY).days + 1)]
    assert [on for on in days if found.get(on, {}).get("open") != 1] == []


def test_what_standing_has_not_taken_in_yet_is_counted_again_in_a_minute(story: Story) -> None:
    story.later(30 * HOUR)
    archive.number_entries(actor=SYSTEM, now=story.now)
    assert count_days(actor=SYSTEM, now=story.now) is not None, "as far as is known"
    follow(story.now)
    assert count_days(actor=SYSTEM, now=story.now + timedelta(seconds=59)) is None
    assert count_days(actor=SYSTEM, now=story.now + timedelta(minutes=1)) is not None
    with everything():
        assert Day.objects.get(seller_id=ANNAS_SHOP, on_day=TUESDAY).missed == 1
    assert count_days(actor=SYSTEM, now=story.now + timedelta(minutes=3)) is None


def test_people_do_not_count(story: Story) -> None:
    for actor in (ANNA, FELIX):
        with pytest.raises(Forbidden):
            count_days(actor=actor, now=story.now)
