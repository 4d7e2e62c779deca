"""A deadline in the reader's language: weekday, date, place and city as that language says them."""

from datetime import date

import pytest
from django.utils.translation import override

from helpdesk.deadlines import words
from helpdesk.deadlines.terms import END_OF_DAY, DueState, Lane, Verdict
from helpdesk.workdays.explain import explain
from helpdesk.workdays.known import calendar_named, calendars, widest
from helpdesk.workdays.shown import when_shown
from tests.workdays.reference import HOUR_US, MINUTE_US, us

LANGUAGES = ("en", "pl", "de", "fr", "it")


def told(language: str, *, calendar: str, zone: str, received: str) -> str:
    """What a reader of `language` in `zone` is told of a message received under a seller's calendar."""
    found = explain(calendar=calendar_named(code=calendar), received=us(received))
    on, at = when_shown(deadline=found.deadline, zone=zone)
    with override(language):
        return words.disclosure(
            on=on, at=at, skipped=[day.on for day in found.skipped_weekdays], calendar=calendar
        )


def test_a_polish_buyer_of_a_german_seller_at_christmas() -> None:
    assert told("pl", calendar="DE", zone="Europe/Warsaw", received="2026-12-24T18:00:00+01:00") == (
        "Odpowiedź najpóźniej w poniedziałek, 28 grudnia, do godz. 18:00. "
        "Piątek, 25 grudnia, jest w Niemczech dniem wolnym od pracy."
    )


def test_a_german_buyer_of_a_polish_seller_on_independence_day() -> None:
    assert told("de", calendar="PL", zone="Europe/Berlin", received="2026-11-10T18:00:00+01:00") == (
        "Antwort bis Donnerstag, 12. November, 18:00 Uhr. "
        "Mittwoch, 11. November, ist in Polen Feiertag und zählt nicht."
    )


@pytest.mark.parametrize(
    ("language", "calendar", "zone", "received", "expected"),
    [
        (
            "en",
            "PL",
            "Europe/London",
            "2026-11-10T18:00:00+01:00",
            (
                "Answer by Thursday, 12 November, 17:00. "
                "Wednesday, 11 November, is a public holiday in Poland and does not count."
            ),
        ),
        (
            "fr",
            "IT",
            "Europe/Paris",
            "2024-10-31T09:30:00+01:00",
            (
                "Réponse au plus tard lundi 4 novembre à 09:30. "
                "Le vendredi 1er novembre est férié en Italie et ne compte pas."
            ),
        ),
        (
            "it",
            "GB-ENG",
            "Europe/Rome",
            "2026-12-24T12:00:00+00:00",
            (
                "Risposta entro martedì 29 dicembre, ore 13:00. "
                "Venerdì 25 dicembre è festivo in Inghilterra e non conta. "
                "Lunedì 28 dicembre è festivo in Inghilterra e non conta."
            ),
        ),
        (
            "pl",
            "PL",
            "Europe/Warsaw",
            "2026-11-15T18:00:00+01:00",
            "Odpowiedź najpóźniej w poniedziałek, 16 listopada, do końca dnia.",
        ),
    ],
)
def test_other_readers(language: str, calendar: str, zone: str, received: str, expected: str) -> None:
    assert told(language, calendar=calendar, zone=zone, received=received) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "2 h 10 left, Monday 10:40 (Warsaw)"),
        ("pl", "Zostało 2 godz. 10 min, poniedziałek 10:40 (Warszawa)"),
        ("de", "Noch 2 Std. 10 Min., Montag 10:40 (Warschau)"),
        ("fr", "Encore 2 h 10, lundi 10:40 (Varsovie)"),
        ("it", "Ancora 2 h 10, lunedì 10:40 (Varsavia)"),
    ],
)
def test_time_left(language: str, expected: str) -> None:
    left = 2 * HOUR_US + 10 * MINUTE_US + 59_999_999
    with override(language):
        said = words.time_left(left_us=left, on=date(2026, 12, 28), at="10:40", zone="Europe/Warsaw")
    assert said == expected


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (26 * HOUR_US + 5 * MINUTE_US, "26 h 05 left"),
        (HOUR_US, "1 h 00 left"),
        (HOUR_US - 1, "59 min left"),
        (MINUTE_US - 1, "Less than 1 min left"),
        (0, "Less than 1 min left"),
    ],
)
def test_amounts_are_cut_to_the_minute(left: int, expected: str) -> None:
    with override("en"):
        said = words.time_left(left_us=left, on=date(2026, 11, 20), at=END_OF_DAY, zone="Europe/London")
    assert said == f"{expected}, Friday, end of day (London)"


def test_late_names_the_date() -> None:
    with override("en"):
        assert words.late_by(
            overrun_us=3 * HOUR_US + 5 * MINUTE_US, on=date(2026, 12, 28), at="10:40", zone="Europe/Berlin"
        ) == ("3 h 05 late, was due Monday 28 December, 10:40 (Berlin)")
        assert words.late_by(overrun_us=0, on=date(2026, 2, 6), at=END_OF_DAY, zone="Europe/Berlin") == (
            "Less than 1 min late, was due Friday 6 February, end of day (Berlin)"
        )


def test_a_day_off_without_a_place() -> None:
    for calendar in (None, "custom", "XX"):
        with override("en"):
            said = words.day_off(on=date(2026, 5, 1), calendar=calendar)
        assert said == "Friday, 1 May, is a public holiday and does not count."


def test_the_lane_is_named_for_the_day_that_it_speaks_of() -> None:
    saturday, monday = date(2026, 11, 21), date(2026, 11, 23)
    with override("en"):
        assert words.due_on(on=monday, today=monday) == "Due today"
        assert words.due_on(on=monday, today=saturday) == "Due Monday"
    with override("pl"):
        assert words.due_on(on=monday, today=saturday) == "Termin w poniedziałek"


def test_every_term_is_said() -> None:
    assert words.STATES.keys() == set(DueState)
    assert words.VERDICTS.keys() == set(Verdict)
    assert words.LANES.keys() == set(Lane)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_calendar_has_its_place(language: str) -> None:
    with override(language):
        nowhere = words.day_off(on=date(2026, 5, 1))
        assert all(words.day_off(on=date(2026, 5, 1), calendar=code) != nowhere for code in calendars())


def test_a_day_off_of_a_part_names_the_widest_place() -> None:
    """All of Germany has Christmas; Epiphany is Bavaria's; a province without words is the Seller's place."""
    for calendar, on, said in (
        ("DE-BY", date(2026, 12, 25), "in Germany"),
        ("DE-BY", date(2026, 1, 6), "in Bavaria"),
        ("GB-SCT", date(2026, 12, 25), "in Scotland"),
        ("IT-MI", date(2026, 12, 7), "where the Seller is established"),
    ):
        with override("en"):
            assert f"is a public holiday {said} and" in words.day_off(
                on=on, calendar=widest(code=calendar, on=on)
            )
