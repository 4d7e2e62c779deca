"""Transactions of the application end in time; an import may take its own."""

import pytest
from django.db import InternalError, OperationalError, connection, connections, transaction

from helpdesk.archive.database import patience
from helpdesk.archive.database.scope import everything
from helpdesk.console.checks import server
from helpdesk.console.checks.finding import Grade
from helpdesk.deadlines.terms import GRACE

pytestmark = pytest.mark.usefixtures("database")


def test_the_applications_connections_are_limited_and_the_owners_are_not() -> None:
    connection.ensure_connection()
    assert patience.limit_of(connection.connection) in (patience.LONGEST, patience.LONGEST / 2)
    connections["owner"].ensure_connection()
    assert patience.limit_of(connections["owner"].connection) is None


def test_a_connection_is_told_once() -> None:
    connection.ensure_connection()
    assert patience.hurry(connection.connection) is False


def test_what_takes_too_long_is_ended_by_the_server() -> None:
    connection.ensure_connection()
    name = "transaction_timeout" if patience.is_whole(connection.connection) else "statement_timeout"
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, '50ms', true)", [name])
        with pytest.raises((InternalError, OperationalError), match="timeout"):
            cursor.execute("SELECT pg_sleep(30)")
        transaction.set_rollback(True)
        connection.close()


def test_an_import_takes_its_time() -> None:
    with everything():
        patience.unhurried()
        assert patience.limit_of(connection.connection) is None
    assert patience.limit_of(connection.connection) is not None


def test_the_grace_is_longer_than_any_transaction_and_skew() -> None:
    assert patience.LONGEST + patience.SKEW < GRACE


def test_the_check_at_start_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("Transactions end within" in each.sentence for each in server.findings())
    monkeypatch.setattr(patience, "hurry", lambda _: False)
    wrong = [each for each in server.findings() if each.grade is Grade.WRONG]
    assert wrong[-1].sentence.startswith("A transaction may take for ever")
