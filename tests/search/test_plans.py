"""No search reads the whole table: counted by the database itself, as the application's role."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection, connections

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.search import rules
from helpdesk.search.queries import found, reading
from helpdesk.search.terms import Filters
from tests.cast import ANNA, CLARA, EDDA, TUESDAY
from tests.conftest import Template, clone
from tests.search.talk import fill, rare

MESSAGES = 5_000
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
FEW, CAP = 20, 200
LOOK = (
    "SELECT id FROM search_match_v5(%s::text, %s::text, NULL, %s::text, %s::timestamptz, %s::timestamptz,"
    f" %s::text, %s::boolean, NULL, NULL, {CAP}, {FEW}, %s::integer)"
)
ALL = (
    "SELECT id, market, side, has_file FROM search_entry WHERE seller_id = 1 AND words @@ %s::tsquery"
    " AND at >= %s AND at < %s ORDER BY at DESC, id DESC"
)
MIN, MAX = TUESDAY - timedelta(days=400), TUESDAY + timedelta(days=1)
SPANS = [
    (None, None),
    (TUESDAY - timedelta(days=2), None),
    (None, TUESDAY - timedelta(days=20)),
    (TUESDAY - timedelta(days=60), TUESDAY - timedelta(days=9)),
    (TUESDAY, TUESDAY - timedelta(days=1)),
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


@pytest.mark.parametrize("reach", [50, 1_000])
@pytest.mark.parametrize("text", [*ASKED[:-1], rare(9)[:3], "bit", "bitte from:seller", "ware market:pl"])
def test_the_newest_matches_are_found_and_none_is_left_out(much: None, text: str, reach: int) -> None:
    asked = rules.asked_in(text)
    query, narrowed = rules.query(asked), asked.filters
    for since, until in SPANS:
        with acting(BIG):
            asking = [query, query, narrowed.market, since, until, narrowed.side, narrowed.has_file, reach]
            got = {id for (id,) in hot.rows(LOOK, asking)}
        wanted = matching(query, narrowed, since or MIN, until or MAX)
        assert got in (set(wanted[:CAP]), set(wanted[: FEW + 1])), (since, until)


def matching(query: str, narrowed: Filters, since: datetime, until: datetime) -> list[UUID]:
    """The big shop's, the newest first, as the table has them."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(ALL, [query, since, until])
        return [
            id
            for id, market, side, has_file in cursor.fetchall()
            if narrowed.market in (None, market)
            and narrowed.side in (None, side)
            and (has_file or not narrowed.has_file)
        ]


def test_reading_the_whole_table_would_be_noticed(much: None) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT count(*) FROM search_entry WHERE audience = 9")
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
