"""Webhooks that take nothing: their owners hear of it, until one of them has seen to it."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import translation

from helpdesk.accounts import actions as accounts
from helpdesk.archive.database.scope import everything
from helpdesk.console import delivering
from helpdesk.console.letters import _link
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import Kind, Line
from helpdesk.notifications.words import said
from helpdesk.portal.notices.centre import _way
from helpdesk.webhooks import actions as webhooks
from helpdesk.webhooks import models
from helpdesk.webhooks.queries import given_up_for_system
from helpdesk.webhooks.terms import (
    FAILING_FOR,
    PAUSES,
    TOLD_WITHIN,
    Outcome,
    SendingState,
    Trouble,
    Wanted,
)
from tests.cast import ANNA, DMITRI, EDDA, FELIX, PLATFORM
from tests.conversations.clocks import Story
from tests.notifications.told import NAMES, deliveries, notices, open_notices, react

MOMENT = timedelta(seconds=1)
HOOK = Wanted(url="https://tools.example/hook")
OWNERS = [("Anna", "webhook")]
SENTENCES = {
    "en": "Events did not reach a webhook of your shop.",
    "pl": "Zdarzenia nie dotarły do webhooka Twojego sklepu.",
    "de": "Ereignisse haben einen Webhook Ihres Shops nicht erreicht.",
    "fr": "Des événements ne sont pas parvenus à un webhook de votre boutique.",
    "it": "Alcuni eventi non hanno raggiunto un webhook del Suo negozio.",
}


def told(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [one for one in found if one[1] == "webhook"]


def line_of(actor: Actor) -> Line:
    (line,) = (one for one in queries.notices_of(actor=actor) if one.kind is Kind.WEBHOOK)
    return line


@pytest.fixture
def desk(story: Story) -> Story:
    """Edda runs the platform, Felix is compliance."""
    accounts.enrol_person(
        actor=SYSTEM, now=story.now, id=FELIX.person, display_name=FELIX.name, language="en"
    )
    for who, role in ((EDDA, Role.PLATFORM_ADMIN), (FELIX, Role.COMPLIANCE)):
        accounts.grant_role(actor=SYSTEM, now=story.now, person_id=who.person, role=role)
    react(story.now)
    return story


def add(story: Story, actor: Actor) -> Ref:
    return webhooks.add_webhook(actor=actor, now=story.now, wanted=HOOK, key=story.key()).webhook.ref


def fail_for_days(story: Story) -> None:
    with everything():
        models.Endpoint.objects.update(failing_since=story.now - FAILING_FOR, failures=9)


def pause(story: Story) -> None:
    """What has failed for days is paused, and those who are concerned hear of it."""
    fail_for_days(story)
    assert webhooks.pause_failing(actor=SYSTEM, now=story.later()) == 1
    react(story.now)


def give_up(story: Story, webhook: Ref) -> None:
    """An event is tried for the last time."""
    webhooks.try_webhook(actor=ANNA, now=story.later(), webhook=webhook, key=story.key())
    with everything():
        models.Delivery.objects.filter(state=SendingState.WAITING.value).update(tries=len(PAUSES))
    for due in webhooks.take_up_deliveries(actor=SYSTEM, now=story.now, limit=9):
        outcome = Outcome(status=500, millis=9, trouble=Trouble.STATUS)
        became = webhooks.note_outcome(actor=SYSTEM, now=story.now, due=due, outcome=outcome)
        assert became is SendingState.DEAD


def look(story: Story) -> None:
    """As the worker does each minute."""
    found = given_up_for_system(now=story.now)
    actions.tell_of_given_up(actor=SYSTEM, now=story.now, webhooks=found)


def test_the_owner_of_a_shop_is_told_and_led_to_it(desk: Story) -> None:
    webhook = add(desk, ANNA)
    pause(desk)
    react(desk.now)
    assert told(notices()) == OWNERS, "not Bruno, who is no owner, and not twice"
    line = line_of(ANNA)
    assert line.conversation == webhook
    assert _way(ANNA, line) == f"/seller/settings/webhooks/{webhook}"
    assert _link(line).endswith(f"/seller/notices/{line.id}")
    assert [NAMES[one.person_id] for one in deliveries() if one.notice_id == line.id.id] == ["Anna"], (
        "by mail"
    )
    for language, sentence in SENTENCES.items():
        with translation.override(language):
            assert said(line=line) == sentence


def test_of_the_platforms_own_its_administrators_are_told(desk: Story) -> None:
    webhook = add(desk, PLATFORM)
    pause(desk)
    assert told(notices()) == [("Edda", "webhook")], "not Felix, who decides measures"
    line = line_of(EDDA)
    assert _way(EDDA, line) == f"/administrator/connections/{webhook}"
    assert _link(line).endswith(f"/administrator/notices/{line.id}")


@pytest.mark.parametrize("deed", ["go on", "remove"])
def test_whoever_saw_to_it_did_so_for_all_owners(desk: Story, deed: str) -> None:
    webhook = add(desk, ANNA)
    pause(desk)
    assert told(open_notices()) == OWNERS
    if deed == "remove":
        webhooks.remove_webhook(actor=ANNA, now=desk.later(), webhook=webhook)
    else:
        webhooks.change_webhook(actor=ANNA, now=desk.later(), webhook=webhook, wanted=HOOK, seen_version=2)
    react(desk.now)
    assert told(open_notices()) == []


def test_an_owner_who_pauses_it_is_told_nothing(desk: Story) -> None:
    webhook = add(desk, ANNA)
    desk.reply()
    react(desk.now)
    webhooks.change_webhook(
        actor=ANNA, now=desk.later(), webhook=webhook, wanted=replace(HOOK, paused=True), seen_version=1
    )
    react(desk.now)
    look(desk)
    assert told(notices()) == []


def test_what_was_given_up_is_told_once_a_day(desk: Story) -> None:
    webhook = add(desk, ANNA)
    for _ in range(2):
        give_up(desk, webhook)
        look(desk)
    assert told(notices()) == OWNERS
    assert line_of(ANNA).conversation == webhook
    desk.later(timedelta(days=1))
    give_up(desk, webhook)
    look(desk)
    assert told(notices()) == OWNERS * 2


def test_nobody_is_told_of_what_was_replayed_or_paused_since(desk: Story) -> None:
    webhook = add(desk, ANNA)
    give_up(desk, webhook)
    assert given_up_for_system(now=desk.now) == {webhook: desk.now}
    assert given_up_for_system(now=desk.now + TOLD_WITHIN + MOMENT) == {}
    webhooks.replay_dead(actor=ANNA, now=desk.now, webhook=webhook)
    assert given_up_for_system(now=desk.now) == {}
    give_up(desk, webhook)
    pause(desk)
    assert given_up_for_system(now=desk.now) == {}, "of the pause they are told"


def test_what_a_pause_ended_was_not_given_up(desk: Story) -> None:
    webhook = add(desk, ANNA)
    webhooks.try_webhook(actor=ANNA, now=desk.later(), webhook=webhook, key=desk.key())
    pause(desk)
    with everything():
        assert models.Delivery.objects.get().state == SendingState.DEAD.value
    webhooks.change_webhook(actor=ANNA, now=desk.later(), webhook=webhook, wanted=HOOK, seen_version=2)
    assert given_up_for_system(now=desk.now) == {}


def test_the_worker_looks_for_both(desk: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "clock", SimpleNamespace(now=lambda: desk.now))
    add(desk, DMITRI)
    fail_for_days(desk)
    give_up(desk, add(desk, ANNA))
    assert delivering.sweep_once()
    react(desk.now)
    assert told(notices()) == [("Anna", "webhook"), ("Dmitri", "webhook")]
