"""No search reads the whole table: counted by the database itself, as the application's role."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import connection, connections

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.search import rules
from helpdesk.search.queries import found, reading
from tests.cast import ANNA, CLARA, EDDA
from tests.conftest import Template, clone
from tests.search.talk import fill, rare

MESSAGES = 20_000
BIG = replace(ANNA, seller_id=1)
SMALL = replace(ANNA, seller_id=7)
BUYER = replace(CLARA, buyer_id=UUID(int=25))
COUNTED = (
    "SELECT seq_scan, coalesce(idx_scan, 0) FROM pg_stat_xact_user_tables WHERE relname = 'search_entry'"
)
ASKED = [
    rare(1234),
    f"{rare(77)} ",
    "bitte ",
    "bitte paket ",
    '"bitte paket"',
    "bitte has:file from:buyer",
    "bestelung ",  # a slip
    f"{rare(300)[:-1]}x ",
    "pl-2026/17",
]


@pytest.fixture(scope="module")
def much(template: Template) -> Iterator[None]:
    """A database with much talk, for all tests of this file: they only read."""
    with clone(template):
        fill(messages=MESSAGES)
        yield


def scans(actor: Actor, text: str) -> tuple[int, int]:
    """Scans of the whole table, and of its indexes, that the search took."""
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(COUNTED)
        before = cursor.fetchone() or (0, 0)
        found(actor=actor, text=text)
        cursor.execute(COUNTED)
        after = cursor.fetchone() or (0, 0)
    return after[0] - before[0], after[1] - before[1]


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize("actor", [BIG, SMALL, BUYER, EDDA], ids=["big", "small", "buyer", "administrator"])
def test_no_search_reads_the_whole_table(much: None, actor: Actor, text: str) -> None:
    whole, indexes = scans(actor, text)
    assert (whole, indexes > 0) == (0, True)


def test_reading_the_whole_table_would_be_noticed(much: None) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT count(*) FROM search_entry WHERE market = 'none'")
        cursor.execute(COUNTED)
        assert cursor.fetchone()[0] == 1
        cursor.execute("ROLLBACK")


def test_under_the_policy_alone_no_index_of_words_is_taken(much: None) -> None:
    """Why there is a function with the owner's rights; when this fails, it may go."""
    query = rules.query(rules.asked_in(f"{rare(77)} "))
    with acting(BIG):
        plan = hot.rows(
            "EXPLAIN SELECT id FROM search_entry WHERE seller_id = %s AND words @@ %s::tsquery", [1, query]
        )
    lines = [line.strip() for (line,) in plan]
    assert not [line for line in lines if line.startswith("Index Cond") and "@@" in line]
    assert [line for line in lines if line.startswith("Filter") and "@@" in line]


def test_what_is_read_is_joined_by_what_an_index_serves_under_a_policy() -> None:
    """A hit must not look through all that its seller ever said: `coalesce` in a join would do just that."""
    joins = reading._READ.partition("FROM unnest")[2]
    assert joins.count("JOIN ") > 5
    assert "coalesce(" not in joins
