"""What is announced to all Sellers: everybody who works for a shop hears of it once, ahead of its day."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.conf import settings as live
from django.utils import translation
from pytest_django import Settings

from helpdesk.console.letters import written
from helpdesk.enforcement import actions as enforcement
from helpdesk.enforcement.rules.shipped import shipped as tracks
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.notifications import actions, queries
from helpdesk.notifications.actions import take_up_mail
from helpdesk.notifications.terms import Kind
from helpdesk.notifications.words import said
from helpdesk.standing import actions as standing
from helpdesk.standing.rules.shipped import shipped as weights
from tests.cast import ANNA, BRUNO, CLARA, DMITRI
from tests.conversations.clocks import HOUR, Story
from tests.notifications.told import deliveries, notices, wish

DAY = timedelta(days=1)
LOWER = replace(weights(), version=2, low=650)
SOONER = replace(tracks(), version=2, half_life_days=60)


@pytest.fixture
def told(story: Story) -> Story:
    """The first versions are in force, and nobody was told of them: they change nothing.

    It is the next noon: what the house publishes comes after what it has published already.
    """
    story.now = (clock.now() + DAY).replace(hour=12, minute=0, second=0, microsecond=0)
    standing.publish_weights(actor=SYSTEM, now=story.now)
    enforcement.publish_tracks(actor=SYSTEM, now=story.now)
    tell(story.now)
    assert published() == []
    return story


def tell(now: datetime) -> None:
    """As the worker does, one person at a time."""
    while actions.tell_of_announced(actor=SYSTEM, now=now, limit=1):
        pass


def published() -> list[tuple[str, str]]:
    return [(who, kind) for who, kind in notices() if kind in ("weights", "tracks")]


def announce_weights(story: Story, version: int = 2) -> None:
    on = (story.now + 15 * DAY).date()
    standing.announce_weights(
        actor=SYSTEM, now=story.now, weights=replace(LOWER, version=version), effective_on=on
    )
    tell(story.now)


def announce_tracks(story: Story) -> None:
    on = (story.now + 20 * DAY).date()
    enforcement.announce_tracks(actor=SYSTEM, now=story.now, tracks=SOONER, effective_on=on)
    tell(story.now)


def test_whoever_works_for_a_shop_is_told_once_and_buyers_are_not(told: Story) -> None:
    announce_weights(told)
    assert published() == [("Anna", "weights"), ("Bruno", "weights"), ("Dmitri", "weights")]
    tell(told.now)
    assert len(published()) == 3
    assert queries.notices_of(actor=CLARA) == []
    assert {row.person_id for row in deliveries()} == {ANNA.person, BRUNO.person}
    assert DMITRI.person not in {row.person_id for row in deliveries()}, "no address is known"


def test_a_second_version_of_the_same_day_is_no_second_notice_and_one_of_the_next_day_is(
    told: Story,
) -> None:
    announce_weights(told)
    told.later(HOUR)
    announce_weights(told, version=3)
    assert len(published()) == 3
    told.later(24 * HOUR)
    announce_weights(told, version=4)
    assert len(published()) == 6


def test_weights_and_tracks_are_two_matters(told: Story) -> None:
    announce_weights(told)
    announce_tracks(told)
    assert [kind for who, kind in published() if who == "Anna"] == ["tracks", "weights"]
    first, second = (one for one in queries.notices_of(actor=ANNA) if one.kind in (Kind.TRACKS, Kind.WEIGHTS))
    days = {first.kind: first.applies_on, second.kind: second.applies_on}
    assert days == {Kind.WEIGHTS: (told.now + 15 * DAY).date(), Kind.TRACKS: (told.now + 20 * DAY).date()}


def test_what_is_days_old_when_a_worker_comes_to_it_is_no_news(told: Story) -> None:
    on = (told.now + 15 * DAY).date()
    standing.announce_weights(actor=SYSTEM, now=told.now, weights=LOWER, effective_on=on)
    tell(told.now + 4 * DAY)
    assert published() == []


def test_a_wish_is_heeded_and_the_notice_stands_in_the_portal(told: Story) -> None:
    wish(ANNA.person, mailed=["message"])
    before = {row.id for row in deliveries()}
    announce_weights(told)
    assert [row.person_id for row in deliveries() if row.id not in before] == [BRUNO.person]
    assert ("Anna", "weights") in published()


def test_a_platform_that_delivers_is_asked_to(told: Story, settings: Settings) -> None:
    settings.HELPDESK = live.HELPDESK.model_copy(update={"notices": "platform"})
    announce_weights(told)
    asked = {row.person_id for row in deliveries() if row.channel == "platform"}
    assert {ANNA.person, DMITRI.person} <= asked, "with an address or without"


def test_the_mail_says_the_day_in_the_readers_language_and_leads_to_the_page(told: Story) -> None:
    actions.mark_read(actor=ANNA, now=told.now)
    announce_tracks(told)
    mail = None
    while (found := take_up_mail(actor=SYSTEM, now=told.now + HOUR)) is not None:
        mail = found if found.person == ANNA.person else mail
    assert mail is not None
    [line] = mail.lines
    message = written(mail=mail)
    assert f"{live.HELPDESK.public_url}/measures#versions" in message.body
    assert line.applies_on is not None
    line = replace(line, applies_on=date(2026, 12, 6))
    for language, day in (("en", "6 December 2026"), ("de", "6. Dezember 2026"), ("pl", "6 grudnia 2026")):
        with translation.override(language):
            assert day in said(line=line), said(line=line)
