"""What the migrated database promises: guards, row security, and keys that start with the seller.

Every table is accounted for: it keeps the rule, or stands in a list here with its reason.
"""

from collections.abc import Iterable

import pytest
from django.db import connections

from tests.architecture import catalog, house

pytestmark = pytest.mark.usefixtures("database")

DJANGO = frozenset({"django_migrations", "django_content_type", "django_session"})
ALLAUTH = frozenset(
    {"account_emailaddress", "account_emailconfirmation", "mfa_authenticator", "usersessions_usersession"}
)
AUTH = frozenset({"auth_group", "auth_group_permissions", "auth_permission"})
BROUGHT = DJANGO | ALLAUTH | AUTH  # with what we build upon; their rooms are not ours

MIRROR = "mirror of the Platform's record, replaced by a newer version"
BEFORE_ANYBODY = "read before anybody is known, so no scope is set yet"

# Rows that change, so there is no append-only guard: entries repeat what they say, or nobody relies on it.
CHANGING = {
    "agreements_agreement": "settled, kept or lapsed once each, by entries, and `verify` compares it",
    "cases_case": "moves on with each step, by entries, and `verify` compares it",
    "cases_contact": "is settled once, by an entry, and `verify` compares it",
    "accounts_allowance": "counts requests, until the bucket is full again",
    "accounts_client": "a machine ends by its revoked_at",
    "accounts_attempt": "counts tries of signing in, until they are old",
    "accounts_invitation": "an invitation is accepted or withdrawn by its columns",
    "accounts_administrator_role": "a role ends by its revoked_at",
    "accounts_launch": "a link is opened once, by an entry, and goes a week after its end",
    "accounts_person": "people change their language and password",
    "accounts_subject": "is bound and released once each, by entries; erasure takes it away",
    "accounts_token": "a token ends by its revoked_at",
    "archive_cursor": "moves with the reaction that it belongs to",
    "archive_erasure": "says when an order was carried out; `verify` compares the rest with the order",
    "archive_parked": "counts the tries of a failing entry",
    "archive_state": "moves with each batch of numbers; guard and checkpoint outside vouch for it",
    "archive_witness": "how we stand with a witness now; what it signed is a row of its own",
    "archive_pending": "leaves when the sequencer numbers the entry",
    "attachments_file": "is examined once, by an entry, and `verify` compares it",
    "attachments_upload": "leaves with its message, or after a day",
    "conduct_rescan": "how far the worker has come; what it finds is a verdict of its own",
    "conduct_trial": "fills while it goes on; nothing of what it finds counts",
    "conduct_sample": "is read once, by an entry, and `verify` compares it",
    "reports_report": "is settled once, by an entry, and `verify` compares it",
    "enforcement_appeal": "is settled once, by an entry, and `verify` compares it",
    "standing_dispute": "is settled once, by an entry, and `verify` compares it",
    "letters_letter": "is answered once, by an entry, and `verify` compares it",
    "conversations_attempt": "is settled once, by an entry, and `verify` compares it",
    "conversations_buyer_inbox": "counters that follow the record",
    "conversations_mute": "the buyer's own setting: it is on, or lifted",
    "conversations_conversation": "the last message's line, which follows the record",
    "deadlines_miss": "is taken back once, by an entry, and `verify` compares it",
    "deadlines_obligation": "closes once, by the entry that answers it, and `verify` compares it",
    "deadlines_outage_proposal": "waits for a person; what is published is a row of its own",
    "deadlines_pulse": "one row, the latest moment; what it measures is proposed in a row of its own",
    "deadlines_promise": "ends once, by the entry that keeps it or books it as missed",
    "deadlines_sample": "is judged once, by an entry",
    "deadlines_waiver": "is objected to once, by an entry",
    "enforcement_measure": "is stayed, resumed and lifted once each, by entries, and `verify` compares it",
    "enforcement_proposal": "is settled once, by an entry, and `verify` compares it",
    "enforcement_violation": "is taken back once, by an entry; the rest is what a decision's leaf says",
    "marketplace_buyer": MIRROR,
    "marketplace_external_id": MIRROR,
    "marketplace_market": MIRROR,
    "marketplace_market_choice": "the buyer's latest choice; orders and threads keep their own market",
    "marketplace_member": MIRROR,
    "marketplace_mention": "leaves when what it names has arrived",
    "marketplace_offer": MIRROR,
    "marketplace_order": MIRROR,
    "marketplace_order_line": MIRROR,
    "marketplace_pair": MIRROR,
    "marketplace_refund": MIRROR,
    "oversight_counted": "a mark: when days were counted last",
    "oversight_day": "is counted again from the record",
    "marketplace_restriction": "is lifted once, by an entry, and `verify` compares it",
    "marketplace_seller": MIRROR,
    "marketplace_seller_identity": MIRROR,
    "marketplace_shipment": MIRROR,
    "notifications_delivery": "is tried until it is done with; nobody relies on a mail",
    "notifications_notice": "is read, or settled; what it tells of is an entry",
    "notifications_usual": "settings of a shop's own people, or of the desk's",
    "notifications_wish": "a person's own settings",
    "retention_hold": "is lifted once, by an entry, and `verify` compares it",
    "retention_period_proposal": "waits for a second person; what is published is a row of its own",
    "saved_replies_reply": "a shop's own words, changed whenever it likes",
    "composing_place": "marks: where a person is, and a draft that nobody else reads",
    "composing_seen": "marks: how far each side has read",
    "standing_grade": "what Buyers see of a Seller, counted anew each day",
    "standing_point": "is rebuilt from the record; `helpdesk standing recompute` compares",
    "standing_shown": "how a Seller is shown now; what is published is a row of its own",
    "conversations_intake": "how far an import is; what came in is an entry for each message, and one of all",
    "takeout_export": "a file in the making, then gone; that it was asked for and made are entries",
    "teamwork_absence": "a mark: who is away, and who of the shop covers",
    "teamwork_assignment": "a mark: who looks after a thread now",
    "teamwork_snooze": "a mark: until when a thread is put off",
    "teamwork_tagging": "a mark: a shop's own order of its threads",
    "marketplace_moved": "a note for the worker, gone once it was looked at",
    "search_entry": "is rebuilt from the record, and loses what is erased",
    "translations_translation": "an aid to reading, and goes with the words that it is of",
    "retention_request": "is settled once, by an entry, and `verify` compares it",
    "webhooks_delivery": "is tried until it is done with, and goes after a month; the feed has it for good",
    "webhooks_endpoint": "an owner's settings; each change is an entry",
}

