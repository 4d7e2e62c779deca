"""Notices in the portal: the bell, the list, what is mailed, and the link that ends mails."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from helpdesk.archive.database.scope import everything
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications import queries
from helpdesk.notifications.models import Delivery, Notice, Usual, Wish
from helpdesk.notifications.terms import MAILED, Kind, Rhythm
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.attempts import refused_reply
from tests.notifications.told import react
from tests.portal.conftest import SignIn

CHOSEN = {
    "mailed": ["overdue", "due_50"],
    "rhythm": "daily",
    "digest_at": "06:30",
    "quiet": "on",
    "quiet_from": "22:15",
    "quiet_until": "06:00",
    "zone": "Europe/Lisbon",
}


def bell(client: Client, path: str) -> str:
    """What the bell of a page counts, as it stands there."""
    page = client.get(path).content.decode()
    found = re.search(r'<a class="bell".*?</a>', page)
    assert found is not None
    number = re.search(r'bell-count">([^<]*)<', found[0])
    return number[1] if number else ""


def notice_of(actor: Actor) -> Ref:
    return queries.notices_of(actor=actor)[0].id


def test_the_bell_counts_until_the_thread_is_opened(sign_in: SignIn, asked: Ref) -> None:
    react(clock.now())
    anna, bruno = sign_in(ANNA), sign_in(BRUNO)
    assert [bell(anna, "/seller/quality"), bell(anna, "/seller/inbox")] == ["1", "1"]
    assert bell(anna, f"/seller/conversations/{asked}") == ""
    assert [bell(anna, "/seller/quality"), bell(bruno, "/seller/quality")] == ["", "1"]
    assert bell(sign_in(CLARA), "/buyer/orders") == ""


def test_a_buyer_who_reads_the_answer_has_seen_its_notice(sign_in: SignIn, asked: Ref) -> None:
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="a")
    react(clock.now())
    clara = sign_in(CLARA)
    assert bell(clara, "/buyer/orders") == "1"
    clara.get(f"/buyer/conversations/{asked}")
    assert bell(clara, "/buyer/orders") == ""
    with everything():
        assert Notice.objects.get(person_id=CLARA.person).read_at is not None


def test_strangers_and_error_pages_have_no_bell(sign_in: SignIn, asked: Ref) -> None:
    react(clock.now())
    assert b'class="bell"' not in Client().get("/sign-in").content
    assert b'class="bell"' not in sign_in(ANNA).get("/seller/no-such-page").content


def test_the_list_leads_to_the_thread_and_says_nothing_of_the_words(sign_in: SignIn, asked: Ref) -> None:
    react(clock.now())
    anna = sign_in(ANNA)
    page = anna.get("/seller/notices").content.decode()
    notice = notice_of(ANNA)
    assert f"/seller/notices/{notice}" in page
    assert "A-1001" in page
    assert "gasket the right one" not in page
    answer = anna.get(f"/seller/notices/{notice}")
    assert (answer.status_code, answer["Location"]) == (302, f"/seller/conversations/{asked}")
    assert bell(anna, "/seller/notices") == ""
    assert "row-calls" not in anna.get("/seller/notices").content.decode()


@pytest.mark.parametrize("actor", [BRUNO, DMITRI])
def test_a_strangers_notice_is_not_there(sign_in: SignIn, asked: Ref, actor: Actor) -> None:
    react(clock.now())
    assert sign_in(actor).get(f"/seller/notices/{notice_of(ANNA)}").status_code == 404
    assert sign_in(CLARA).get(f"/buyer/notices/{notice_of(ANNA)}").status_code == 404
    assert queries.unread_count(actor=ANNA) == 1


def test_all_are_marked_at_once(sign_in: SignIn, asked: Ref) -> None:
    react(clock.now())
    anna = sign_in(ANNA)
    assert anna.post("/seller/notices/read-marks")["Location"] == "/seller/notices"
    assert (queries.unread_count(actor=ANNA), queries.unread_count(actor=BRUNO)) == (0, 1)


def test_a_long_list_goes_on(sign_in: SignIn, asked: Ref) -> None:
    now = clock.now()
    with everything():
        react(now)
        row = Notice.objects.get(person_id=ANNA.person)
        for n in range(31):
            row.id, row.subject_id = clara_like(n), clara_like(n)
            row.at = now - timedelta(minutes=n + 1)
            row.save(force_insert=True)
    anna = sign_in(ANNA)
    first = anna.get("/seller/notices")
    assert first.content.decode().count("row-notice") == 30
    more = re.search(r'\?after=[^"]+', first.content.decode())
    assert more is not None
    assert anna.get(f"/seller/notices{more[0]}").content.decode().count("row-notice") == 2
    assert anna.get("/seller/notices?after=x").status_code == 400


def clara_like(n: int) -> UUID:
    return UUID(int=CLARA.person.int ^ (n + 1))


def test_reviewers_come_to_what_waits(sign_in: SignIn, asked: Ref) -> None:
    attempt = refused_reply(asked)
    conversations.ask_for_check(actor=ANNA, now=clock.now(), attempt=attempt, key="c")
    react(clock.now())
    edda = sign_in(EDDA)
    assert bell(edda, "/administrator/records") == "1"
    page = edda.get("/administrator/notices").content.decode()
    assert "A message waits for a reviewer." in page
    assert "A-1001" not in page
    answer = edda.get(f"/administrator/notices/{notice_of(EDDA)}")
    assert answer["Location"] == f"/administrator/reviews/{attempt}"


def test_what_is_mailed_is_chosen_and_shown_again(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    before = anna.get("/seller/notices/wishes").content.decode()
    assert before.count(" checked") == len(MAILED[Side.SELLER]) + 2  # at once, quiet hours
    answer = anna.post("/seller/notices/wishes", CHOSEN)
    assert answer["Location"] == "/seller/notices/wishes?saved=1"
    found = queries.reader(actor=ANNA)
    assert found is not None
    assert found.wishes.mailed == {Kind.OVERDUE, Kind.DUE_50}
    assert (found.wishes.rhythm, found.wishes.zone) == (Rhythm.DAILY, "Europe/Lisbon")
    assert (found.wishes.digest_at, found.wishes.quiet_from, found.wishes.quiet_until) == (390, 1335, 360)
    page = anna.get("/seller/notices/wishes").content.decode()
    for shown in ('value="22:15"', 'value="06:30"', '<option translate="no" selected>Europe/Lisbon'):
        assert shown in page


def test_without_quiet_hours_none_are_kept(sign_in: SignIn) -> None:
    clara = sign_in(CLARA)
    clara.post("/buyer/notices/wishes", {**CHOSEN, "mailed": [], "quiet": []})
    found = queries.reader(actor=CLARA)
    assert found is not None
    assert (found.wishes.quiet_from, found.wishes.quiet_until, found.wishes.mailed) == (0, 0, frozenset())


@pytest.mark.parametrize(
    "wrong", [{"zone": "Mars/Base"}, {"digest_at": "25:00"}, {"quiet_from": "x"}, {"rhythm": "never"}]
)
def test_what_no_clock_shows_is_said_and_not_kept(sign_in: SignIn, wrong: dict[str, str]) -> None:
    answer = sign_in(ANNA).post("/seller/notices/wishes", {**CHOSEN, **wrong})
    assert answer.status_code == 400
    assert b'role="alert"' in answer.content
    with everything():
        assert not Wish.objects.exists()


def test_owners_choose_for_colleagues_and_others_do_not(sign_in: SignIn) -> None:
    assert sign_in(BRUNO).get("/seller/notices/usual").status_code == 403
    assert sign_in(BRUNO).post("/seller/notices/usual", CHOSEN).status_code == 403
    assert sign_in(ANNA).post("/seller/notices/usual", CHOSEN).status_code == 302
    assert b"22:15" in sign_in(BRUNO).get("/seller/notices/wishes").content
    with everything():
        assert Usual.objects.count() == 1


def test_lost_mails_are_shown_to_whom_they_were_for_and_to_the_operator(sign_in: SignIn, asked: Ref) -> None:
    react(clock.now())
    lose(ANNA)
    for path in ("/seller/notices", "/seller/notices/wishes"):
        assert b"(550)" in sign_in(ANNA).get(path).content
    assert b"(550)" not in sign_in(DMITRI).get("/seller/notices").content
    page = sign_in(EDDA).get("/administrator/mails").content.decode()
    assert "Anna" in page
    assert "550" in page
    assert "A-1001" not in page


def lose(actor: Actor) -> None:
    with everything():
        Delivery.objects.update_or_create(
            notice_id=Notice.objects.get(person_id=actor.person).id,
            defaults={
                "seller_id": actor.seller_id or 0,
                "id": actor.person,
                "person_id": actor.person,
                "audience": 1,
                "channel": "mail",
                "due_at": clock.now(),
                "state": "bounced",
                "answer": "550",
                "next_at": None,
                "done_at": clock.now(),
            },
        )


def test_looking_at_the_link_of_a_mail_changes_nothing_and_its_button_ends_mails(sign_in: SignIn) -> None:
    path = f"/notices/stop/{queries.stop_word(person=HANIA.person)}"
    mail_program = Client(enforce_csrf_checks=True)
    assert mail_program.get(path).status_code == 200
    with everything():
        assert not Wish.objects.exists()
    for _ in range(2):
        answer = mail_program.post(path, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
    with everything():
        assert Wish.objects.get().mailed == []
    page = sign_in(HANIA).get("/buyer/notices/wishes").content.decode()
    assert 'name="mailed" value="message">' in page


@pytest.mark.parametrize("word", ["x", "0" * 32 + ":x", "a" * 3000])
def test_a_word_that_is_not_ours_ends_nobodys_mails(sign_in: SignIn, word: str) -> None:
    for ask in (Client().get, Client().post):
        assert ask(f"/notices/stop/{word}").status_code == 404
    with everything():
        assert not Wish.objects.exists()
