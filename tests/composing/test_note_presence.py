"""Colleagues see where one reads or answers; nobody else does."""

import json
from datetime import timedelta

import psycopg
import pytest
from django.db import connections

from helpdesk.archive.database.scope import acting
from helpdesk.composing import actions
from helpdesk.composing.models import Place
from helpdesk.composing.queries import composing
from helpdesk.composing.terms import CHANNEL, PRESENT_FOR, Doing
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA
from tests.shops import Shops


def test_colleagues_see_it_and_strangers_do_not(asked: Ref) -> None:
    now = clock.now()
    actions.note_presence(actor=BRUNO, now=now, conversation=asked, doing=Doing.ANSWERING)
    seen = composing(actor=ANNA, now=now).present[asked.id]
    assert [(one.name, one.doing) for one in seen] == [("Bruno", Doing.ANSWERING)]
    assert not composing(actor=BRUNO, now=now).present, "nobody is told of themselves"
    assert not composing(actor=DMITRI, now=now).present
    assert not composing(actor=CLARA, now=now, conversation=asked).present


def test_it_ends_by_itself_and_by_leaving(asked: Ref) -> None:
    now = clock.now()
    actions.note_presence(actor=BRUNO, now=now, conversation=asked, doing=Doing.READING)
    assert not composing(actor=ANNA, now=now + PRESENT_FOR).present
    actions.note_presence(actor=BRUNO, now=now, conversation=asked, doing=Doing.GONE)
    assert not composing(actor=ANNA, now=now).present


def test_leaving_keeps_the_draft(asked: Ref) -> None:
    now = clock.now()
    actions.keep_draft(actor=BRUNO, now=now, conversation=asked, text="Half an answer")
    actions.note_presence(actor=BRUNO, now=now, conversation=asked, doing=Doing.GONE)
    assert composing(actor=BRUNO, now=now, conversation=asked).draft == "Half an answer"


def test_a_place_that_was_left_an_hour_ago_goes_with_the_next_step(asked: Ref, shops: Shops) -> None:
    other = conversations.ask_about_order(
        actor=HANIA,
        now=clock.now(),
        order=shops.hanias_order,
        draft="And mine?",
        key="h",
    ).conversation
    now = clock.now()
    actions.note_presence(actor=BRUNO, now=now, conversation=asked, doing=Doing.READING)
    actions.note_presence(actor=BRUNO, now=now + timedelta(hours=2), conversation=other, doing=Doing.READING)
    with acting(BRUNO):
        assert [row.conversation_id for row in Place.objects.all()] == [other.id]


def test_buyers_the_operator_and_strangers_are_seen_nowhere(asked: Ref) -> None:
    for actor in (CLARA, EDDA):
        with pytest.raises(Forbidden):
            actions.note_presence(actor=actor, now=clock.now(), conversation=asked, doing=Doing.READING)
    with pytest.raises(NotFound):
        actions.note_presence(actor=DMITRI, now=clock.now(), conversation=asked, doing=Doing.READING)


def test_whoever_listens_is_told_once_and_no_word_of_the_draft(asked: Ref) -> None:
    parameters = connections["default"].get_connection_params() | {"autocommit": True}
    with psycopg.connect(**parameters) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        actions.keep_draft(actor=BRUNO, now=clock.now(), conversation=asked, text="Secret")
        actions.keep_draft(actor=CLARA, now=clock.now(), conversation=asked, text="Secret")
        heard = list(listener.notifies(timeout=1, stop_after=2))
    assert [json.loads(one.payload)["doing"] for one in heard] == ["answering"]
    assert "Secret" not in heard[0].payload


def test_a_draft_that_is_kept_on_leaving_says_that_nobody_writes(asked: Ref) -> None:
    """It may be heard after the page said that its reader has gone."""
    now = clock.now()
    actions.note_presence(actor=BRUNO, now=now, conversation=asked, doing=Doing.GONE)
    actions.keep_draft(actor=BRUNO, now=now, conversation=asked, text="Half a sentence", leaving=True)
    assert not composing(actor=ANNA, now=now).present
    assert composing(actor=BRUNO, now=now, conversation=asked).draft == "Half a sentence"
