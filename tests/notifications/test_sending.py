"""Sending: through a real mail server that is well, down, slow, or refuses, nothing is lost or doubled."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import pairwise
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings as live
from django.core.mail.backends.smtp import EmailBackend
from django.utils import translation
from pytest_django import Settings

from helpdesk.accounts.models import Person
from helpdesk.archive.database.scope import everything
from helpdesk.console import notifying
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.marketplace.models import Member
from helpdesk.notifications.queries import stop_word
from helpdesk.notifications.terms import KEPT_WAITING, LEASE, RETRIES, Kind, Rhythm
from helpdesk.notifications.words import SAID
from tests.archive.entries import at_once
from tests.cast import ANNA, BRUNO, CLARA
from tests.conversations.clocks import MONDAY, Story
from tests.notifications.told import deliveries, react, states, wish

LATER = MONDAY + timedelta(minutes=1)


class Post:
    """A mail server that keeps what it takes, and answers as a test wants it."""

    def __init__(self) -> None:
        self.got: list[tuple[str, EmailMessage]] = []
        self.to_recipient: Callable[[str], str] = lambda _: "250 OK"
        self.to_data = "250 OK"
        self.takes = 0.0  # seconds
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._controller: Controller | None = None

    def open(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def close(self) -> None:
        if self._controller:
            self._controller.stop()
        self._controller = None

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        answer = self.to_recipient(address)
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        await asyncio.sleep(self.takes)
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        if self.to_data.startswith("2"):
            self.got.append((envelope.rcpt_tos[0], message))
        return self.to_data

    def receivers(self) -> list[str]:
        return sorted(to.partition("@")[0] for to, _ in self.got)


@pytest.fixture
def post(story: Story, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    server = Post()
    server.open()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield server
    server.close()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], int]:
    """The worker's steps at an instant, until nothing is due or somebody is away; how many did something."""

    def run(now: datetime) -> int:
        monkeypatch.setattr(clock, "now", lambda: now)
        done = 0
        while notifying.notify_once():
            done += 1
            assert done < 100
        return done

    return run


At = Callable[[datetime], int]


def test_one_mail_each_in_the_readers_language_with_a_link_and_without_words(
    story: Story, post: Post, at: At
) -> None:
    react(MONDAY)
    assert at(LATER) == 2
    assert post.receivers() == ["anna", "bruno"]
    assert states() == {"Anna": ["sent"], "Bruno": ["sent"]}
    _, mail = post.got[0]
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    link = f"{live.HELPDESK.public_url}/seller/conversations/{story.thread}"
    for part in (plain.get_content(), html.get_content()):
        assert link in part
        assert "8 mm" not in part
        assert "Clara" not in part
    assert 'lang="pl"' in html.get_content()
    assert mail["Auto-Submitted"] == "auto-generated"
    assert at(LATER + timedelta(days=5)) == 0


def test_a_mail_program_finds_the_way_to_end_them_and_people_their_settings(
    story: Story, post: Post, at: At
) -> None:
    react(MONDAY)
    at(LATER)
    here = live.HELPDESK.public_url.rstrip("/")
    for who, (_, mail) in zip((ANNA, BRUNO), sorted(post.got, key=lambda one: one[0]), strict=True):
        stop = f"{here}/notices/stop/{stop_word(person=who.person)}"
        assert mail["List-Unsubscribe"].replace(" ", "") == f"<{stop}>"
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"  # RFC 8058
        plain = mail.get_body(("plain",))
        assert plain is not None
        assert stop in plain.get_content()
        assert f"{here}/seller/notices/wishes" in plain.get_content()


@pytest.mark.parametrize("language", ["en", "pl", "de", "fr", "it"])
def test_every_language_has_its_own_mail_in_text_and_html(
    story: Story, post: Post, at: At, language: str
) -> None:
    with everything():
        Person.objects.filter(id=ANNA.person).update(language=language)
    wish(BRUNO.person, mailed=[])
    react(MONDAY)
    at(LATER)
    [(_, mail)] = post.got
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    with translation.override(language):
        said = str(SAID[Side.SELLER][Kind.MESSAGE])
        fixed = translation.gettext("Nobody reads answers to this mail. Please write in Helpdesk.")
    assert mail["Subject"] == said.rstrip(".")
    assert f'<html lang="{language}">' in html.get_content()
    for part in (plain.get_content(), html.get_content().replace("&#x27;", "'")):
        assert said in part
        assert fixed in part


