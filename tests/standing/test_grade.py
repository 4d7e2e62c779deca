"""What Buyers see of a Seller: a grade and how soon an answer comes, counted once a day for every page."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines import queries as deadlines
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.terms.restrictions import RestrictionKind
from helpdesk.standing import queries
from helpdesk.standing.models import Grade as Row
from helpdesk.standing.rules.grading import grade, usually
from helpdesk.standing.terms import Level, State
from helpdesk.standing.terms.grades import UNGRADED, Grade, Seen, Usually
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, DMITRIS_SHOP, EDDA, HANIA
from tests.conversations.clocks import HOUR, MONDAY, Story
from tests.marketplace.restricted import impose
from tests.standing.made import HOUR_US, scored, several
from tests.standing.rated import follow, more, snapshot

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ([1, 1, 1, 1], None),  # four answers say nothing
        ([1, 2, 4, 30, 60], Usually.FOUR_HOURS),  # half of them: what just fits is in
        ([1, 2, 5, 6, 7], Usually.BUSINESS_DAY),
        ([24] * 5, Usually.BUSINESS_DAY),
        ([25] * 6, Usually.TWO_BUSINESS_DAYS),
        ([48] * 5, Usually.TWO_BUSINESS_DAYS),
        ([49] * 5, None),  # the slow are not praised
    ],
)
def test_half_of_the_answers_say_how_soon_one_comes(hours: list[int], said: Usually | None) -> None:
    assert usually(amounts=[hour * HOUR_US for hour in hours]) == said


@given(st.lists(st.integers(0, 100 * HOUR_US), min_size=5, max_size=30))
def test_it_is_true_of_half_of_the_answers_and_the_least_that_is(amounts: list[int]) -> None:
    said = usually(amounts=amounts)
    true_of_half = [one for one in Usually if 2 * sum(a <= one * HOUR_US for a in amounts) >= len(amounts)]
    assert said == next(iter(true_of_half), None)


def test_a_new_shop_has_no_number_and_others_theirs() -> None:
    new, rated, best = (scored(several([State.MET] * count)) for count in (4, 5, 60))
    assert grade(score=new, amounts=[]) == UNGRADED
    assert rated.p == Fraction(23, 25)
    assert grade(score=rated, amounts=[]) == Grade(level=Level.RATED, score=92, usually=None)
    assert grade(score=best, amounts=[HOUR_US] * 5) == Grade(
        level=Level.RELIABLE, score=98, usually=Usually.FOUR_HOURS
    )


def counted(story: Story) -> date:
    """Snapshots of the day."""
    on = story.now.date()
    snapshot(on, story.now.replace(hour=0, minute=5) + DAY)
    return on


def test_it_is_counted_with_the_snapshot_and_read_by_any_buyer(story: Story) -> None:
    for took in (1, 1, 6, 6, 7):
        story.later(took * HOUR - timedelta(minutes=1))
        story.reply()
        story.ask()
    follow(story.now)
    more(count=5)
    counted(story)
    said = Grade(level=Level.RATED, score=93, usually=Usually.BUSINESS_DAY)
    now, nothing = story.now, frozenset[RestrictionKind]()
    for buyer in (CLARA, HANIA):
        found = queries.seen_of(actor=buyer, seller_id=ANNAS_SHOP, at=now)
        assert found == Seen(grade=said, closed_by=nothing)
    never = queries.seen_of(actor=CLARA, seller_id=DMITRIS_SHOP, at=now)
    assert never == Seen(grade=UNGRADED, closed_by=nothing)
    for other in (ANNA, DMITRI, EDDA):
        with pytest.raises(NotFound):
            queries.seen_of(actor=other, seller_id=ANNAS_SHOP, at=now)


def test_what_is_closed_comes_with_it(story: Story) -> None:
    impose(RestrictionKind.SUSPENSION, now=story.now, days=1)
    for later, kinds in ((HOUR, {RestrictionKind.SUSPENSION}), (DAY + HOUR, set())):
        found = queries.seen_of(actor=CLARA, seller_id=ANNAS_SHOP, at=story.now + later)
        assert found == Seen(grade=UNGRADED, closed_by=frozenset(kinds))


def test_a_later_day_takes_the_place_of_the_one_before(story: Story) -> None:
    story.reply()
    counted(story)
    story.later(DAY)
    on = counted(story)
    with acting(CLARA):
        assert [row.counted_on for row in Row.objects.all()] == [on]
        assert Row.objects.update(score=100) == 0  # only the operator's side writes


def test_times_of_many_are_those_of_each(story: Story) -> None:
    story.later(5 * HOUR - timedelta(minutes=1))
    story.reply()
    story.ask()
    since, until = MONDAY - DAY, story.later(HOUR)
    with acting(SYSTEM):
        found = deadlines.counted_times_of(sellers=[ANNAS_SHOP, DMITRIS_SHOP], since=since, until=until)
        one = deadlines.counted_times(seller_id=ANNAS_SHOP, since=since)
        none = deadlines.counted_times_of(sellers=[ANNAS_SHOP], since=since, until=MONDAY + HOUR)
    assert found == {ANNAS_SHOP: one, DMITRIS_SHOP: []}
    assert one == [5 * HOUR_US]
    assert none == {ANNAS_SHOP: []}
