"""Whatever letters somebody writes, PostgreSQL can read what we make of them: no entry is parked for one."""

import sys

import pytest
from django.db import connection

from helpdesk.search import rules
from helpdesk.search.terms import Language

pytestmark = pytest.mark.usefixtures("database")
CHUNK = 5_000


def letters() -> list[str]:
    """All that may stand in a word."""
    return [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalnum()]


def test_any_letter_can_be_stored_and_asked() -> None:
    every = [letter * 2 + "a" for letter in letters()]
    assert len(every) > 100_000
    with connection.cursor() as cursor:
        for start in range(0, len(every), CHUNK):
            words = every[start : start + CHUNK]
            stored = rules.vector([" ".join(words)], language=Language.PL)
            asked = [rules.query(rules.asked_in(word), forgiving=True) for word in words[::50]]
            cursor.execute(
                "SELECT count(*) FROM unnest(%s::text[]) q WHERE %s::tsvector @@ q::tsquery", [asked, stored]
            )
            assert cursor.fetchone() == (len(asked),)


def test_marks_of_the_query_language_are_only_letters_or_nothing() -> None:
    stored = rules.vector(["it's a:1 b\\c 'quoted' \"d\" * & | ! <-> ()"], language=Language.EN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(%s::tsvector) > 0", [stored])
        assert cursor.fetchone() == (True,)
