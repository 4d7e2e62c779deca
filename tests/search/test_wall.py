"""The one function that borrows the owner's rights: it is the policy itself, in every scope and in none."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, connections, transaction

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.search.models import SearchEntry
from helpdesk.search.terms import NAMES, Kind
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA

EVERYBODY = (ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA)
ANY = "!'=nosuchword'"
LOOK = (
    "SELECT id, kind FROM search_match_v5"
    "(%s, %s, %s, NULL, NULL, NULL, NULL, false, NULL, NULL, 999, %s, 999)"
)
OLD = "SELECT id, kind FROM search_match_v3(%s, NULL, NULL, NULL, NULL, NULL, false, NULL, 999, NULL, 999)"


def seen(query: str = ANY, *, kinds: list[str] | None = None, few: int | None = None) -> set[tuple[str, str]]:
    """What the function lets through in the present scope."""
    with connection.cursor() as cursor:
        cursor.execute(LOOK, [query, query, kinds, few])
        return {(str(id), kind) for id, kind in cursor.fetchall()}


def allowed() -> set[tuple[str, str]]:
    """What row security lets through in the present scope."""
    return {(str(id), kind) for id, kind in SearchEntry.objects.values_list("id", "kind")}


@contextmanager
def scope(*, said: str, seller: str = "", buyer: str = "") -> Iterator[None]:
    """A transaction with settings that no actor of ours has."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name, value in (("scope", said), ("seller", seller), ("buyer", buyer)):
            cursor.execute("SELECT set_config(%s, %s, true)", [f"helpdesk.{name}", value])
        yield


@pytest.fixture
def all_sorts(talk: Ref) -> Ref:
    """A row of every kind for every audience in Clara's thread, beside what her talk has left."""
    with acting(SYSTEM):
        row = SearchEntry.objects.filter(conversation_id=talk.id, kind=Kind.MESSAGE.value).first()
        assert row is not None
        for kind in Kind:
            for audience in range(4):
                row.id, row.kind, row.audience = type(row.id)(int=audience + 1), kind.value, audience
                row.save(force_insert=True)
    return talk


@pytest.mark.parametrize("few", [None, 500])
@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda actor: actor.name)
def test_it_lets_through_what_row_security_does_and_of_administrators_names_only(
    all_sorts: Ref, actor: Actor, few: int | None
) -> None:
    with acting(actor):
        rows, through = allowed(), seen(few=few)
    names = {kind.value for kind in NAMES}
    assert through == ({row for row in rows if row[1] in names} if actor is EDDA else rows)
    assert bool(through) is (actor is not DMITRI)


@pytest.mark.parametrize("actor", [DMITRI, HANIA, EDDA], ids=lambda actor: actor.name)
def test_asking_for_a_sort_of_rows_opens_none(all_sorts: Ref, actor: Actor) -> None:
    with acting(actor):
        assert seen("'=pakete'", kinds=[kind.value for kind in Kind]) == set()


@pytest.mark.parametrize(
    "settings",
    [
        {"said": ""},
        {"said": "none"},
        {"said": "own"},
        {"said": "ALL"},
        {"said": "none", "seller": str(ANNA.seller_id)},
        {"said": "", "buyer": str(CLARA.buyer_id)},
    ],
)
def test_without_a_scope_there_is_nothing(all_sorts: Ref, settings: dict[str, str]) -> None:
    assert seen() == set()
    with scope(**settings):
        assert seen() == set()


def test_who_were_both_would_see_no_more_than_as_a_seller(all_sorts: Ref) -> None:
    with scope(said="own", seller=str(DMITRI.seller_id), buyer=str(CLARA.buyer_id)):
        assert seen() <= allowed()


@pytest.mark.parametrize("said", ["'; DROP TABLE search_entry", "'=x' | ", "'=x') OR ('=y'"])
def test_a_query_is_a_value_and_never_a_statement(all_sorts: Ref, said: str) -> None:
    with pytest.raises(ProgrammingError, match="tsquery"), acting(DMITRI):
        seen(said)
    for harmless in ("' OR true --'", "'$1'", "'%s'"):
        with acting(DMITRI):
            assert seen(harmless) == set()
    with acting(ANNA):
        assert seen()


@pytest.mark.parametrize("job", ["auditor", "sequencer", "eraser"])
def test_no_other_job_may_call_it(all_sorts: Ref, job: str) -> None:
    sql = (
        "SELECT has_function_privilege(r.oid, p.oid, 'EXECUTE') FROM pg_proc p, pg_roles r"
        " WHERE p.proname = 'search_match_v5' AND r.rolname = %s"
    )
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, [settings.HELPDESK_ROLES[job]])
        assert cursor.fetchall() == [(False,)]
        cursor.execute(sql, [settings.HELPDESK_ROLES["app"]])
        assert cursor.fetchall() == [(True,)]


def test_it_looks_names_up_where_nobody_else_can_put_any(database: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT proconfig, prosecdef FROM pg_proc WHERE proname = 'search_match_v5'")
        assert cursor.fetchall() == [(["search_path=pg_catalog, pg_temp", "enable_seqscan=off"], True)]
        cursor.execute("SELECT has_schema_privilege('public', 'CREATE')")
        assert cursor.fetchall() == [(False,)]


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda actor: actor.name)
def test_the_one_before_it_has_its_callers_rights(all_sorts: Ref, actor: Actor) -> None:
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(OLD, ["'=pakete'"])
        assert {(str(id), kind) for id, kind in cursor.fetchall()} <= allowed()
    with connection.cursor() as cursor:
        cursor.execute(OLD, ["'=pakete'"])
        assert cursor.fetchall() == []


def test_a_table_put_in_front_is_not_read(all_sorts: Ref) -> None:
    """Whoever can run SQL as the application may lay a table of that name into the temporary schema."""
    with acting(ANNA), connection.cursor() as cursor:
        before = seen()
        cursor.execute("CREATE TEMP TABLE search_entry (id integer)")
        assert seen() == before
        cursor.execute("DROP TABLE pg_temp.search_entry")