# Tables without row security.
OPEN = {
    "accounts_allowance": BEFORE_ANYBODY,
    "accounts_client": BEFORE_ANYBODY,
    "accounts_attempt": BEFORE_ANYBODY,
    "accounts_invitation": BEFORE_ANYBODY,
    "accounts_administrator_role": BEFORE_ANYBODY,
    "accounts_launch": BEFORE_ANYBODY,
    "accounts_person": BEFORE_ANYBODY,
    "accounts_subject": BEFORE_ANYBODY,
    "accounts_token": BEFORE_ANYBODY,
    "archive_cosignature": "what witnesses say of the log, which everybody may know",
    "archive_log": "one row about the log itself, which everybody may know",
    "archive_state": "where the log stands, which everybody may know",
    "archive_timestamp": "what authorities say of the log, which everybody may know",
    "archive_tree": "names and keys of the trees, which everybody may know",
    "archive_witness": "how the log stands with its witnesses, which everybody may know",
    "notifications_wish": "a person's own settings, whatever hat they wear",
}

# Tables with a seller_id whose keys need not start with it: local to one node, or spread by another column.
LOCAL = {
    "accounts_invitation": "found by its digest alone, before anybody is known",
    "accounts_launch": "found by its digest alone, before anybody is known",
    "accounts_token": "found by its digest alone, before anybody is known",
    "archive_number": "the log has one order over all sellers",
    "conversations_buyer_inbox": "lies with the buyer, whose list it is",
    "marketplace_external_id": "the directory that finds the seller of a Platform's id",
    "oversight_day": "the operator's own: numbers, which are looked at by the day",
    "oversight_reading": "the operator's own, found by the administrator",
    "standing_feed": "the log has one order over all sellers",
    "retention_hold": "the operator's own: few, and all looked at together",
    "retention_request": "the operator's own, found by its time",
    "oversight_verification": "the operator's own, found by its time",
}

# Small tables copied to every node: a seller's row may refer to them.
REFERENCE = frozenset({"marketplace_market"})


