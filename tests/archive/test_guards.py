"""Guards: the record changes for nobody, neither by right nor by the owner's hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, ProgrammingError, connections, transaction

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import SET_SCOPE, acting
from helpdesk.cases import actions as cases
from helpdesk.cases.terms.deeds import News
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.enforcement import actions as enforcement
from helpdesk.enforcement.models import Concerned, Decision
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.marketplace import actions as marketplace_actions
from helpdesk.marketplace import queries as marketplace
from helpdesk.oversight import actions as oversight
from helpdesk.standing import actions as standing
from tests.architecture import catalog
from tests.archive.conftest import Record, kept_record
from tests.archive.entries import number
from tests.cases.told import DAMAGED, DAY, deliver
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA
from tests.conftest import Template, clone
from tests.conversations.bringing import brought, parties_known, thread
from tests.shops import order

CHANGES = ("UPDATE {table} SET {column} = {column}", "DELETE FROM {table}", "TRUNCATE {table} CASCADE")
# of every table of the record, a column to touch
TABLES = {
    "archive_cosignature": "line",
    "archive_entry": "at",
    "archive_log": "mode",
    "archive_number": "kind",
    "archive_timestamp": "note",
    "archive_tree": "origin",
    "archive_value": "value",
    "cases_closed": "code",
    "cases_step": "step",
    "cases_update": "what",
    "conduct_amendment": "market",
    "conduct_review": "decision",
    "conduct_verdict": "pack",
    "conversations_handed_over": "at",
    "conversations_imported": "said_at",
    "conversations_message": "at",
    "conversations_reason": "reason",
    "conversations_tick": "at",
    "deadlines_move": "deadline",
    "deadlines_edition": "zone",
    "deadlines_outage": "reason",
    "deadlines_warning": "percent",
    "letters_joining": "reason",
    "marketplace_market_decision": "upon",
    "oversight_reading": "reason",
    "oversight_search": "reason",
    "oversight_verification": "findings",
    "retention_period": "months",
    "enforcement_concerned": "buyer_id",
    "enforcement_decision": "kind",
    "enforcement_tracks": "content",
    "standing_feed": "entry_id",
    "standing_publication": "rank",
    "standing_snapshot": "n",
    "standing_weights": "content",
}
JOBS = ("default", "sequencer", "eraser", "auditor")


@pytest.fixture(scope="module")
def shared_record(template: Template) -> Iterator[Record]:
    """The record, where an Administrator has searched and joined a thread, Anna has said what she writes for,
    and a case of Clara's was answered.
    """
    with clone(template):
        record = kept_record()
        now, clara = clock.now(), record.clara
        oversight.search_words(actor=EDDA, now=now, words="gasket", reason="dispute", key="search")
        mine = marketplace.orders_of_buyer(actor=CLARA)
        _answer_a_case(next(one.ref for one in mine if one.ref.seller_id == ANNAS_SHOP))
        oversight.join_thread(actor=EDDA, now=now, conversation=clara, reason="dispute", key="join")
        for key, reason in (("yes", None), ("why", SellerReason.INVOICE)):
            conversations.post_reply(
                actor=ANNA, now=now, conversation=clara, draft=f"Yes, {key}.", key=key, reason=reason
            )
        _decide_on_a_market()
        parties_known()
        order(ANNAS_SHOP, "A-1010", CLARA, "de")
        assert brought(thread(order="A-1010")).begun == 1
        number()
        _publish_standings()
        yield record


def _decide_on_a_market() -> None:
    """A platform administrator opens one."""
    root = replace(EDDA, roles=frozenset({Role.PLATFORM_ADMIN}))
    said: dict[str, Any] = {
        "country": "CZ",
        "currency": "CZK",
        "time_zone": "Europe/Prague",
        "languages": ["cs"],
        "delivery_countries": ["CZ"],
        "law": "CZ",
    }
    marketplace_actions.decide_market(
        actor=root, now=clock.now(), code="cz", said=said, seen="", key="market"
    )


def _answer_a_case(order: Ref) -> None:
    """Clara complains, Anna refuses in time, and tells news of the order."""
    now = clock.now()
    deliver(order, CLARA, at=now - 2 * DAY)
    opened = cases.open_case(
        actor=CLARA, now=now, order=order, opening=DAMAGED, key="case", words="The handle is broken."
    )
    cases.take_step(
        actor=ANNA,
        now=now,
        case=Ref(order.seller_id, opened.receipt.entry),
        step="refuse",
        key="refuse",
        words="It was dropped: the photo shows it.",
    )
    cases.update_order(actor=ANNA, now=now, order=order, what=News.PREPARING, key="news")


def _publish_standings() -> None:
    """Every Seller has a place, and yesterday's score."""
    now, wiring = clock.now(), settings.HELPDESK_REACTIONS
    standing.publish_weights(actor=SYSTEM, now=now)
    enforcement.publish_tracks(actor=SYSTEM, now=now)
    _decide(now)
    standing.note_sellers(actor=SYSTEM, now=now, limit=100)
    standing.publish_standings(actor=SYSTEM, now=now, limit=100)
    number()
    archive.run_reactions(actor=SYSTEM, now=now, wiring=wiring)
    yesterday = now.date() - DAY
    assert standing.take_snapshots(actor=SYSTEM, now=now, on=yesterday, limit=100)


