"""What publishing marks for the sweep."""

from datetime import timedelta

import pytest
from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.deadlines.actions import mark_for_recheck
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.archive.conftest import Record, kept_record

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def kept(database: str) -> Record:
    return kept_record()


def change(sql: str) -> None:
    with everything(), connection.cursor() as cursor:
        cursor.execute(sql)


def marked(calendar: str | None, **more: object) -> int:
    with everything():
        return mark_for_recheck(actor=SYSTEM, now=clock.now(), calendar=calendar, **more)  # type: ignore[arg-type]


def noted() -> int:
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM deadlines_obligation WHERE next_at = 'epoch'")
        return int(cursor.fetchone()[0])


def test_an_outage_marks_every_open_clock_and_none_that_was_answered(kept: Record) -> None:
    assert marked(None) == 3
    assert noted() == 3


def test_a_calendar_marks_its_own(kept: Record) -> None:
    change(f"UPDATE deadlines_obligation SET calendar = 'CZ' WHERE chain = '{kept.hania.id}'")
    assert marked("CZ") == 1
    assert marked("SE") == 0
    assert noted() == 1


def test_what_was_answered_late_is_marked_where_it_is_asked_for(kept: Record) -> None:
    answered = "answered_at IS NOT NULL AND corrected_by IS NULL"
    change(f"UPDATE deadlines_obligation SET verdict = 'late' WHERE {answered}")
    with everything():
        late = Obligation.objects.filter(answered_at__isnull=False, corrected_by=None).count()
    before = clock.now() - timedelta(days=1)
    assert marked(None, late_closed_since=clock.now()) == 3
    assert marked(None, late_closed_since=before) == 3 + late
