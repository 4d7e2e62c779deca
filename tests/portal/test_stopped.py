"""What pages say of hours that a measure takes out of a clock, and of a clock that stands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from django.utils import translation

from helpdesk.deadlines.terms import ClockEvent, DeadlineWas, DueState, Happened, OpenObligation
from helpdesk.kernel.actor import Side
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.portal import lines
from helpdesk.portal.dues import due
from helpdesk.portal.explanations import explanation
from tests.deadlines.asked import asked

ZONE = "Europe/Berlin"
FROM, TO = (datetime.fromisoformat(f"2026-11-{at}:00+01:00") for at in ("16T14", "18T10"))
NOW = datetime.fromisoformat("2026-11-18T12:00:00+01:00")
PLAIN = asked("DE", ZONE, "2026-11-16T10:00+01:00")  # a Monday
LATER = replace(
    PLAIN,
    deadline=from_us(to_us(PLAIN.deadline) + 44 * 3_600_000_000),
    stopped=f"{to_us(FROM)}-{to_us(TO)}",
)
STANDS = replace(PLAIN, deadline=datetime.fromisoformat("2029-12-31T23:00+00:00"), stopped=f"{to_us(FROM)}-")
IN_FIVE = ("en", "pl", "de", "fr", "it")


def moved(of: OpenObligation, until: datetime | None) -> ClockEvent:
    return ClockEvent(
        kind=Happened.MOVED,
        at=FROM,
        id=UUID(int=2),
        obligation=of.id,
        calendar="DE",
        zone=ZONE,
        now=DeadlineWas(deadline=of.deadline, version=1, outages=0, stopped=of.stopped),
        was=DeadlineWas(deadline=PLAIN.deadline, version=1, outages=0),
        stopped=((FROM, until),),
    )


def said(of: OpenObligation, until: datetime | None, side: Side) -> str:
    return lines.line(event=moved(of, until), reader=lines.Reader(side=side, zone=ZONE)).sentence


def in_all(say: Sequence[str]) -> None:
    assert len(set(say)) == len(IN_FIVE)
    assert not [sentence for sentence in say if "2029" in sentence]


def test_the_deadline_names_the_hours_and_keeps_its_day() -> None:
    found = due(obligation=LATER, now=NOW, zone=ZONE)
    assert found.state is DueState.OK
    assert found.promise == "Answer by Thursday, 19 November, 06:00."
    assert [*found.why] == [
        (
            "From Monday, 16 November, 14:00 to Wednesday, 18 November, 10:00 the Seller may not write here,"
            " so this time does not count."
        )
    ]


def test_a_clock_that_stands_promises_no_day() -> None:
    found = due(obligation=STANDS, now=NOW, zone=ZONE)
    assert (found.state, found.left, found.used) == (DueState.HELD, "20 h 00 left", 17)
    assert found.promise == (
        "The time to answer stands still: the Seller may not write here until further notice."
    )
    assert "2029" not in f"{found}"


def test_the_explanation_adds_up_and_names_what_is_out() -> None:
    found = explanation(obligation=LATER, now=NOW, zone=ZONE)
    assert [line.amount for line in found.lines] == ["4 h 00", "", "14 h 00", "6 h 00"]
    assert [line.outages for line in found.lines] == [()] * 4
    assert [len(line.stopped) for line in found.lines] == [1, 1, 1, 0]
    assert found.lines[0].stopped[0].startswith("The Seller may not write here, 14:00")
    assert (found.strip.excludes, found.strip.stops) == (False, True)


def test_the_explanation_of_one_that_stands_says_since_when() -> None:
    found = explanation(obligation=STANDS, now=NOW, zone=ZONE)
    assert found.stands.startswith("Since Monday, 16 November, 14:00 the time stands still")
    assert "2029" not in f"{found.lines}{found.due}"


@pytest.mark.parametrize("side", [Side.BUYER, Side.SELLER])
@pytest.mark.parametrize(("of", "until"), [(LATER, TO), (STANDS, None)], ids=["until", "stands"])
def test_the_record_says_why_in_every_language(
    of: OpenObligation, until: datetime | None, side: Side
) -> None:
    spoken = []
    for language in IN_FIVE:
        with translation.override(language):
            spoken.append(said(of, until, side))
    in_all(spoken)


def test_a_buyer_is_not_told_of_a_measure() -> None:
    assert "measure" not in said(LATER, TO, Side.BUYER)
    assert "by a measure of the Platform" in said(LATER, TO, Side.SELLER)
