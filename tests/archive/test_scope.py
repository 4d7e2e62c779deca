"""Scope: whose rows a transaction sees, and that nobody ever sees another's."""

from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection, connections, transaction

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.models import Entry, Number, Pending, Value
from helpdesk.archive.terms import Audience, Chain
from helpdesk.kernel.actor import SYSTEM, Actor
from tests.archive.entries import append, chain, number
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, DMITRIS_SHOP, EDDA, GRETA, HANIA, PLATFORM
from tests.statements import statements

pytestmark = pytest.mark.usefixtures("database")

SETTINGS = "SELECT " + ", ".join(
    f"coalesce(current_setting('helpdesk.{name}', true), '')" for name in ("scope", "seller", "buyer")
)
ALL, NONE = ("all", "", ""), ("", "", "")
ANNAS, DMITRIS = ("own", str(ANNAS_SHOP), ""), ("own", str(DMITRIS_SHOP), "")
CLARAS = ("own", "", str(CLARA.buyer_id))


def settings_now() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(SETTINGS)
        scope: tuple[str, ...] = cursor.fetchone()
        return ("", *scope[1:]) if scope[0] == "none" else scope


@pytest.mark.parametrize(
    ("actor", "scope"),
    [
        (ANNA, ANNAS),
        (BRUNO, ANNAS),
        (DMITRI, DMITRIS),
        (CLARA, CLARAS),
        (EDDA, ALL),
        (PLATFORM, ALL),
        (SYSTEM, ALL),
    ],
)
def test_acting_sets_the_actors_scope_and_takes_it_back(actor: Actor, scope: tuple[str, ...]) -> None:
    with acting(actor):
        assert settings_now() == scope
    assert settings_now() == NONE


def test_a_nested_scope_ends_where_it_began() -> None:
    with acting(ANNA):
        with acting(CLARA):
            with everything():
                assert settings_now() == ALL
            assert settings_now() == CLARAS
        assert settings_now() == ANNAS
    assert settings_now() == NONE


def test_an_error_inside_brings_the_outer_scope_back() -> None:
    with acting(ANNA):
        with pytest.raises(RuntimeError), acting(EDDA):
            raise RuntimeError
        assert settings_now() == ANNAS
        with pytest.raises(ProgrammingError), acting(EDDA):
            connection.cursor().execute("SELECT * FROM nothing_like_this")
        assert settings_now() == ANNAS
    assert settings_now() == NONE


def test_an_error_inside_a_savepoint_keeps_the_scope() -> None:
    with acting(ANNA):
        with pytest.raises(RuntimeError), transaction.atomic(), acting(CLARA):
            raise RuntimeError
        assert settings_now() == ANNAS
        with acting(DMITRI):
            with pytest.raises(ProgrammingError), transaction.atomic():
                connection.cursor().execute("SELECT * FROM nothing_like_this")
            assert settings_now() == DMITRIS
        assert settings_now() == ANNAS


def test_an_error_at_the_top_leaves_nothing_behind() -> None:
    with pytest.raises(RuntimeError), acting(EDDA):
        raise RuntimeError
    assert settings_now() == NONE
    with transaction.atomic(), acting(ANNA):
        pass
    assert settings_now() == NONE


def test_within_a_plain_transaction_the_scope_ends_with_its_block() -> None:
    with transaction.atomic():
        with acting(EDDA):
            assert settings_now() == ALL
        assert settings_now() == NONE


def test_setting_a_scope_is_one_statement() -> None:
    with statements() as count, acting(ANNA):
        pass
    assert count() <= 3  # BEGIN, the scope, COMMIT


def shown(actor: Actor | None, model: type[Entry | Value | Number] = Entry) -> set[tuple[int, int]]:
    """(seller, audience) of the notes that somebody sees."""
    rows = model.objects.exclude(seller_id=0)
    if actor is None:
        return set(rows.values_list("seller_id", "audience"))
    with acting(actor):
        return set(rows.values_list("seller_id", "audience"))


@pytest.fixture
def every_audience(database: str) -> dict[Audience, Chain]:
    """A numbered entry for each audience, between Anna's shop and Clara."""
    chains = {audience: chain(audience=audience, buyer=CLARA) for audience in Audience}
    for audience, to in chains.items():
        append(to, key=audience.name, actor=EDDA)
    append(chain(seller_id=DMITRIS_SHOP, audience=Audience.BOTH, buyer=HANIA), actor=EDDA)
    number()
    return chains


