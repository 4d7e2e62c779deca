"""Public pages: the rules with the parameters in force, and the accessibility statement, for everybody."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import Settings

from helpdesk.oversight.queries import rules_for_system
from helpdesk.portal.public.examples import examples
from tests.cast import ANNA, CLARA, EDDA
from tests.portal.conftest import SignIn
from tests.shops import Shops

PAGES = ("/how-it-works", "/accessibility")
SUNDAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["en", "pl", "de", "fr", "it"])
def test_strangers_read_them_in_their_language(shops: Shops, path: str, language: str) -> None:
    answer = Client(headers={"Accept-Language": language}).get(path)
    assert (answer.status_code, answer["Content-Language"]) == (200, language)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("path", PAGES)
def test_everybody_else_reads_them_too(sign_in: SignIn, path: str) -> None:
    for actor in (ANNA, CLARA, EDDA):
        assert sign_in(actor).get(path).status_code == 200
    assert Client().post(path).status_code == 405


def test_the_parameters_are_those_of_the_house(shops: Shops) -> None:
    page = Client().get("/how-it-works").content.decode()
    rules = rules_for_system()
    for said in (
        f"{rules.answer_hours} counted hours",
        f"{rules.message_characters:,} characters",
        f"ends after {rules.reading_minutes} minutes",
        f"{rules.soon_percent} %",
        "Poland",
        "Germany",
        "Complaint",
    ):
        assert said in page, said


def test_the_examples_come_from_the_calendar() -> None:
    weekend, holiday = examples(language="de", now=SUNDAY)
    assert weekend.asked == "Friday, 27 November, 16:00"
    assert weekend.said == "Answer by Monday, 30 November, 16:00."
    assert holiday.asked == "Thursday, 24 December, 18:00"
    assert holiday.said == (
        "Answer by Monday, 28 December, 18:00."
        " Friday, 25 December, is a public holiday in Germany and does not count."
    )


@pytest.mark.parametrize("language", ["en", "pl", "de", "fr", "it", "xx"])
@pytest.mark.parametrize("month", range(1, 13))
def test_there_are_two_on_every_day(language: str, month: int) -> None:
    for day in (1, 15, 28):
        assert len(examples(language=language, now=datetime(2026, month, day, 23, 59, tzinfo=UTC))) == 2


def test_beyond_the_calendars_nothing_is_guessed() -> None:
    assert examples(language="de", now=datetime(2031, 1, 1, tzinfo=UTC)) == []


@pytest.mark.parametrize(
    ("contact", "href"),
    [("help@shop.example", "mailto:help@shop.example"), ("https://shop.example/a", "https://shop.example/a")],
)
def test_the_statement_names_the_operators_contact(
    shops: Shops, settings: Settings, contact: str, href: str
) -> None:
    assert "has not named a contact" in Client().get("/accessibility").content.decode()
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"contact": contact})
    page = Client().get("/accessibility").content.decode()
    assert f'href="{href}"' in page
    assert "has not named a contact" not in page
