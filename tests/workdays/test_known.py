"""The calendars that come with the package."""

from datetime import date

import pytest

from helpdesk.workdays.known import calendar_for, calendar_named, calendars, edition
from helpdesk.workdays.refusals import OutsideCalendar, UnknownZone
from tests.workdays.reference import us

NATIONAL = "AT BE CZ DE DK ES FI FR HU IE IT NL PL PT RO SE SK"
PARTS = """
    DE-BB DE-BE DE-BW DE-BY DE-HB DE-HE DE-HH DE-MV DE-NI DE-NW DE-RP DE-SH DE-SL DE-SN DE-ST DE-TH
    DE-Augsburg ES-AN ES-AR ES-AS ES-CB ES-CL ES-CM ES-CN ES-CT ES-EX ES-GA ES-IB ES-MC ES-MD ES-NC ES-PV
    ES-RI ES-VC FR-57 FR-67 FR-68 FR-971 FR-972 FR-973 FR-974 FR-976 GB-ENG GB-NIR GB-SCT GB-WLS IT-BZ"""


def test_the_calendars_of_the_platform_s_countries_are_here() -> None:
    assert set(calendars()) >= {*NATIONAL.split(), *PARTS.split()}
    assert "GB" not in calendars(), "the United Kingdom has the holidays of its nations"


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
    ("country", "subdivision"),
    [("XX", None), ("PL", "99"), ("DE", "augsburg"), ("", None), ("../DE", None)],
)
def test_an_establishment_without_a_calendar_finds_none(country: str, subdivision: str | None) -> None:
    assert calendar_for(country=country, subdivision=subdivision) is None


def test_a_part_has_the_country_s_days_and_its_own() -> None:
    moselle, alsace, france = (edition(code=code).holidays for code in ("FR-57", "FR-68", "FR"))
    assert moselle.keys() == alsace.keys() > france.keys()
    assert all(moselle[on] == holiday for on, holiday in france.items())
    peace = edition(code="DE-Augsburg").holidays[date(2028, 8, 8)]
    assert peace.name(language="de") == "Augsburger Hohes Friedensfest"
    assert date(2028, 8, 8) not in edition(code="DE-BY").holidays


@pytest.mark.parametrize(
    ("code", "on", "business"),
    [
        ("GB-SCT", date(2026, 6, 15), False),  # once, by proclamation
        ("DE-BE", date(2025, 5, 8), False),  # once, by the Land's law
        ("HU", date(2026, 8, 21), False),  # decreed rest day
        ("HU", date(2026, 8, 8), False),  # the Saturday worked for it stays a weekend
        ("SK", date(2025, 11, 17), True),  # remembrance only, since 2025
        ("SK", date(2026, 9, 15), True),
        ("AT", date(2026, 12, 24), True),  # half days are business days
        ("DE", date(2026, 12, 31), True),
        ("DE-BY", date(2025, 8, 15), True),  # in Catholic municipalities only
    ],
)
def test_days_that_are_easily_got_wrong(code: str, on: date, business: bool) -> None:
    assert calendar_named(code=code).is_business_day(on) is business


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
