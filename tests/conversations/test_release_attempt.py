"""Release a refused text: it counts as sent when it first came, and a miss booked meanwhile is taken back."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.models import Attempt, Message
from helpdesk.conversations.terms import Manner
from helpdesk.deadlines.models import Obligation, Promise
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound
from tests.cast import ANNA, BRUNO, CLARA, EDDA, FELIX, person
from tests.conversations.attempts import FINE, refused_question, refused_reply, release

IRIS = replace(EDDA, person=person("Iris"), name="Iris")


def obligation(number: int = 0) -> Obligation:
    with acting(SYSTEM):
        return Obligation.objects.order_by("received_at")[number]


def leaf(id: UUID) -> dict[str, object]:
    with acting(SYSTEM):
        found: dict[str, object] = json.loads(bytes(Entry.objects.get(id=id).leaf))
    return found


def faults() -> list[Finding]:
    return [fault for fault in verify(mirrors=MIRRORS) if isinstance(fault, Finding)]


def due(at: datetime) -> None:
    """As if the question had been due at that instant. The deadline alone; nobody booked a miss."""
    with acting(SYSTEM):
        Obligation.objects.update(
            received_at=at - timedelta(days=2), opened_deadline=at, deadline=at, overdue_by=None
        )


def booked() -> None:
    with acting(SYSTEM):
        Obligation.objects.update(overdue_by=uuid7(), overdue_at=clock.now())


def test_it_is_its_authors_words(asked: Ref) -> None:
    posted = release(refused_reply(asked, actor=BRUNO))
    for actor in (ANNA, CLARA):
        last = queries.thread(actor=actor, conversation=asked).messages[-1]
        assert (last.side, last.author, last.text, last.language) == ("seller", "Bruno", FINE, "pl")
        assert (last.n, last.id) == (posted.n, posted.receipt.entry)


def test_who_released_it_is_committed_beside_its_author(asked: Ref) -> None:
    attempt = refused_reply(asked)
    posted = release(attempt)
    with acting(EDDA):
        hand = Value.objects.get(entry_id=posted.receipt.entry, name="released_by")
        at = clock.to_us(Attempt.objects.get().at)
    assert json.loads(bytes(hand.value)) == {"name": "Edda", "person": str(EDDA.person)}
    said = leaf(posted.receipt.entry)
    assert said["f"]["submitted"] == at  # type: ignore[index]
    assert ["settles", str(attempt.id)] in said["ref"]  # type: ignore[operator]


def test_an_open_question_is_answered_when_the_text_first_came(asked: Ref) -> None:
    attempt = refused_reply(asked)
    due(clock.now())  # it passes between the refusal and the release
    posted = release(attempt)
    closed = obligation()
    assert (closed.verdict, closed.answered_by) == ("met", posted.receipt.entry)
    assert closed.answered_at == posted.receipt.at > closed.deadline


def test_a_miss_booked_meanwhile_is_taken_back(asked: Ref) -> None:
    attempt = refused_reply(asked)
    due(clock.now())
    booked()
    posted = release(attempt)
    assert obligation().voided_by == posted.receipt.entry
    assert ["voids", str(obligation().overdue_by)] in leaf(posted.receipt.entry)["ref"]  # type: ignore[operator]


def test_what_came_late_stays_late(asked: Ref) -> None:
    due(clock.now())
    booked()
    release(refused_reply(asked))
    assert (obligation().verdict, obligation().voided_by) == ("late", None)


def test_a_late_answer_by_another_message_is_corrected(asked: Ref) -> None:
    attempt = refused_reply(asked)
    due(clock.now())
    booked()
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="late")
    assert obligation().verdict == "late"
    posted = release(attempt)
    closed = obligation()
    assert (closed.verdict, closed.corrected_verdict, closed.corrected_by) == (
        "late",
        "met",
        posted.receipt.entry,
    )
    assert closed.voided_by == posted.receipt.entry
    assert leaf(posted.receipt.entry)["f"]["corrected"] == "met"  # type: ignore[index]


def test_an_answer_in_time_needs_no_correction(asked: Ref) -> None:
    attempt = refused_reply(asked)
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="in time")
    release(attempt)
    assert (obligation().verdict, obligation().corrected_by) == ("met", None)


def test_a_question_asked_since_stays_open(asked: Ref) -> None:
    attempt = refused_reply(asked)
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="first")
    conversations.post_question(actor=CLARA, now=clock.now(), conversation=asked, draft="And?", key="q2")
    release(attempt)
    assert obligation(1).answered_at is None


def test_a_note_that_left_the_clock_running_leaves_it_running(asked: Ref) -> None:
    attempt = refused_reply(asked, manner=Manner.INTERIM)
    release(attempt)
    assert obligation().answered_at is None
    with acting(EDDA):
        assert Message.objects.latest("at").manner == "interim"


def test_a_promise_that_it_kept_is_kept(asked: Ref) -> None:
    conversations.post_reply(
        actor=ANNA,
        now=clock.now(),
        conversation=asked,
        draft="I measure it and write to you.",
        key="p",
        promise_on=(clock.now() + timedelta(days=5)).date(),
    )
    posted = release(refused_reply(asked))
    with acting(EDDA):
        promise = Promise.objects.get()
    assert (promise.kept_by, promise.verdict) == (posted.receipt.entry, "met")


def test_a_question_is_received_when_it_is_released(asked: Ref) -> None:
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="r")
    attempt = refused_question(asked)
    posted = release(attempt)
    opened = obligation(1)
    assert (opened.id, opened.received_at) == (posted.receipt.entry, posted.receipt.at)
    with acting(EDDA):
        first = Attempt.objects.get().at
    assert leaf(opened.id)["f"]["submitted"] == clock.to_us(first) < clock.to_us(opened.received_at)  # type: ignore[index]


def test_the_record_stays_whole(asked: Ref) -> None:
    release(refused_reply(asked), key="1")
    release(refused_question(asked), key="2")
    refused_reply(asked, key="again")
    assert faults() == []


def test_the_same_request_again_is_the_same_message(asked: Ref) -> None:
    attempt = refused_reply(asked)
    first, again = release(attempt), release(attempt)
    assert (again.replayed, again.receipt, again.n) == (True, first.receipt, first.n)
    with acting(EDDA):
        assert Message.objects.filter(side="seller").count() == 1


def test_nobody_releases_twice(asked: Ref) -> None:
    attempt = refused_reply(asked)
    release(attempt)
    for actor, key in ((EDDA, "other"), (IRIS, "k")):
        with pytest.raises(Conflict, match=r"attempt\.settled"):
            release(attempt, actor=actor, key=key)


def test_a_key_stands_for_one_attempt(asked: Ref) -> None:
    first, second = refused_reply(asked, key="1"), refused_reply(asked, key="2")
    release(first)
    with pytest.raises(KeyReused):
        release(second)
    with acting(EDDA):
        assert Attempt.objects.filter(settled_by=None).count() == 1


def test_reviewers_release_and_nobody_else(asked: Ref) -> None:
    attempt = refused_reply(asked)
    for actor in (ANNA, CLARA, FELIX, replace(EDDA, roles=frozenset({Role.SUPPORT}))):
        with pytest.raises(Forbidden, match=r"attempt\.not_yours"):
            release(attempt, actor=actor)
    with pytest.raises(NotFound):
        release(Ref(attempt.seller_id, uuid7()))


def test_each_side_sees_its_own_attempts_only(asked: Ref) -> None:
    refused_reply(asked)
    refused_question(asked)
    for actor, side in ((ANNA, "seller"), (CLARA, "buyer")):
        with acting(actor):
            assert [row.side for row in Attempt.objects.all()] == [side]
