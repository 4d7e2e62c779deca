"""The buyer's conversations: what was last said, what waits, and the thread with its promise first."""

from datetime import timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, HANIA
from tests.portal.conftest import QUESTION, SignIn
from tests.portal.test_statements import statements
from tests.shops import Shops


def test_last_words_and_by_when(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(CLARA).get("/buyer/conversations").content.decode()
    assert QUESTION in page
    assert "Gasket 8 mm" in page
    assert "Answer by " in page
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes, it is.", key="a")
    page = sign_in(CLARA).get("/buyer/conversations").content.decode()
    assert "Yes, it is." in page
    assert "Answer by " not in page


def test_nobody_elses_are_here(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(HANIA).get("/buyer/conversations").content.decode()
    assert "No conversations yet" in page
    assert QUESTION not in page


def test_more_threads_cost_no_more_statements(sign_in: SignIn, asked: Ref, shops: Shops) -> None:
    clara = sign_in(CLARA)
    few = statements(clara, "/buyer/conversations")
    conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.dmitris_order, draft="When?", key="d"
    )
    conversations.ask_about_offer(actor=CLARA, now=clock.now(), offer=shops.offer, draft="Why?", key="o")
    assert len(statements(clara, "/buyer/conversations")) == len(few)


def test_the_list_goes_on_behind_its_last_row(asked: Ref, shops: Shops) -> None:
    conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.dmitris_order, draft="When?", key="d"
    )
    first, second = queries.buyer_list(actor=CLARA)
    (row,) = queries.buyer_list(actor=CLARA, limit=1)
    assert row == first
    place = (row.listed_at, row.conversation.id)
    assert queries.buyer_list(actor=CLARA, after=place) == [second]
    assert queries.buyer_list(actor=HANIA, after=place) == []
    assert queries.buyer_list(actor=ANNA) == []


def test_the_promise_stands_before_the_record_and_the_box_after(sign_in: SignIn, asked: Ref) -> None:
    page = sign_in(CLARA).get(f"/buyer/conversations/{asked}").content.decode()
    places = [page.index(words) for words in ("Answer by ", QUESTION, "<textarea")]
    assert places == sorted(places)
    assert "Being prepared for dispatch" in page


def test_an_answer_says_when_and_invites_to_write_again(sign_in: SignIn, asked: Ref) -> None:
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="a")
    page = sign_in(CLARA).get(f"/buyer/conversations/{asked}").content.decode()
    assert "Answered on " in page
    assert "Write again if something is still open" in page
    assert "Answer by " not in page


def test_a_late_answer_is_said_to_be_late(sign_in: SignIn, asked: Ref) -> None:
    now = clock.now()
    with acting(SYSTEM):
        Obligation.objects.filter(chain=asked.id).update(
            received_at=now - timedelta(days=8),
            opened_deadline=now - timedelta(days=4),
            deadline=now - timedelta(days=4),
        )
    clara = sign_in(CLARA)
    page = clara.get(f"/buyer/conversations/{asked}").content.decode()
    assert "The answer of Anna&#x27;s Espresso Parts is late." in page
    assert "The answer is late" in clara.get("/buyer/conversations").content.decode()
