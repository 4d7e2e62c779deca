"""A database that served one test is as new for the next, or is not given to it."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from tests import cluster
from tests.conftest import Template, clone, hang_up
from tests.recycled import Recycled
from tests.shops import open_shops

_SUPERUSER = cluster.superuser()
pytestmark = pytest.mark.skipif(_SUPERUSER is None, reason="there each test has a clone")

_CHANGES = (
    "ALTER TABLE conversations_message ADD COLUMN spare int",
    "CREATE TABLE spare (id int)",
    "CREATE INDEX ON conversations_message (seller_id)",
    "ALTER TABLE conversations_message DISABLE TRIGGER ALL",
    "GRANT SELECT ON conversations_message TO PUBLIC",
    "CREATE POLICY spare ON conversations_message USING (true)",
    "CREATE OR REPLACE FUNCTION spare() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "ALTER DATABASE {database} SET work_mem = '1MB'",
    "ANALYZE django_content_type",
)


@pytest.fixture
def used(template: Template) -> Iterator[tuple[Recycled, psycopg.Connection]]:
    """A database that a test may spoil, and a way into it as whoever may do all."""
    with clone(template) as name:
        parameters = {**template.parameters, "user": str(_SUPERUSER)}
        one = Recycled(name=name, parameters=parameters)
        with psycopg.connect(make_conninfo(**{**parameters, "dbname": name}), autocommit=True) as spoiling:
            yield one, spoiling


def _told(connection: psycopg.Connection) -> dict[str, object]:
    """All rows of all tables, and where the sequences stand."""
    tables = connection.execute(
        "SELECT oid::regclass::text FROM pg_class"
        " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    ).fetchall()
    rows: dict[str, object] = {
        name: connection.execute(f"SELECT t::text FROM {name} t ORDER BY 1".encode()).fetchall()
        for (name,) in tables
    }
    rows["sequences"] = connection.execute(
        "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"
    ).fetchall()
    return rows


def test_what_was_written_is_taken_out(used: tuple[Recycled, psycopg.Connection]) -> None:
    one, looking = used
    before = _told(looking)
    open_shops()
    looking.execute("SET session_replication_role = replica")
    looking.execute("DELETE FROM archive_state")
    looking.execute("DELETE FROM auth_permission WHERE id % 2 = 0")
    assert _told(looking) != before
    dsn = looking.info.dsn
    looking.close()
    hang_up()
    assert one.clean()
    with psycopg.connect(dsn) as again:
        assert _told(again) == before


@pytest.mark.parametrize("change", _CHANGES)
def test_what_is_no_row_is_not_forgiven(change: str, used: tuple[Recycled, psycopg.Connection]) -> None:
    one, spoiling = used
    spoiling.execute(change.format(database=one.name).encode())
    spoiling.close()
    assert not one.clean()


def test_whoever_still_uses_it_keeps_it(
    used: tuple[Recycled, psycopg.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = used
    monkeypatch.setattr("tests.recycled._GONE", 0.05)
    assert not one.clean()