def ours() -> list[catalog.Table]:
    return [table for table in catalog.tables() if table.name not in BROUGHT]


def differences(found: Iterable[str], listed: Iterable[str]) -> list[str]:
    """What is found but not listed, and what is listed but not found."""
    names, there = set(listed), set(found)
    return [f"not listed: {name}" for name in there - names] + [f"no more: {name}" for name in names - there]


def changing() -> set[str]:
    return {table.name for table in ours() if not table.is_append_only}


def without_row_security() -> set[str]:
    return {table.name for table in ours() if not (table.row_security and table.policies)}


def sellers() -> set[str]:
    """Tables of sellers that are spread by seller."""
    return {table.name for table in ours() if table.is_sellers} - LOCAL.keys()


def loose_keys() -> set[str]:
    """Keys of sellers' tables that do not start with the seller."""
    mine = sellers()
    return {key.name for key in catalog.unique_keys() if key.table in mine and key.columns[0] != "seller_id"}


def astray() -> set[str]:
    """References from sellers' tables that could lead to another seller, or off the node."""
    mine = sellers()
    return {
        f"{key.table} -> {key.target}"
        for key in catalog.references()
        if key.table in mine
        and key.target not in REFERENCE
        and (key.columns[0], key.target_columns[0]) != ("seller_id", "seller_id")
    }


def numbered() -> set[str]:
    """Sellers' tables whose rows queue for a number."""
    return {table.name for table in ours() if table.has_sequence and table.is_sellers}


def upward() -> set[str]:
    """References from a room to one that is not beneath it."""
    return {
        f"{key.table} -> {key.target}"
        for key in catalog.references()
        if {key.table, key.target}.isdisjoint(BROUGHT)
        and (here := key.table.split("_")[0]) != (there := key.target.split("_")[0])
        and house.floor(here) <= house.floor(there)
    }


def test_every_table_belongs_to_a_room() -> None:
    assert {table.name for table in ours() if table.room not in house.rooms()} == set()


def test_every_table_is_append_only_or_has_a_reason_to_change() -> None:
    house.show(differences(changing(), CHANGING))


def test_every_table_has_row_security_or_a_reason() -> None:
    house.show(differences(without_row_security(), OPEN))


def test_the_application_has_no_right_to_change_the_record() -> None:
    assert {t.name: t.app_rights for t in ours() if t.is_append_only and t.app_rights} == {}


def test_the_application_owns_nothing_and_bypasses_nothing() -> None:
    assert {t.name for t in catalog.tables() if t.owner == catalog.app_role()} == set()
    sql = "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = %s"
    assert catalog.rows(sql, [catalog.app_role()]) == [(False, False, False)]
    assert catalog.rows("SELECT current_user::text") == [(catalog.app_role(),)]


def test_no_function_borrows_the_owners_rights() -> None:
    sql = "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"
    # but two, which ask for what the policy asks: docs/why/search.md
    assert sorted(catalog.rows(sql)) == [("oversight_said_v2",), ("search_match_v5",)]


def test_keys_and_references_of_a_seller_stay_with_the_seller() -> None:
    assert (loose_keys(), astray()) == (set(), set())
    assert {key.table for key in catalog.unique_keys() if key.primary} >= sellers()


def test_no_sequence_numbers_a_sellers_rows() -> None:
    assert numbered() == set()


def test_references_point_down() -> None:
    assert upward() == set()


def test_every_exception_still_exists_and_has_a_reason() -> None:
    assert LOCAL.keys() <= {table.name for table in ours() if table.is_sellers}
    assert all(len(why.split()) >= 3 for why in [*CHANGING.values(), *OPEN.values(), *LOCAL.values()])


def test_a_table_that_keeps_no_rule_is_noticed() -> None:
    """Made by the owner, as a careless migration would."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "CREATE TABLE archive_stray (id bigserial PRIMARY KEY, seller_id bigint, message uuid,"
            " FOREIGN KEY (seller_id, message) REFERENCES conversations_message (seller_id, id),"
            " person uuid REFERENCES accounts_person (id))"
        )
    assert "archive_stray" in changing() & without_row_security() & sellers() & numbered()
    assert "archive_stray_pkey" in loose_keys()
    assert "archive_stray -> accounts_person" in astray()
    assert upward() == {"archive_stray -> conversations_message", "archive_stray -> accounts_person"}
