"""Views for business intelligence: which columns leave, and that row security holds behind them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, connections, transaction

from helpdesk.archive.database.scope import acting
from tests.cast import DMITRI
from tests.shops import Shops
from tests.takeout.conftest import talk

ROLE = settings.HELPDESK_BI_ROLE
ROOMS = {
    "sellers": "marketplace_seller",
    "conversations": "conversations_conversation",
    "messages": "conversations_message",
    "obligations": "deadlines_obligation",
    "cases": "cases_case",
    "standings": "standing_publication",
    "measures": "enforcement_measure",
    "days": "oversight_day",
}
# columns whose text is a code, an id of the Platform's or a zone; all others are numbers, ids and instants
CODES = {
    *("external_id", "market", "last_side", "side", "language", "manner", "cause", "zone", "calendar"),
    *("verdict", "corrected_verdict", "number", "situation", "kind", "stage", "owner", "outcome"),
    *("due_code", "level", "track"),
}


def owner(sql: str, params: Sequence[str] = ()) -> list[tuple[Any, ...]]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def granted() -> Iterator[Any]:
    """As somebody to whom the operator granted the role."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(7365103)")
        cursor.execute(f'GRANT "{ROLE}" TO CURRENT_USER')
        cursor.execute(f'SET LOCAL ROLE "{ROLE}"')
        yield cursor
        transaction.set_rollback(True, using="owner")


def test_the_role_reads_these_tables_and_no_others(database: str) -> None:
    sql = (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p', 'v', 'm') AND has_any_column_privilege(%s, oid, 'SELECT')"
    )
    assert {name for (name,) in owner(sql, [ROLE])} == {*ROOMS.values()}
    sql = "SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = %s"
    assert owner(sql, [ROLE]) == [(False, False, False, False)]


def test_no_column_holds_what_people_wrote_or_are_called(database: str) -> None:
    sql = (
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = 'helpdesk_bi'"
        " AND data_type NOT IN ('bigint', 'integer', 'smallint', 'uuid', 'date', 'boolean',"
        " 'timestamp with time zone')"
    )
    assert {column for _, column in owner(sql)} == CODES
    sql = (
        "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
        " WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped"
        " AND has_column_privilege(%s, c.oid, a.attnum, 'SELECT')"
    )
    may = {column for _, column in owner(sql, [ROLE])}
    assert not may & {"title", "title_folded", "name", "legal_name", "buyer_id", "pair", "state", "contact"}


def test_who_was_granted_it_reads_and_writes_nothing(shops: Shops) -> None:
    talk(shops)
    with granted() as cursor:
        counts = {}
        for view in ROOMS:
            cursor.execute(f"SELECT count(*) FROM helpdesk_bi.{view}")
            counts[view] = cursor.fetchone()[0]
    assert (counts["sellers"], counts["conversations"], counts["messages"]) == (2, 3, 4)
    assert counts["obligations"] == 3
    for refused in (
        "SELECT title FROM conversations_conversation",
        "SELECT value FROM archive_value",
        "UPDATE helpdesk_bi.messages SET n = 0",
        "DELETE FROM helpdesk_bi.cases",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), granted() as cursor:
            cursor.execute(refused)


def test_row_security_holds_behind_every_view(shops: Shops) -> None:
    """The application has no business there; were it let in, it would still see its scope alone."""
    talk(shops)
    with pytest.raises(ProgrammingError, match="permission denied"), acting(DMITRI):
        _count("messages")
    app = f'"{settings.HELPDESK_ROLES["app"]}"'
    owner(f"GRANT USAGE ON SCHEMA helpdesk_bi TO {app}")
    owner(f"GRANT SELECT ON ALL TABLES IN SCHEMA helpdesk_bi TO {app}")
    with acting(DMITRI):
        seen = {view: _count(view) for view in ("conversations", "messages", "obligations")}
    assert seen == {"conversations": 1, "messages": 1, "obligations": 1}
    assert {_count(view) for view in ROOMS} == {0}
    sql = (
        "SELECT relname FROM pg_class WHERE relnamespace = 'helpdesk_bi'::regnamespace AND relkind = 'v'"
        " AND 'security_invoker=true' = ANY(reloptions)"
    )
    assert {name for (name,) in owner(sql)} == {*ROOMS}


def _count(view: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM helpdesk_bi.{view}")
        found: int = cursor.fetchone()[0]
        return found
