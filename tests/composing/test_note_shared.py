"""Colleagues' open pages hear that how a thread is shared has changed; nothing else does."""

import json

import psycopg
import pytest
from django.db import connections

from helpdesk.composing import actions
from helpdesk.composing.terms import CHANNEL, SHARED
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.portal.live import frames
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA


def test_colleagues_hear_where_and_nobody_hears_who(asked: Ref) -> None:
    parameters = connections["default"].get_connection_params() | {"autocommit": True}
    with psycopg.connect(**parameters) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        actions.note_shared(actor=BRUNO, now=clock.now(), conversation=asked)
        [heard] = listener.notifies(timeout=1, stop_after=1)
    hint = json.loads(heard.payload)
    told = [one.name for one in (ANNA, BRUNO, CLARA, DMITRI, EDDA) if frames.is_hinted(actor=one, hint=hint)]
    assert told == ["Anna"]
    said = frames.hint_frame(hint=hint).decode()
    assert json.loads(said.split("data: ")[1]) == {"conversation": str(asked), "doing": SHARED}


def test_buyers_the_operator_and_strangers_share_nothing(asked: Ref) -> None:
    for actor in (CLARA, EDDA):
        with pytest.raises(Forbidden):
            actions.note_shared(actor=actor, now=clock.now(), conversation=asked)
    with pytest.raises(NotFound):
        actions.note_shared(actor=DMITRI, now=clock.now(), conversation=asked)
