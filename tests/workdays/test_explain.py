"""An explanation names each day, what it counted, and why a skipped one did not."""

from datetime import date

from helpdesk.workdays.explain import Skip, Span, explain
from helpdesk.workdays.known import calendar_named
from tests.workdays.reference import HOUR_US, custom, us

DE = calendar_named(code="DE")


def test_christmas_in_germany() -> None:
    found = explain(calendar=DE, received=us("2026-12-24T18:00:00+01:00"))
    christmas, second = DE.holiday_on(date(2026, 12, 25)), DE.holiday_on(date(2026, 12, 26))
    assert christmas is not None
    assert found.spans == (
        Span(on=date(2026, 12, 24), counted_us=6 * HOUR_US),
        Span(on=date(2026, 12, 25), counted_us=0, skipped=Skip.HOLIDAY, holiday=christmas),
        Span(on=date(2026, 12, 26), counted_us=0, skipped=Skip.WEEKEND, holiday=second),
        Span(on=date(2026, 12, 27), counted_us=0, skipped=Skip.WEEKEND),
        Span(on=date(2026, 12, 28), counted_us=18 * HOUR_US),
    )
    assert found.skipped_weekdays == (christmas,)
    assert (found.calendar, found.version, found.zone) == ("DE", DE.version, "Europe/Berlin")


def test_a_deadline_at_midnight_belongs_to_the_day_that_it_ends() -> None:
    found = explain(calendar=DE, received=us("2026-02-07T12:00:00+01:00"))
    assert [span.on.isoformat() for span in found.spans] == ["2026-02-07", "2026-02-08", "2026-02-09"]
    assert [span.counted_us for span in found.spans] == [0, 0, 24 * HOUR_US]
    assert found.skipped_weekdays == ()


def test_a_friday_that_the_zone_skips_counts_nothing_and_is_no_holiday() -> None:
    calendar = custom("Pacific/Apia", date(2011, 12, 1), date(2012, 1, 31))
    found = explain(calendar=calendar, received=us("2011-12-29T22:14:06Z"))
    gone = next(span for span in found.spans if span.on == date(2011, 12, 30))
    assert (gone.counted_us, gone.skipped) == (0, None)


def test_the_name_of_a_holiday_falls_back_to_english() -> None:
    christmas = DE.holiday_on(date(2026, 12, 25))
    assert christmas is not None
    assert christmas.name(language="de") == "Erster Weihnachtstag"
    assert christmas.name(language="pl") == "Boże Narodzenie"
    assert christmas.name(language="sv") == "Christmas Day"
