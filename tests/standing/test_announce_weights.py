"""Other weights: held against the last days first, told fifteen days ahead, in force on their day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.standing import actions, queries
from helpdesk.standing.queries.weights import weights_on
from helpdesk.standing.rules.shipped import is_sound, shipped
from helpdesk.standing.terms import Level, Weights
from tests.conversations.clocks import HOUR, Story
from tests.standing.rated import follow, publish

DAYS = timedelta(days=1)
STRICTER = replace(shipped(), version=2, label_from=1, low=850, high=990)


def announced(story: Story, *, weights: Weights = STRICTER, days: int = 15) -> None:
    actions.announce_weights(
        actor=SYSTEM, now=story.now, weights=weights, effective_on=(story.now + days * DAYS).date()
    )


def in_force(story: Story, *, days: int) -> int:
    with everything():
        return weights_on(on=(story.now + days * DAYS).date()).version


def test_they_hold_from_their_day_on_and_not_before(story: Story) -> None:
    actions.publish_weights(actor=SYSTEM, now=story.now)
    announced(story)
    assert [in_force(story, days=days) for days in (0, 14, 15, 400)] == [1, 1, 2, 2]
    now, coming = queries.published_weights_for_system(on=story.now.date())
    assert (now.weights.version, [one.weights.version for one in coming]) == (1, [2])
    with everything():
        facts = [entry.leaf for entry in Entry.objects.filter(kind="weights.published").order_by("n")]
    assert len(facts) == 2, "each an entry, from which alone it can be computed"
    assert b'"low":850' in bytes(facts[1])


def test_sooner_than_fifteen_days_is_refused(story: Story) -> None:
    actions.publish_weights(actor=SYSTEM, now=story.now)
    with pytest.raises(Invalid, match=r"standing\.notice"):
        announced(story, days=14)
    assert in_force(story, days=30) == 1


@pytest.mark.parametrize("version", [0, 1, 3])
def test_versions_follow_each_other(story: Story, version: int) -> None:
    actions.publish_weights(actor=SYSTEM, now=story.now)
    with pytest.raises(Conflict, match=r"standing\.version"):
        announced(story, weights=replace(STRICTER, version=version))


@pytest.mark.parametrize(
    "broken",
    [
        {"late": 0},  # late would be as bad as never
        {"late": 1000},
        {"prior": 0, "prior_met": 0},
        {"prior_met": 21},
        {"low": 950, "high": 950},
        {"floor": 800},  # and could reach 1.1
        {"promise": 3},
        {"buyer": 1},
        {"step_from": 5},  # a measure on luck
        {"z": 0},
        {"half_life_days": 0},
    ],
)
def test_what_breaks_a_promise_is_refused(story: Story, broken: dict[str, int]) -> None:
    assert is_sound(weights=STRICTER)
    with pytest.raises(Invalid, match=r"standing\.weights"):
        announced(story, weights=replace(STRICTER, **broken))


def test_the_shadow_says_whom_they_would_touch_and_stores_nothing(story: Story) -> None:
    story.later(30 * HOUR)
    story.reply()
    follow(story.now)
    publish(story.now)
    on = story.now.date()
    [same] = queries.shadowed_for_system(weights=shipped(), on=on)
    assert (same.sellers, same.touched) == (1, ())
    [part] = queries.shadowed_for_system(weights=STRICTER, on=on, days=3)
    [one] = part.touched
    assert one.change < 0
    assert (one.level, one.would_be_level) == (Level.NEW, Level.RATED)
    with everything():
        assert weights_on(on=on + 400 * DAYS).version == 1


def test_whose_measure_could_be_proposed_more_often_is_said(story: Story) -> None:
    lax = replace(shipped(), version=2, step_from=1, step_below=899)
    story.later(60 * HOUR)
    follow(story.now)
    publish(story.now)
    [part] = queries.shadowed_for_system(weights=lax, on=story.now.date(), days=3)
    [one] = part.touched
    assert (one.asked_days, one.would_be_asked_days) == (0, 1), "a day later it weighs less than one answer"
