"""Every deadline of a thread explained over the API, in the reader's language, to its parties only."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.past import Present, any_present
from tests.shops import Shops

WARSAW = ZoneInfo("Europe/Warsaw")
BEFORE_THE_HOLIDAY = datetime(2026, 11, 10, 18, tzinfo=WARSAW)  # a Tuesday; Wednesday is Independence Day
HOUR_US = 3_600_000_000


@pytest.fixture
def present(monkeypatch: pytest.MonkeyPatch, shops: Shops) -> Present:
    """The evening before a holiday."""
    present = any_present(monkeypatch)
    present.set(BEFORE_THE_HOLIDAY)
    return present


@pytest.fixture
def path(call: CallAs, shops: Shops, present: Present) -> str:
    """The clocks of the thread in which Clara asks, then."""
    asked = call(CLARA).post(f"/orders/{shops.claras_order}/questions", {"text": "Does it fit?"})
    return f"/conversations/{asked.json()['conversation']}/clocks"


def test_counted_hours_skipped_days_and_the_version_are_said(call: CallAs, path: str) -> None:
    [clock] = call(CLARA).get(path).json()["data"]
    assert (clock["calendar"], clock["calendar_version"], clock["outages"]) == ("PL", 1, 0)
    assert (clock["zone"], clock["budget_us"]) == ("Europe/Warsaw", 24 * HOUR_US)
    assert datetime.fromisoformat(clock["due_at"]) == datetime(2026, 11, 12, 17, tzinfo=UTC)
    assert clock["due_local"] == "2026-11-12T18:00:00+01:00"
    assert [(day["on"], day["counted_us"], day["skipped"]) for day in clock["days"]] == [
        ("2026-11-10", 6 * HOUR_US, None),
        ("2026-11-11", 0, "holiday"),
        ("2026-11-12", 18 * HOUR_US, None),
    ]
    assert sum(day["counted_us"] for day in clock["days"]) == clock["budget_us"]


def test_the_holiday_is_named_in_the_readers_language(call: CallAs, path: str) -> None:
    for language, name in (("en", "Independence Day"), ("pl", "Święto Niepodległości")):
        answer = call(CLARA).get(path, **{"Accept-Language": language})
        [clock] = answer.json()["data"]
        assert name in clock["days"][1]["holiday"]
        assert name in clock["days"][1]["text"]


def test_an_answered_clock_keeps_its_verdict(call: CallAs, path: str, present: Present) -> None:
    present.set(BEFORE_THE_HOLIDAY + timedelta(days=3))
    call(ANNA).post(path.replace("clocks", "replies"), {"text": "Yes, it fits."})
    [clock] = call(CLARA).get(path).json()["data"]
    assert clock["verdict"] == clock["due_state"] == "late"
    assert clock["answered_at"] is not None


def test_both_sides_and_the_operator_see_it_and_strangers_do_not(call: CallAs, path: str) -> None:
    for actor in (ANNA, CLARA, EDDA, PLATFORM):
        assert call(actor).get(path).status_code == 200
    for stranger in (DMITRI, HANIA):
        assert call(stranger).get(path).status_code == 404
