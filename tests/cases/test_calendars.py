"""Cases and calendars that change: a running date never ends sooner, and suggestions know the days off."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from helpdesk.cases import queries
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.terms.changing import named
from helpdesk.kernel.actor import Role
from helpdesk.workdays.changes import Change
from tests.cases.test_sweep_cases import due
from tests.cases.told import DAY, Tale
from tests.cast import ANNA, EDDA, HANIA
from tests.past import any_present
from tests.shops import Shops

ROOT = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))
CHRISTMAS = date(2026, 12, 25)  # a Friday
BEFORE = datetime(2026, 12, 11, 10, 0, tzinfo=UTC)


@pytest.fixture
def polish(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """Hania's order in Poland; fourteen days from now is Christmas."""
    any_present(monkeypatch).set(BEFORE)
    return Tale(shops.hanias_order, HANIA, now=BEFORE)


def publish(tale: Tale, change: Change, *, version: int) -> int:
    return deadlines.publish_calendar(
        actor=ROOT, now=tale.now, code="PL", change=change, key=f"v{version}", expected_version=version
    )


def answer_by(tale: Tale) -> str:
    return f"{due(tale, 'complaint_answer'):%Y-%m-%d %H:%M}"


def test_a_day_that_is_no_holiday_any_more_shortens_nothing_that_runs(polish: Tale) -> None:
    polish.open()
    assert answer_by(polish) == "2026-12-28 22:59"  # in Warsaw the end of the Monday after Christmas
    publish(polish, Change(removed=frozenset({CHRISTMAS})), version=1)
    assert answer_by(polish) == "2026-12-28 22:59"
    polish.step("repair_notice")
    assert answer_by(polish) == "2026-12-28 22:59"
    polish.open()
    assert answer_by(polish) == "2026-12-25 22:59"  # what begins now is counted as things are now


def test_a_new_day_off_lengthens_what_runs(polish: Tale) -> None:
    polish.open()
    day = date(2026, 12, 28)
    after = publish(polish, Change(added={day: named({"en": "Day of mourning"}, on=day)}), version=1)
    assert answer_by(polish) == "2026-12-29 22:59"
    polish.step("repair_notice")
    publish(polish, Change(removed=frozenset({day})), version=after)
    assert answer_by(polish) == "2026-12-29 22:59"


@pytest.mark.parametrize(
    ("sent", "arrives"),
    [
        ("2026-11-16T09:00", "2026-11-18"),
        ("2026-11-09T09:00", "2026-11-12"),  # 11 November is off in Poland
        ("2026-12-23T09:00", "2026-12-29"),  # Christmas Eve is off, too, since 2025
        ("2026-12-23T23:30", "2026-12-29"),  # the 24th already, in Warsaw
    ],
)
def test_a_suggested_day_is_none_on_which_nothing_is_delivered(polish: Tale, sent: str, arrives: str) -> None:
    now = datetime.fromisoformat(sent).replace(tzinfo=UTC)
    assert queries.usual_arrival(actor=ANNA, now=now, market="pl").isoformat() == arrives


def test_a_case_suggests_the_same_day(polish: Tale) -> None:
    polish.open()
    polish.later(12 * DAY)
    on = polish.shown(ANNA).arrives_on
    assert on == queries.usual_arrival(actor=ANNA, now=polish.now, market="pl") == date(2026, 12, 29)
