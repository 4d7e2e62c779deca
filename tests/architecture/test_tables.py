"""What the migrated database promises: guards, row security, and keys that start with the seller.

Every table is accounted for: it keeps the rule, or stands in a list here with its reason.
"""

import pytest

from tests.architecture import catalog, house

pytestmark = pytest.mark.usefixtures("database")

DJANGO = frozenset({"django_migrations", "django_content_type", "django_session"})
AUTH = frozenset({"auth_group", "auth_group_permissions", "auth_permission"})

# Rows that change, so no append-only guard: state that is derived from entries or mirrored from the Platform.
CHANGING: dict[str, str] = {}

# Tables without row security.
OPEN: dict[str, str] = {}

# Tables with a seller_id that are local to one node, so their keys need not start with it.
LOCAL: dict[str, str] = {}

# Small tables copied to every node: a seller's row may refer to them.
REFERENCE = frozenset({"marketplace_market"})


def ours() -> list[catalog.Table]:
    return [table for table in catalog.tables() if table.name not in DJANGO | AUTH]


def test_every_table_belongs_to_a_room() -> None:
    assert {table.name for table in ours() if table.room not in house.rooms()} == set()


def test_every_table_is_append_only_or_has_a_reason_to_change() -> None:
    found = {table.name for table in ours() if not table.is_append_only}
    assert found == CHANGING.keys()


def test_the_application_has_no_right_to_change_the_record() -> None:
    assert {t.name: t.app_rights for t in ours() if t.is_append_only and t.app_rights} == {}


def test_every_table_has_row_security_or_a_reason() -> None:
    found = {table.name for table in ours() if not (table.row_security and table.policies)}
    assert found == OPEN.keys()


def test_the_application_owns_nothing_and_bypasses_nothing() -> None:
    assert {t.name for t in catalog.tables() if t.owner == catalog.app_role()} == set()
    sql = "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = %s"
    assert catalog.rows(sql, [catalog.app_role()]) == [(False, False, False)]
    assert catalog.rows("SELECT current_user::text") == [(catalog.app_role(),)]


def test_no_function_borrows_the_owners_rights() -> None:
    sql = "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"
    assert catalog.rows(sql) == []


def test_keys_of_a_sellers_tables_start_with_the_seller() -> None:
    sellers = {table.name for table in ours() if table.is_sellers} - LOCAL.keys()
    assert {
        k.name: k.columns for k in catalog.unique_keys() if k.table in sellers and k.columns[0] != "seller_id"
    } == {}
    assert {key.table for key in catalog.unique_keys() if key.primary} >= sellers


def test_references_of_a_sellers_tables_stay_with_the_seller() -> None:
    sellers = {table.name for table in ours() if table.is_sellers}
    astray = [
        key
        for key in catalog.references()
        if key.table in sellers
        and key.target not in REFERENCE
        and (key.columns[0], key.target_columns[0]) != ("seller_id", "seller_id")
    ]
    assert astray == []


def test_no_sequence_numbers_a_sellers_rows() -> None:
    assert {table.name for table in ours() if table.has_sequence and table.is_sellers} == set()


def test_references_point_down() -> None:
    astray = [
        f"{key.table} -> {key.target}"
        for key in catalog.references()
        if {key.table, key.target}.isdisjoint(DJANGO | AUTH)
        and key.table.split("_")[0] != key.target.split("_")[0]
        and house.floor(key.table.split("_")[0]) <= house.floor(key.target.split("_")[0])
    ]
    assert astray == []


def test_every_exception_still_exists() -> None:
    names = {table.name for table in ours()}
    assert (CHANGING.keys() | OPEN.keys() | LOCAL.keys()) - names == set()
    assert all(len(why.split()) >= 3 for why in [*CHANGING.values(), *OPEN.values(), *LOCAL.values()])