def test_answers_go_to_the_operators_fixed_address(
    story: Story, post: Post, at: At, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.HELPDESK, "email_replies", "write-in-helpdesk@example.com")
    react(MONDAY)
    at(LATER)
    assert {mail["Reply-To"] for _, mail in post.got} == {"write-in-helpdesk@example.com"}


def test_a_server_that_is_down_loses_nothing_and_uses_up_no_try(story: Story, post: Post, at: At) -> None:
    post.close()
    react(MONDAY)
    for minutes in range(1, 60):
        assert at(MONDAY + timedelta(minutes=minutes)) == 0
    assert states() == {"Anna": ["waiting"], "Bruno": ["waiting"]}
    assert {row.tries for row in deliveries()} == {0}
    post.open()
    at(MONDAY + timedelta(hours=2))
    assert post.receivers() == ["anna", "bruno"]


def test_a_server_that_is_down_for_days_is_waited_for_to_an_end(story: Story, post: Post, at: At) -> None:
    post.close()
    react(MONDAY)
    late = MONDAY + KEPT_WAITING + timedelta(minutes=1)
    for minutes in range(3):
        at(late + timedelta(minutes=minutes))
    assert states() == {"Anna": ["given_up"], "Bruno": ["given_up"]}


def test_a_slow_server_gets_each_mail_once(story: Story, post: Post, at: At) -> None:
    post.takes = 1.5
    react(MONDAY)
    assert at(LATER) == 2
    assert post.receivers() == ["anna", "bruno"]
    assert at(LATER + LEASE + timedelta(days=1)) == 0


def test_a_server_that_falls_silent_after_the_data_sees_the_same_message_again(
    story: Story, post: Post, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notifying, "SERVER_SECONDS", 0.5)
    wish(BRUNO.person, mailed=[])
    post.takes = 1.5
    react(MONDAY)
    at(LATER)
    assert states() == {"Anna": ["waiting"]}
    post.takes = 0.0
    at(LATER + RETRIES[0])
    assert states() == {"Anna": ["sent"]}
    assert len({mail["Message-ID"] for _, mail in post.got}) == 1


@pytest.mark.parametrize("at_data", [True, False])
def test_not_now_is_tried_again_with_growing_pauses_to_an_end(
    story: Story, post: Post, at: At, at_data: bool
) -> None:
    wish(BRUNO.person, mailed=[])
    wish(ANNA.person)
    _says(post, "451 try later", at_data)
    react(MONDAY)
    now, waits = MONDAY, []
    while states() == {"Anna": ["waiting"]}:
        now = deliveries()[0].next_at or now
        waits.append(now)
        at(now)
    assert [b - a for a, b in pairwise(waits)] == [*RETRIES]
    assert states() == {"Anna": ["given_up"]}
    assert deliveries()[0].answer == "451"
    assert post.got == []


def test_greylisting_costs_nothing(story: Story, post: Post, at: At) -> None:
    _says(post, "450 greylisted", False)
    react(MONDAY)
    at(LATER)
    _says(post, "250 OK", False)
    at(LATER + RETRIES[0])
    at(LATER + RETRIES[0])
    assert post.receivers() == ["anna", "bruno"]


@pytest.mark.parametrize("at_data", [True, False])
def test_never_is_a_bounce_and_not_tried_again(story: Story, post: Post, at: At, at_data: bool) -> None:
    _says(post, "550 no such mailbox", at_data)
    react(MONDAY)
    assert at(LATER) == 2
    assert at(LATER + timedelta(days=2)) == 0
    assert states() == {"Anna": ["bounced"], "Bruno": ["bounced"]}
    assert {row.answer for row in deliveries()} == {"550"}


def test_one_refused_address_stands_in_nobodys_way(story: Story, post: Post, at: At) -> None:
    post.to_recipient = lambda to: "550 gone" if to.startswith("anna") else "250 OK"
    react(MONDAY)
    at(LATER)
    assert states() == {"Anna": ["bounced"], "Bruno": ["sent"]}


