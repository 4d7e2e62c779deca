"""What happened to a clock, in a line of the record; and what a buyer may say at a thread's end."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.utils import translation

from helpdesk.conversations.terms import About, Manner, Message, ThreadView
from helpdesk.deadlines.terms import ClockEvent, DayOff, DeadlineWas, Happened
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal.asks import Asks, asks
from helpdesk.portal.lines import Reader, line
from helpdesk.portal.timeline import timeline

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
DUE = datetime(2026, 11, 24, 9, 40, tzinfo=UTC)
ID = UUID(int=1)
ANNA = Reader(side=Side.SELLER, zone="Europe/Warsaw")
CLARA = Reader(side=Side.BUYER, zone="Europe/London")


def event(kind: Happened, *, hours: float = 1, **facts: object) -> ClockEvent:
    now = DeadlineWas(deadline=DUE, version=1001, outages=1)
    plain = ClockEvent(
        kind=kind, at=NOW - timedelta(hours=hours), id=ID, obligation=ID, calendar="PL", now=now
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def said(found: ClockEvent, reader: Reader = ANNA) -> str:
    with translation.override("en"):
        return line(event=found, reader=reader).sentence


@pytest.mark.parametrize("kind", Happened)
@pytest.mark.parametrize("reader", [ANNA, CLARA])
def test_everything_that_happens_has_its_line(kind: Happened, reader: Reader) -> None:
    codes = {Happened.WAIVED: "courtesy", Happened.REOPENED: "no", Happened.JUDGED: "stands"}
    assert said(event(kind, code=codes.get(kind), until=DUE), reader)


def test_a_miss_is_late_until_it_is_taken_back() -> None:
    missed = event(Happened.OVERDUE)
    assert said(missed) == "Answer overdue since Tuesday, 24 November, 10:40"
    assert said(missed, CLARA) == "Answer overdue since Tuesday, 24 November, 09:40"
    assert line(event=missed, reader=ANNA).late
    back = replace(missed, voided=True)
    assert not line(event=back, reader=ANNA).late
    assert "taken back" in said(back)


def test_a_move_names_the_day_or_the_outage_that_moved_it() -> None:
    day = DayOff(on=date(2026, 11, 11), calendar="PL")
    assert said(event(Happened.MOVED, because=(day,))) == (
        "Deadline moved to Tuesday, 24 November, 10:40: Wednesday, 11 November was declared a public holiday"
        " (calendar PL, version 1 of the Platform)"
    )
    outage = (DUE - timedelta(hours=3), DUE - timedelta(hours=1))
    assert said(event(Happened.MOVED, outage=(outage,), code="met")) == (
        "Deadline moved to Tuesday, 24 November, 10:40: Helpdesk was out of order from Tuesday, 24 November,"
        " 07:40 to Tuesday, 24 November, 09:40. The answer was in time after all."
    )


def test_a_promise_says_what_became_of_it() -> None:
    end = datetime(2026, 11, 26, 23, 0, tzinfo=UTC)
    promised = event(Happened.PROMISED, until=end, code="open")
    assert said(promised) == "Full answer promised for Thursday, 26 November, end of day"
    assert said(replace(promised, code="missed")).endswith("it did not come.")


def message(n: int, side: Side, *, hours: float, manner: Manner | None = None) -> Message:
    return Message(
        n=n,
        id=UUID(int=n + 10),
        side=side,
        author="",
        at=NOW - timedelta(hours=hours),
        language="en",
        text="",
        manner=manner,
    )


def thread(*messages: Message) -> ThreadView:
    return ThreadView(
        conversation=Ref(1, ID),
        about=About.ORDER,
        about_ref=Ref(1, ID),
        title="",
        market="pl",
        seller="",
        seller_country="PL",
        buyer="",
        buyer_language="",
        order_id=ID,
        last_n=messages[-1].n,
        messages=messages,
        obligation=None,
    )


ASKED = message(0, Side.BUYER, hours=9)
ANSWERED = message(1, Side.SELLER, hours=8)


def test_a_line_stands_behind_the_message_that_it_came_with() -> None:
    promised = event(Happened.PROMISED, hours=8, until=DUE, code="open")
    found = timeline(thread=thread(ASKED, ANSWERED), events=[promised], reader=ANNA)
    assert [entry.line is None for entry in found] == [True, True, False]


def test_only_an_answer_can_have_been_none() -> None:
    assert asks(thread=thread(ASKED, ANSWERED), events=[], now=NOW) == Asks(reopen=1)
    unasked = message(2, Side.SELLER, hours=7)
    assert asks(thread=thread(ASKED, ANSWERED, unasked), events=[], now=NOW) == Asks()
    note = message(1, Side.SELLER, hours=8, manner=Manner.INTERIM)
    assert asks(thread=thread(ASKED, note), events=[], now=NOW) == Asks()


def test_what_keeps_a_promise_is_an_answer() -> None:
    promised = event(Happened.PROMISED, hours=8, until=DUE, code="met")
    kept = message(2, Side.SELLER, hours=2)
    assert asks(thread=thread(ASKED, ANSWERED), events=[promised], now=NOW) == Asks()
    assert asks(thread=thread(ASKED, ANSWERED, kept), events=[promised], now=NOW) == Asks(reopen=2)


def test_twice_is_enough_for_one_question_and_another_begins_anew() -> None:
    steps = [ASKED, ANSWERED, message(2, Side.SELLER, hours=6), message(3, Side.SELLER, hours=4)]
    again = [event(Happened.REOPENED, hours=hours, code="no") for hours in (7, 5)]
    assert asks(thread=thread(*steps), events=again, now=NOW) == Asks()
    more = [message(4, Side.BUYER, hours=3), message(5, Side.SELLER, hours=2)]
    assert asks(thread=thread(*steps, *more), events=again, now=NOW) == Asks(reopen=5)


def test_a_mark_may_be_objected_to_while_its_days_last() -> None:
    told = thread(ASKED, ANSWERED, message(2, Side.BUYER, hours=3))
    mark = event(Happened.WAIVED, until=NOW + timedelta(days=5), code="courtesy")
    found = asks(thread=told, events=[mark], now=NOW)
    assert (found.mark, found.mark_until) == (ID, mark.until)
    assert asks(thread=told, events=[replace(mark, until=NOW - timedelta(1))], now=NOW) == Asks()
    assert asks(thread=told, events=[replace(mark, voided=True)], now=NOW) == Asks()


def test_an_earlier_page_asks_nothing() -> None:
    told = replace(thread(ASKED, ANSWERED), last_n=300)
    assert asks(thread=told, events=[], now=NOW) == Asks()
