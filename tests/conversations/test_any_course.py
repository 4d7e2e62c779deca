"""Any course that a thread may take: whatever both sides do, in whatever order, these things stay true."""

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Message
from helpdesk.conversations.terms import HowAnswered, Manner
from helpdesk.deadlines.models import Obligation, Promise, Waiver
from helpdesk.deadlines.terms import LEAST_LEFT_US, MAX_REOPENINGS, Cause, WaiverReason
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Invalid
from helpdesk.workdays.known import calendar_named
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA
from tests.conversations.clocks import MONDAY, findings
from tests.past import any_present
from tests.shops import Shops, order

STEPS = (
    "question",
    "thanks",
    "reply",
    "stood by",
    "interim",
    "automatic",
    "promise",
    "mark",
    "object",
    "insist",
    "reopen",
    "reopen the first",
)
WAITS = st.sampled_from([timedelta(minutes=1), timedelta(hours=5), timedelta(hours=20), timedelta(days=3)])
COURSES = st.lists(st.tuples(st.sampled_from(STEPS), WAITS), min_size=3, max_size=14)
WARSAW = calendar_named(code="PL", zone="Europe/Warsaw")


class Course:
    """One thread; a step that the rules refuse changes nothing."""

    def __init__(self, number: int) -> None:
        self.now, self.turn = MONDAY, 0
        sale = order(ANNAS_SHOP, f"C-{number}", CLARA, "de")
        posted = conversations.ask_about_order(
            actor=CLARA, now=self.now, order=sale, draft="Is it 8 mm?", key=f"course {number}"
        )
        self.thread: Ref = posted.conversation
        self.closers: set[UUID] = set()  # entries that may stop a clock
        self.answers: list[int] = []
        self.last_courtesy = 0

    def take(self, step: str, wait: timedelta) -> None:
        """One step, so long after the one before it."""
        self.now += wait
        self.turn += 1
        with suppress(Conflict, Invalid):
            self._take(step)

    def _take(self, step: str) -> None:
        place = {"now": self.now, "conversation": self.thread, "key": f"{self.thread} {self.turn}"}
        if step in ("question", "thanks"):
            draft = "And does it fit?" if step == "question" else "Thank you very much!"
            n = conversations.post_question(actor=CLARA, draft=draft, **place).n  # type: ignore[arg-type]
            self.last_courtesy = n if step == "thanks" else self.last_courtesy
        elif step == "mark":
            marked = conversations.waive_reply(actor=ANNA, reason=WaiverReason.DUPLICATE, **place)  # type: ignore[arg-type]
            self.closers.add(marked.receipt.entry)
        elif step == "object":
            conversations.object_to_waiver(actor=CLARA, **place)  # type: ignore[arg-type]
        elif step == "insist":
            conversations.insist(actor=CLARA, n=self.last_courtesy, **place)  # type: ignore[arg-type]
        elif step.startswith("reopen") and self.answers:
            n = self.answers[0 if step.endswith("first") else -1]
            conversations.reopen_answer(actor=CLARA, n=n, how=HowAnswered.NO, **place)  # type: ignore[arg-type]
        elif not step.startswith("reopen"):
            self._reply(step, place)

    def _reply(self, step: str, place: dict[str, object]) -> None:
        manner = {"stood by": Manner.FULL, "interim": Manner.INTERIM, "automatic": Manner.AUTOMATIC}.get(step)
        draft = "Yes, 8 mm." if step == "reply" else "We will get back to you."
        promise: date | None = (self.now + timedelta(days=4)).date() if step == "promise" else None
        posted = conversations.post_reply(
            actor=ANNA,
            draft=draft,
            manner=manner,
            promise_on=promise,
            **place,  # type: ignore[arg-type]
        )
        if manner in (None, Manner.FULL):
            self.closers.add(posted.receipt.entry)
            self.answers.append(posted.n)

    def check(self) -> None:
        """What is true of every thread after every step."""
        with acting(EDDA):
            found = list(Obligation.objects.filter(chain=self.thread.id).order_by("received_at"))
            promises = list(Promise.objects.filter(chain=self.thread.id))
            marks = list(Waiver.objects.filter(chain=self.thread.id))
            first = Message.objects.get(conversation_id=self.thread.id, n=0).id
        assert sum(row.answered_at is None for row in found) <= 1
        assert {row.answered_by for row in found} - {None} <= self.closers
        reopened = Counter(row.question_id for row in found if row.cause == Cause.REOPENED)
        assert max(reopened.values(), default=0) <= MAX_REOPENINGS
        assert len({row.question_id for row in promises}) == len(promises)
        causes = {row.id: row.cause for row in found}
        assert all(causes[mark.obligation_id] == Cause.MESSAGE for mark in marks)
        assert first not in {mark.obligation_id for mark in marks}
        for row in found:
            given_ = WARSAW.counted(start=to_us(row.received_at), end=to_us(row.deadline))
            assert given_ == row.budget_us
            assert row.budget_us >= LEAST_LEFT_US
            is_past = row.answered_at is not None and row.answered_at > row.deadline
            assert (row.verdict == "late") == is_past  # so a mark is never late
            assert (row.next_at is None) == (row.answered_at is not None)


@pytest.fixture
def past(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    """Instants of the test's choice."""
    any_present(monkeypatch)


@pytest.mark.usefixtures("past")
@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(course=COURSES)
def test_any_course(course: list[tuple[str, timedelta]]) -> None:
    _told.append(len(_told))
    thread = Course(len(_told))
    for step, wait in course:
        thread.take(step, wait)
        thread.check()


_told: list[int] = []


@pytest.mark.usefixtures("past")
def test_the_long_way_round_fits_the_record() -> None:
    thread, hour = Course(0), timedelta(hours=1)
    steps = ("reply", "thanks", "insist", "interim", "reply", "question", "mark", "object", "stood by")
    for step in (*steps, "reopen", "promise", "reply", "reopen", "reply", "reopen", "question", "automatic"):
        thread.take(step, hour)
        thread.check()
    assert findings() == []
    with acting(EDDA):
        causes = Obligation.objects.order_by("received_at").values_list("cause", flat=True)
        assert [*causes] == [
            "message",
            "insisted",
            "message",
            "objection",
            "reopened",
            "reopened",
            "message",
        ]
