"""The calendars that come with the package."""

from datetime import date

import pytest

from helpdesk.workdays.known import calendar_for, calendar_named, calendars, edition
from helpdesk.workdays.refusals import OutsideCalendar, UnknownZone
from tests.workdays.reference import us


def test_five_national_calendars_are_here() -> None:
    assert set(calendars()) >= {"DE", "FR", "GB-ENG", "IT", "PL"}


@pytest.mark.parametrize(
    ("country", "subdivision", "code"),
    [("DE", None, "DE"), ("GB", None, "GB-ENG"), ("GB", "ENG", "GB-ENG"), ("PL", "", "PL")],
)
def test_an_establishment_finds_its_calendar(country: str, subdivision: str | None, code: str) -> None:
    found = calendar_for(country=country, subdivision=subdivision)
    assert found is not None
    assert found.code == code
    assert found is calendar_for(country=country, subdivision=subdivision)


@pytest.mark.parametrize(
    ("country", "subdivision"), [("XX", None), ("PL", "99"), ("", None), ("../DE", None)]
)
def test_an_establishment_without_a_calendar_finds_none(country: str, subdivision: str | None) -> None:
    assert calendar_for(country=country, subdivision=subdivision) is None


def test_a_seller_may_live_in_another_zone_of_the_country() -> None:
    reunion = calendar_for(country="FR", zone="Indian/Reunion")
    assert reunion is not None
    assert reunion.zone == "Indian/Reunion"
    assert reunion.day_start(date(2026, 6, 1)) == us("2026-06-01T00:00:00+04:00")
    with pytest.raises(UnknownZone):
        calendar_for(country="FR", zone="Europe/Atlantis")


@pytest.mark.parametrize("code", calendars())
def test_every_file_is_whole(code: str) -> None:
    found = edition(code=code)
    assert found.code == code
    assert found.last_day >= date(2028, 12, 31)
    assert all(found.first_day <= on <= found.last_day for on in found.holidays)
    assert all(
        holiday.names.keys() >= {"en", "pl", "de", "fr", "it"} for holiday in found.holidays.values()
    ), "a reader would see a name in another language"


def test_a_day_that_the_calendar_does_not_know_is_refused() -> None:
    poland = calendar_named(code="PL")
    assert poland.is_business_day(date(2024, 12, 24))
    assert not poland.is_business_day(date(2025, 12, 24))
    assert poland.next_business_day(date(2025, 12, 24)) == date(2025, 12, 29)
    assert poland.holiday_on(date(2026, 11, 12)) is None
    for ask in (poland.is_business_day, poland.holiday_on, poland.day_start):
        with pytest.raises(OutsideCalendar, match="PL 1 knows 2024-01-01 to 2029-12-31"):
            ask(date(2030, 1, 1))