def _decide(now: datetime) -> None:
    """Rows as decisions about a Seller leave them."""
    with acting(SYSTEM):
        Concerned.objects.create(seller_id=ANNAS_SHOP, id=uuid7(), buyer_id=CLARA.person)
        Decision.objects.create(
            seller_id=ANNAS_SHOP,
            id=uuid7(),
            person_id=EDDA.person,
            proposal_id=uuid7(),
            kind="approve",
            measure="notice",
            grave=False,
            at=now,
        )


def attempt(alias: str, sql: str) -> int:
    """Rows that the statement took hold of, with all rows visible; nothing of it stays."""
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute(SET_SCOPE, ["all", "", ""])
        cursor.execute(sql)
        transaction.set_rollback(True, using=alias)
        return int(cursor.rowcount)


def test_every_append_only_table_is_tested_here(shared_record: Record) -> None:
    assert {table.name for table in catalog.tables() if table.is_append_only} == TABLES.keys()


@pytest.mark.parametrize("alias", JOBS)
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", TABLES)
def test_no_role_has_the_right_to_change_the_record(
    shared_record: Record, alias: str, change: str, table: str
) -> None:
    if (alias, table, change.split(maxsplit=1)[0]) == ("eraser", "archive_value", "DELETE"):
        return
    with pytest.raises(ProgrammingError, match="permission denied"):
        attempt(alias, change.format(table=table, column=TABLES[table]))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", TABLES)
def test_a_trigger_stops_even_the_owner(shared_record: Record, change: str, table: str) -> None:
    with pytest.raises(DatabaseError, match="the record is append-only") as error:
        attempt("owner", change.format(table=table, column=TABLES[table]))
    assert getattr(error.value.__cause__, "sqlstate", None) == "P0H02"


def test_the_eraser_reads_values_only(shared_record: Record) -> None:
    for table in ("archive_entry", "archive_number", "conversations_message", "accounts_person"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            attempt("eraser", f"SELECT * FROM {table}")


def test_the_auditor_reads_the_record_and_writes_nothing(shared_record: Record) -> None:
    for table in TABLES:
        assert attempt("auditor", f"SELECT * FROM {table}") > 0
        with pytest.raises(ProgrammingError, match="permission denied"):
            attempt("auditor", f"INSERT INTO {table} SELECT * FROM {table}")
    assert attempt("auditor", "SELECT * FROM archive_pending") == 0
    with pytest.raises(ProgrammingError, match="permission denied"):
        attempt("auditor", "SELECT * FROM accounts_token")


def test_the_sequencer_numbers_and_reads_no_text(shared_record: Record) -> None:
    for table in ("archive_value", "conversations_message", "accounts_person"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            attempt("sequencer", f"SELECT * FROM {table}")
    with pytest.raises(ProgrammingError, match="permission denied"):
        attempt("sequencer", "INSERT INTO archive_entry SELECT * FROM archive_entry")


def test_nobody_but_the_sequencer_reads_what_waits(shared_record: Record) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        attempt("default", "SELECT * FROM archive_pending")
    with pytest.raises(ProgrammingError, match="permission denied"):
        attempt("default", "DELETE FROM archive_pending")


def test_no_role_disables_a_guard(shared_record: Record) -> None:
    for alias in JOBS:
        for sql in (
            "ALTER TABLE archive_entry DISABLE TRIGGER append_only",
            "DROP TRIGGER append_only ON archive_entry",
            "ALTER TABLE archive_entry DISABLE ROW LEVEL SECURITY",
            "SET session_replication_role = replica",
            "CREATE TABLE public.mine (id int)",
        ):
            with pytest.raises(ProgrammingError, match=r"must be owner|permission denied"):
                attempt(alias, sql)