def test_many_workers_at_once_send_each_mail_once(
    story: Story, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    story.reply()
    react(MONDAY)
    react(story.now)
    story.ask()
    react(story.now)
    now = story.now + timedelta(minutes=1)
    monkeypatch.setattr(clock, "now", lambda: now)
    at_once(4, lambda _: [notifying.notify_once() for _ in range(4)])
    assert post.receivers() == ["anna", "bruno", "clara"]
    assert len({mail["Message-ID"] for _, mail in post.got}) == 3


def test_a_worker_that_dies_with_a_mail_in_hand_leaves_it_to_another(
    story: Story, post: Post, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    react(MONDAY)

    def die(**_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as dying:
        dying.setattr(notifying, "handed_in", die)
        with pytest.raises(SystemExit):
            at(LATER)
    at(LATER)
    assert len(post.got) == 1
    at(LATER + LEASE)
    assert post.receivers() == ["anna", "bruno"]


def test_a_worker_that_dies_after_the_server_took_a_mail_shows_it_once(
    story: Story, post: Post, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between send and note: it goes again under its Message-ID, of which mailboxes keep one."""
    wish(BRUNO.person, mailed=[])
    react(MONDAY)

    def die(**_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as dying:
        dying.setattr("helpdesk.console.notifying.actions.note_outcome", die)
        with pytest.raises(SystemExit):
            at(LATER)
    assert at(LATER) == 0  # in the dead worker's hand until the lease is over
    assert at(LATER + LEASE) == 1
    assert states() == {"Anna": ["sent"]}
    assert len({mail["Message-ID"] for _, mail in post.got}) == 1
    assert at(LATER + timedelta(days=2)) == 0


def test_what_the_server_took_is_noted_before_we_take_leave_of_it(
    story: Story, post: Post, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    wish(BRUNO.person, mailed=[])
    react(MONDAY)
    noted: list[str] = []
    leave = EmailBackend.close

    def leaving(backend: EmailBackend) -> None:
        noted.extend(states()["Anna"])
        leave(backend)

    monkeypatch.setattr(EmailBackend, "close", leaving)
    at(LATER)
    assert noted == ["sent"]


def test_what_is_answered_before_the_mail_leaves_is_told_to_nobody(story: Story, post: Post, at: At) -> None:
    react(MONDAY)
    story.reply()  # not yet taken in by reactions
    at(story.now)
    assert post.got == []
    assert states() == {"Anna": ["settled"], "Bruno": ["settled"]}


def test_what_the_buyer_has_read_is_not_mailed(story: Story, post: Post, at: At) -> None:
    reply = story.reply()
    react(story.now)
    conversations.mark_read(actor=CLARA, now=story.now, conversation=reply.conversation, n=1)
    at(story.now)
    assert post.got == []


def test_a_digest_is_one_mail_and_waits_for_its_hour(story: Story, post: Post, at: At) -> None:
    wish(ANNA.person, rhythm=Rhythm.DAILY.value, digest_at=16 * 60)
    wish(BRUNO.person, mailed=[])
    for _ in range(3):
        story.ask()
    react(story.now)
    assert at(MONDAY + timedelta(hours=5, minutes=59)) == 0
    assert at(MONDAY + timedelta(hours=6)) == 1  # 16:00 in Warsaw
    [(_, mail)] = post.got
    plain = mail.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().count(str(story.thread)) == 4
    assert "4" in mail["Subject"]


def test_a_mail_that_was_held_up_waits_for_the_morning(story: Story, post: Post, at: At) -> None:
    post.close()
    react(MONDAY)
    at(LATER)
    post.open()
    night = datetime(2026, 11, 16, 22, 0, tzinfo=MONDAY.tzinfo)  # 23:00 in Warsaw
    assert at(night) == 0
    assert post.got == []
    assert at(night + timedelta(hours=8)) == 2


def test_who_has_left_or_has_no_account_any_more_gets_nothing(story: Story, post: Post, at: At) -> None:
    react(MONDAY)
    with everything():
        Member.objects.filter(person_id=ANNA.person).update(removed_at=MONDAY)
        Person.objects.filter(id=BRUNO.person).update(disabled_at=MONDAY)
    at(LATER)
    assert post.got == []
    assert states() == {"Anna": ["settled"], "Bruno": ["settled"]}


def test_a_wish_counts_from_now_on(story: Story, post: Post, at: At) -> None:
    react(MONDAY)
    wish(ANNA.person, mailed=[])
    at(LATER)
    assert post.receivers() == ["bruno"]


def _says(post: Post, answer: str, at_data: bool) -> None:
    if at_data:
        post.to_data = answer
    else:
        post.to_recipient = lambda _: answer