@pytest.mark.parametrize("model", [Entry, Value, Number])
@pytest.mark.parametrize(
    ("actor", "seen"),
    [
        (ANNA, {(ANNAS_SHOP, 0), (ANNAS_SHOP, 1)}),
        (BRUNO, {(ANNAS_SHOP, 0), (ANNAS_SHOP, 1)}),
        (CLARA, {(ANNAS_SHOP, 0), (ANNAS_SHOP, 3)}),
        (DMITRI, {(DMITRIS_SHOP, 0)}),
        (HANIA, {(DMITRIS_SHOP, 0)}),
        (GRETA, {(ANNAS_SHOP, n) for n in range(4)} | {(DMITRIS_SHOP, 0)}),
        (None, set()),
    ],
)
@pytest.mark.usefixtures("every_audience")
def test_each_sees_what_is_meant_for_them(
    model: type[Entry | Value | Number], actor: Actor | None, seen: set[tuple[int, int]]
) -> None:
    assert shown(actor, model) == seen


@pytest.mark.usefixtures("every_audience")
def test_an_empty_scope_is_no_scope() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for scope in ("", "none", "ALL", "own"):
            cursor.execute("SELECT set_config('helpdesk.scope', %s, true)", [scope])
            assert shown(None) == set()


@pytest.mark.parametrize("model", [Entry, Value])
@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_writing_a_row_of_somebody_else_is_refused_and_tells_nothing(
    every_audience: dict[Audience, Chain], model: type[Entry | Value], actor: Actor
) -> None:
    """The same answer whether the row is there or not, and none of its content."""
    taken = Entry.objects.using("auditor").get(seller_id=DMITRIS_SHOP).id
    answers = {str(refusal(actor, model, id)) for id in (taken, uuid4())}
    assert len(answers) == 1
    assert "row-level security" in answers.pop()


def refusal(actor: Actor, model: type[Entry | Value], id: UUID) -> BaseException:
    row = model.objects.using("auditor").filter(seller_id=DMITRIS_SHOP)[0]
    if isinstance(row, Entry):
        row.id, row.chain = id, uuid4()
    else:
        row.entry_id = id
    with pytest.raises(ProgrammingError) as error, acting(actor):
        row.save(using="default", force_insert=True)
    return error.value


@pytest.mark.parametrize("actor", [DMITRI, HANIA, CLARA])
def test_appending_to_the_chain_of_somebody_else_is_refused(actor: Actor) -> None:
    to = chain()
    append(to, actor=ANNA)
    with pytest.raises(Exception, match="row-level security"):
        append(to, key="mine", actor=actor)


def test_nobody_marks_anothers_entry_without_a_scope() -> None:
    with pytest.raises(ProgrammingError, match="row-level security"):
        Pending.objects.bulk_create([Pending(seller_id=ANNAS_SHOP, entry_id=uuid4())])


def test_alternating_tenants_on_one_connection_never_meet(
    every_audience: dict[Audience, Chain], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pool of one: each request takes up the connection that another one left, also after an error."""
    own = {
        ANNA: {(ANNAS_SHOP, 0), (ANNAS_SHOP, 1)},
        DMITRI: {(DMITRIS_SHOP, 0)},
        CLARA: {(ANNAS_SHOP, 0), (ANNAS_SHOP, 3)},
        HANIA: {(DMITRIS_SHOP, 0)},
    }
    one_connection(monkeypatch)
    backends = set()
    for turn in range(100):
        for actor, seen in own.items():
            if turn % 7 == 0:
                with pytest.raises(RuntimeError), acting(actor):
                    raise RuntimeError
            assert shown(None) == set()
            assert shown(actor) == seen
            backends.add(hot.rows("SELECT pg_backend_pid()", [])[0][0])
            connection.close()  # the end of a request: back to the pool
    assert len(backends) == 1
    hang_up()


def one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    hang_up()
    options = connections["default"].settings_dict["OPTIONS"]
    monkeypatch.setitem(options, "pool", {"min_size": 1, "max_size": 1, "timeout": 2})


def hang_up() -> None:
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
