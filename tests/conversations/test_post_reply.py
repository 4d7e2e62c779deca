"""Post a reply: the seller answers, the clock stops, and nothing is lost or doubled."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import psycopg
import pytest
from django.db import connection

from helpdesk.archive.database.backdating import backdating
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import receipt_key, verify
from helpdesk.archive.rules.receipts import is_valid
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.models import Message
from helpdesk.conversations.terms import Manner, Posted
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound, Refused
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER

ANSWER = "Yes, and please grease it thinly."


def reply(
    to: Ref,
    actor: Actor = ANNA,
    draft: str = ANSWER,
    key: str = "k",
    seen_n: int | None = None,
    manner: Manner | None = None,
) -> Posted:
    return conversations.post_reply(
        actor=actor,
        now=clock.now(),
        conversation=to,
        draft=draft,
        key=key,
        seen_n=seen_n,
        manner=manner,
    )


def test_an_answer_stops_the_clock(asked: Ref) -> None:
    posted = reply(asked)
    assert queries.inbox(actor=ANNA) == []
    with acting(EDDA):
        obligation = Obligation.objects.get()
    assert (obligation.verdict, obligation.answered_by) == ("met", posted.receipt.entry)
    assert obligation.answered_at == posted.receipt.at


def test_both_sides_read_the_same_record(asked: Ref) -> None:
    reply(asked)
    for actor in (ANNA, BRUNO, CLARA):
        thread = queries.thread(actor=actor, conversation=asked)
        assert [(message.author, message.text) for message in thread.messages][1] == ("Anna", ANSWER)


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_nothing(asked: Ref, stranger: Actor) -> None:
    with pytest.raises(NotFound):
        reply(asked, actor=stranger)
    with pytest.raises(NotFound):
        queries.thread(actor=stranger, conversation=asked)


@pytest.mark.parametrize("actor", [READER, CLARA])
def test_readers_and_buyers_do_not_reply(asked: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        reply(asked, actor=actor)


def test_a_later_question_opens_a_new_clock(asked: Ref) -> None:
    reply(asked)
    conversations.post_question(actor=CLARA, now=clock.now(), conversation=asked, draft="And now?", key="q2")
    (row,) = queries.inbox(actor=ANNA)
    assert row.preview == "And now?"


def test_the_same_request_again_is_answered_as_the_first_time(asked: Ref) -> None:
    first, again = reply(asked), reply(asked)
    assert again.replayed
    assert again.receipt == first.receipt
    with acting(EDDA):
        assert Message.objects.filter(side="seller").count() == 1


def test_the_same_key_with_another_text_is_refused(asked: Ref) -> None:
    reply(asked)
    with pytest.raises(KeyReused):
        reply(asked, draft="Something else")


def test_what_came_since_is_shown_before_sending(asked: Ref) -> None:
    with pytest.raises(Conflict) as refusal:
        reply(asked, seen_n=-1)
    assert refusal.value.params["last_n"] == 0
    assert reply(asked, seen_n=0).n == 1


@pytest.mark.parametrize("actor", [READER, CLARA, EDDA])
def test_whoever_may_not_write_is_not_told_what_is_new(asked: Ref, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        reply(asked, actor=actor, seen_n=-1)


def test_a_replay_is_answered_before_anything_else(asked: Ref) -> None:
    first = reply(asked, seen_n=0)
    assert reply(asked, seen_n=0).receipt == first.receipt


def test_the_receipt_proves_the_entry(asked: Ref) -> None:
    posted = reply(asked)
    assert is_valid(receipt=posted.receipt, public=receipt_key().public)
    assert posted.receipt.in_log_by - posted.receipt.at == timedelta(hours=24)


def test_a_refused_attempt_stays_backstage_once_and_leaves_the_key_free(asked: Ref) -> None:
    for draft in ("\u200b", "\u200b", "\u2060"):
        with pytest.raises(Refused):
            reply(asked, draft=draft)
    with acting(EDDA):
        attempts = Entry.objects.filter(kind="attempt.refused").order_by("n")
        assert [(attempt.audience, attempt.key) for attempt in attempts] == [
            (1, "refused/0/k"),
            (1, "refused/1/k"),
        ]
    with acting(CLARA):
        assert not Entry.objects.filter(kind="attempt.refused").exists()
    assert not reply(asked).replayed


def test_eight_writers_on_one_thread_follow_each_other(asked: Ref) -> None:
    start = Barrier(8)

    def write(writer: int) -> list[int]:
        start.wait()
        try:
            turns = [(f"{writer}.{turn}", f"Fits {'ABCDEFGH'[writer]}{'vwxyz'[turn]}.") for turn in range(5)]
            note = Manner.INTERIM  # the Buyer waits on, so no message needs a reason
            return [reply(asked, draft=draft, key=key, manner=note).n for key, draft in turns]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        numbers = sorted(n for mine in pool.map(write, range(8)) for n in mine)
    assert numbers == list(range(1, 41))
    assert not [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)]


def test_eight_equal_requests_at_once_are_one_message_and_eight_equal_answers(asked: Ref) -> None:
    start = Barrier(8)

    def write(_: int) -> Posted:
        start.wait()
        try:
            return reply(asked)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        posted = list(pool.map(write, range(8)))
    assert len({item.receipt for item in posted}) == 1
    assert [item.replayed for item in posted].count(False) == 1
    with acting(EDDA):
        assert Message.objects.filter(side="seller").count() == 1


def test_a_real_log_takes_no_past(asked: Ref) -> None:
    with pytest.raises(psycopg.Error, match="demo"), backdating():
        reply(asked)
