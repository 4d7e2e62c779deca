"""Waive a reply: the seller marks a question as needing none; the clock stops, and the mark is on record."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import msgspec
import pytest
from django.db import connection, connections

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import HowAnswered, Manner, Posted
from helpdesk.deadlines.models import Obligation, Sample, Waiver
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.clocks import HOUR, Story, findings, obligations, open_obligation


def waive(
    story: Story,
    actor: Actor = ANNA,
    reason: WaiverReason = WaiverReason.DUPLICATE,
    key: str = "mark",
    seen_n: int | None = None,
) -> Posted:
    return conversations.waive_reply(
        actor=actor, now=story.later(), conversation=story.thread, reason=reason, key=key, seen_n=seen_n
    )


def refused(story: Story) -> str:
    with pytest.raises(Conflict) as refusal:
        waive(story)
    return refusal.value.code


@pytest.mark.parametrize("actor", [ANNA, BRUNO])
def test_the_mark_stops_the_clock_and_says_what_was_left(story: Story, actor: Actor) -> None:
    story.asked_again()
    posted = waive(story, actor)
    closed = obligations()[-1]
    assert (closed.verdict, closed.answered_by, closed.next_at) == ("waived", posted.receipt.entry, None)
    with acting(CLARA):
        mark = Waiver.objects.get()
    assert (mark.obligation_id, mark.reason, mark.objected_by) == (closed.id, "duplicate", None)
    assert mark.left_us == to_us(closed.deadline) - to_us(story.now)  # no day off between
    assert queries.inbox(actor=ANNA) == []


def test_the_buyer_may_object_for_five_business_days(story: Story) -> None:
    waive(story.asked_again())
    with acting(CLARA):
        until = Waiver.objects.get().objection_until
    assert until.isoformat() == "2026-11-23T23:00:00+00:00"  # Monday's end in Warsaw; the mark is a Monday's


def test_the_leaf_says_all_that_the_rows_repeat(story: Story) -> None:
    posted = waive(story.asked_again())
    with acting(EDDA):
        leaf = msgspec.json.decode(bytes(Entry.objects.get(id=posted.receipt.entry).leaf))
    closed = obligations()[-1]
    assert leaf["t"] == "reply.waived"
    assert leaf["ref"] == [["answers", str(closed.id)]]
    assert leaf["f"].keys() == {
        "answered_deadline",
        "answered_received",
        "answered_version",
        "counted",
        "left",
        "objection_until",
        "reason",
        "verdict",
    }
    assert leaf["f"]["counted"] + leaf["f"]["left"] == closed.budget_us
    assert findings() == []


def test_the_thread_waits_for_nobody_and_nothing_was_said_in_it(story: Story) -> None:
    waive(story.asked_again())
    thread = queries.thread(actor=CLARA, conversation=story.thread)
    assert (thread.obligation, thread.last_n, len(thread.messages)) == (None, 2, 3)
    (row,) = queries.quiet_threads(actor=ANNA)
    assert row.last_side == "buyer"


def test_the_next_question_starts_a_clock_of_its_own(story: Story) -> None:
    waive(story.asked_again())
    story.ask("And the lever?")
    assert queries.thread(actor=CLARA, conversation=story.thread).last_n == 4  # the mark has its place, too
    assert open_obligation() is not None
    assert findings() == []


def test_a_first_message_always_gets_an_answer(story: Story) -> None:
    assert refused(story) == "waiver.first"


def test_a_later_run_of_messages_may_be_marked_as_one(story: Story) -> None:
    story.asked_again().ask("Hello?")
    waive(story)
    assert open_obligation() is None


def test_where_nobody_waits_there_is_nothing_to_mark(story: Story) -> None:
    story.reply()
    assert refused(story) == "waiver.nothing_open"


def test_a_mark_comes_before_the_deadline(story: Story) -> None:
    story.asked_again()
    story.later(24 * HOUR - timedelta(minutes=1))
    waive(story)
    assert story.now == obligations()[-1].deadline  # the last instant of all


def test_after_the_deadline_only_an_answer_counts(story: Story) -> None:
    story.asked_again()
    story.later(24 * HOUR)
    assert refused(story) == "waiver.late"
    assert open_obligation() is not None


def test_who_insisted_gets_an_answer(story: Story) -> None:
    story.reply()
    n = story.ask("Thank you very much!").n
    conversations.insist(actor=CLARA, now=story.later(), conversation=story.thread, n=n, key="tap")
    assert refused(story) == "waiver.asked_again"


def test_who_was_not_answered_gets_an_answer(story: Story) -> None:
    n = story.reply().n
    conversations.reopen_answer(
        actor=CLARA, now=story.later(), conversation=story.thread, n=n, how=HowAnswered.NO, key="tap"
    )
    assert refused(story) == "waiver.asked_again"


def test_who_objected_gets_an_answer(story: Story) -> None:
    waive(story.asked_again())
    conversations.object_to_waiver(actor=CLARA, now=story.later(), conversation=story.thread, key="no")
    with pytest.raises(Conflict, match=r"waiver\.asked_again"):
        waive(story, key="again")


def test_an_interim_note_leaves_the_question_to_be_marked(story: Story) -> None:
    story.asked_again().reply("We are checking.", manner=Manner.INTERIM)
    waive(story)
    assert open_obligation() is None


def test_what_came_since_is_read_first(story: Story) -> None:
    n = story.asked_again().ask("Hello?").n
    with pytest.raises(Conflict) as refusal:
        waive(story, seen_n=n - 1)
    assert (refusal.value.code, refusal.value.params["last_n"]) == ("conversation.moved", n)
    waive(story, seen_n=n)


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_nothing(story: Story, stranger: Actor) -> None:
    with pytest.raises(NotFound):
        waive(story.asked_again(), stranger)


@pytest.mark.parametrize("actor", [READER, CLARA, EDDA])
def test_others_do_not_mark(story: Story, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        waive(story.asked_again(), actor)
    assert open_obligation() is not None


def test_the_same_request_again_is_answered_as_the_first_time(story: Story) -> None:
    story.asked_again()
    first, again = waive(story), waive(story)
    assert again.replayed
    assert (again.n, again.receipt) == (first.n, first.receipt)
    with acting(EDDA):
        assert Waiver.objects.count() == 1


def test_a_key_stands_for_one_mark(story: Story) -> None:
    waive(story.asked_again())
    with pytest.raises(KeyReused):
        waive(story, reason=WaiverReason.COURTESY)
    with pytest.raises(KeyReused):
        conversations.post_reply(
            actor=ANNA, now=story.later(), conversation=story.thread, draft="Yes.", key="mark"
        )


def marks(story: Story, asked: int, marked: int) -> int:
    """Samples drawn after so many questions, the last of them marked."""
    story.reply()
    for turn in range(asked - 1):  # the thread's first question is one of them
        story.ask(f"And number {turn}?")
        if turn < asked - 1 - marked:
            story.reply()
        else:
            waive(story, key=f"mark {turn}")
    with acting(EDDA):
        assert Obligation.objects.count() == asked
        return Sample.objects.filter(kind="waiver", audience=1).count()


@pytest.mark.parametrize(("asked", "marked", "sampled"), [(19, 6, 0), (20, 4, 0), (20, 5, 1), (24, 6, 2)])
def test_who_marks_over_a_fifth_is_looked_at(story: Story, asked: int, marked: int, sampled: int) -> None:
    assert marks(story, asked, marked) == sampled
    with acting(EDDA):
        for sample in Sample.objects.all():
            assert Waiver.objects.get(id=sample.subject_id).obligation_id == sample.obligation_id
    assert findings() == []


def test_a_sample_that_is_gone_before_anybody_judged_it_is_missed(story: Story) -> None:
    assert marks(story, 20, 5) == 1
    with acting(EDDA):
        sample = Sample.objects.get()
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM deadlines_sample")
    [finding] = findings()
    assert (finding.code, str(sample.subject_id) in finding.row) == ("row.missing", True)


def test_marks_of_last_quarter_count_no_more(story: Story) -> None:
    marks(story, 19, 6)
    story.later(timedelta(days=91))
    story.ask("Anything new?")
    waive(story)
    with acting(EDDA):
        assert not Sample.objects.exists()


def test_a_mark_and_a_reply_at_once_close_the_question_once(story: Story) -> None:
    """Whoever comes second finds it closed: no question has two ends, and nobody waits for ever."""
    for turn in range(6):
        story.asked_again() if turn == 0 else story.ask(f"And number {turn}?")
        start, at = Barrier(2), story.later()

        def act(deed: Callable[[], Posted], start: Barrier = start) -> str:
            start.wait()
            try:
                deed()
            except Conflict as refusal:
                return refusal.code
            finally:
                connection.close()
            return "done"

        marking = partial(
            conversations.waive_reply,
            actor=BRUNO,
            now=at,
            conversation=story.thread,
            reason=WaiverReason.ANSWERED,
            key=story.key(),
        )
        replying = partial(
            conversations.post_reply,
            actor=ANNA,
            now=at,
            conversation=story.thread,
            draft="Yes, it does.",
            key=story.key(),
        )
        with ThreadPoolExecutor(2) as pool:
            marked, replied = pool.map(act, (marking, replying))
        assert replied == "done"  # a reply is always welcome
        closed = obligations()[-1]
        assert (marked, closed.verdict) in (("done", "waived"), ("waiver.nothing_open", "met"))
    assert findings() == []
