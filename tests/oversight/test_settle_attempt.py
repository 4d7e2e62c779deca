"""Settle a refused text: with the file open, once; a confirmed refusal was never sent and answers nothing."""

import json
from dataclasses import replace

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations.models import Attempt, Message
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.oversight import actions as oversight
from tests.cast import ANNA, CLARA, EDDA, FELIX, person
from tests.conversations.attempts import refused_question, refused_reply
from tests.oversight.samples import opened

IRIS = replace(EDDA, person=person("Iris"), name="Iris")


def test_nobody_settles_what_they_have_not_read(asked: Ref) -> None:
    attempt = refused_reply(asked)
    for settle in (oversight.release_attempt, oversight.confirm_attempt):
        with pytest.raises(Forbidden, match=r"oversight\.no_reading"):
            settle(actor=EDDA, now=clock.now(), attempt=attempt, key="k")
        with pytest.raises(Forbidden, match=r"oversight\.not_yours_to_judge"):
            settle(actor=FELIX, now=clock.now(), attempt=attempt, key="k")


def test_released_it_is_a_message(asked: Ref) -> None:
    attempt = refused_reply(asked)
    opened(asked)
    posted = oversight.release_attempt(actor=EDDA, now=clock.now(), attempt=attempt, key="k")
    with acting(SYSTEM):
        assert Message.objects.get(id=posted.receipt.entry).side == "seller"
        assert Attempt.objects.get().outcome == "released"


def test_a_confirmed_refusal_changes_no_clock(asked: Ref) -> None:
    attempt = refused_reply(asked)
    opened(asked)
    kept = oversight.confirm_attempt(actor=EDDA, now=clock.now(), attempt=attempt, key="k")
    with acting(SYSTEM):
        entry = Entry.objects.get(id=kept.receipt.entry)
        row = Attempt.objects.get()
        assert Obligation.objects.get().answered_at is None
    assert (row.outcome, row.settled_by, row.settled_at) == ("confirmed", entry.id, entry.at)
    assert json.loads(bytes(entry.leaf))["ref"] == [["settles", str(attempt.id)]]


def test_a_confirmation_lies_beside_the_attempt_out_of_the_others_sight(asked: Ref) -> None:
    opened(asked)
    for attempt, author, other in (
        (refused_reply(asked), ANNA, CLARA),
        (refused_question(asked), CLARA, ANNA),
    ):
        kept = oversight.confirm_attempt(actor=EDDA, now=clock.now(), attempt=attempt, key=str(attempt))
        for actor, sees in ((author, True), (other, False)):
            with acting(actor):
                assert Entry.objects.filter(id=kept.receipt.entry).exists() is sees


def test_once_and_for_all(asked: Ref) -> None:
    attempt = refused_reply(asked)
    for actor in (EDDA, IRIS):
        opened(asked, actor=actor)
    first = oversight.confirm_attempt(actor=EDDA, now=clock.now(), attempt=attempt, key="k")
    again = oversight.confirm_attempt(actor=EDDA, now=clock.now(), attempt=attempt, key="k")
    assert (again.replayed, again.receipt) == (True, first.receipt)
    for settle in (oversight.release_attempt, oversight.confirm_attempt):
        with pytest.raises(Conflict, match=r"attempt\.settled"):
            settle(actor=IRIS, now=clock.now(), attempt=attempt, key="k")


def test_the_record_stays_whole(asked: Ref) -> None:
    opened(asked)
    for key, attempt in (("1", refused_reply(asked)), ("2", refused_question(asked))):
        oversight.confirm_attempt(actor=EDDA, now=clock.now(), attempt=attempt, key=key)
    assert [fault for fault in verify(mirrors=MIRRORS) if isinstance(fault, Finding)] == []
