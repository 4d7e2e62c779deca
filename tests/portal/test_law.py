"""The law at the desk: every rule in words, by market and day, with what is unconfirmed and what changes."""

import html
import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import translation

from helpdesk.law.reading import NOTES
from helpdesk.law.row import Condition, Counting
from helpdesk.law.table import rows
from helpdesk.portal.administrator.law import words
from tests.cast import ANNA, CLARA, EDDA
from tests.past import any_present
from tests.portal.conftest import SignIn
from tests.shops import Shops

PAGE = "/administrator/law"


@pytest.fixture(autouse=True)
def monday(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    any_present(monkeypatch).set(datetime(2026, 11, 16, 9, 0, tzinfo=UTC))


def text(client: Client, asked: str = "") -> str:
    """What stands on the page, between its tags."""
    answer = client.get(f"{PAGE}{asked}")
    assert answer.status_code == 200
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_every_rule_stands_there_with_its_source(sign_in: SignIn) -> None:
    shown = text(sign_in(EDDA))
    in_force = rows(on=datetime(2026, 11, 16, tzinfo=UTC).date())
    assert [row.id for row in in_force if row.article not in shown] == []
    assert [row.key for row in in_force if str(words.NAMES[row.key]) not in shown] == []
    assert f"{len(in_force)} rules, {sum(not row.confirmed for row in in_force)} of them unconfirmed" in shown


def test_a_market_shows_what_holds_there(sign_in: SignIn) -> None:
    poland, britain = (text(sign_in(EDDA), f"?country={code}") for code in ("PL", "GB"))
    assert "To answer a complaint Poland ends on a working day" in poland
    assert "Silence accepts the complaint" in poland
    assert "L217" not in poland
    assert "Directive" not in britain
    assert "To reject the goods at once unconfirmed United Kingdom" in britain


def test_what_changes_from_a_date(sign_in: SignIn) -> None:
    shown = text(sign_in(EDDA), "?on=2026-07-30&country=FR")
    assert "What changes after 30 Jul 2026" in shown
    assert "6 months no longer from 31 Jul 2026" in shown
    assert "12 months from 31 Jul 2026" in shown
    assert "Nothing that is known today." in text(sign_in(EDDA), "?on=2030-01-01")


@pytest.mark.parametrize(
    "asked", ["?on=tomorrow&country=XX", "?on=&country=", "?on=9999-12-31", "?on=0001-01-01"]
)
def test_what_means_nothing_shows_today_or_nothing(sign_in: SignIn, asked: str) -> None:
    assert "Law" in text(sign_in(EDDA), asked)


def test_others_find_no_such_page(sign_in: SignIn) -> None:
    for actor in (ANNA, CLARA):
        assert sign_in(actor).get(PAGE).status_code == 404


def test_the_desk_leads_there(sign_in: SignIn) -> None:
    assert f'href="{PAGE}"' in sign_in(EDDA).get("/administrator/").content.decode()


def test_nothing_is_without_its_words() -> None:
    assert words.NAMES.keys() == {row.key for row in rows()}
    assert words.SUBJECTS.keys() == {row.key.partition(".")[0] for row in rows()}
    assert words.EXCLUDED.keys() == {one.reason for row in rows() for one in row.letters}
    assert words.NOTES.keys() == NOTES
    assert words.CONDITIONS.keys() == {*Condition}
    assert words.COUNTING.keys() == {*Counting} - {Counting.REGULATION}


@pytest.mark.parametrize(
    ("language", "values"),
    [
        ("en", {"14 days", "2 years", "1 year", "72 hours", "2 working days", "10,000,000"}),
        ("pl", {"14 dni", "2 lata", "1 rok", "72 godziny", "2 dni robocze", "10\u00a0000\u00a0000"}),
        ("de", {"14 Tage", "2 Jahre", "1 Jahr", "72 Stunden", "2 Arbeitstage", "10.000.000"}),
        ("fr", {"14 jours", "2 ans", "1 an", "72 heures", "2 jours ouvrables", "10\u202f000\u202f000"}),
        ("it", {"14 giorni", "2 anni", "1 anno", "72 ore", "2 giorni lavorativi", "10.000.000"}),
    ],
)
def test_values_are_said_in_every_language(language: str, values: set[str]) -> None:
    with translation.override(language):
        assert values <= {words.value_of(row) for row in rows()}
