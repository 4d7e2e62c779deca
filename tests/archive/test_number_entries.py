"""Number entries: one order without gaps, whoever commits late and whoever is killed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from uuid import UUID

import psycopg
import pytest
from django.db import ProgrammingError, connection, connections

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.database.backdating import backdating
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Number
from helpdesk.archive.terms import CHANNEL, Audience, Chain
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Forbidden
from tests.archive.entries import append, at_once, chain, fill, ids, number
from tests.cast import ANNA, CLARA, DMITRI, DMITRIS_SHOP, EDDA, PLATFORM

pytestmark = pytest.mark.usefixtures("database")

KEYS = 2  # entries of a log that has just begun: one publishes the receipt key, one the log key


@pytest.fixture(autouse=True)
def begun(database: str) -> None:
    """The log's own entries, its keys, are numbered beforehand: they are not what is tested here."""
    assert number() == KEYS


def numbers() -> list[tuple[int, UUID]]:
    with acting(EDDA):
        return list(Number.objects.order_by("number").values_list("number", "entry_id"))


def order() -> list[UUID]:
    return [entry for _, entry in numbers()][KEYS:]


@contextmanager
def uncommitted(to: Chain) -> Iterator[None]:
    """An entry that is written before the block and committed after it, by somebody else."""
    written, go = Event(), Event()

    def deed() -> None:
        with acting(ANNA):
            append(to)
            written.set()
            assert go.wait(10)
        connections.close_all()

    thread = Thread(target=deed)
    thread.start()
    assert written.wait(10)
    try:
        yield
    finally:
        go.set()
        thread.join()


def test_numbers_begin_at_zero_and_leave_no_gap() -> None:
    fill(chain(), 5)
    fill(chain(), 5)
    assert number() == 10
    assert [n for n, _ in numbers()] == list(range(12))
    assert number() == 0
    assert queries.last_number() == -1  # nobody asks
    with acting(EDDA):
        assert queries.last_number() == 11


def test_the_order_is_by_instant_then_seller_then_chain_then_place() -> None:
    same = clock.now() + timedelta(seconds=1)
    chains = [chain(), chain(), chain(seller_id=DMITRIS_SHOP)]
    for to, actor in zip(reversed(chains), (DMITRI, ANNA, ANNA), strict=True):
        with acting(actor):
            for key in ("a", "b"):
                archive.append(chain=to, kind="memo", actor=actor, now=same, key=f"{key}{to.id}")
    number()
    with acting(EDDA):
        entries = Entry.objects.filter(kind="memo").order_by("at", "seller_id", "chain", "n")
        expected = list(entries.values_list("id", flat=True))
    assert order() == expected


def test_numbers_repeat_what_their_entries_say() -> None:
    append(chain(audience=Audience.BUYER, buyer=CLARA), actor=CLARA)
    number()
    with acting(EDDA):
        row, entry = Number.objects.get(kind="memo"), Entry.objects.get(kind="memo")
    assert (row.seller_id, row.entry_id, row.chain) == (entry.seller_id, entry.id, entry.chain)
    assert (row.buyer_id, row.audience) == (CLARA.buyer_id, 3)


def test_an_entry_that_commits_late_is_not_missed() -> None:
    late, soon = chain(), chain()
    with uncommitted(late):
        append(soon, key="soon")
        assert number() == 1
    assert number() == 1
    assert order() == ids(soon) + ids(late)
    with acting(EDDA):
        after = queries.numbered_after(number=KEYS, up_to=99, kinds=["memo"], limit=10)
    assert [entry.entry_id for entry in after] == ids(late)


def test_batches_go_on_where_the_last_one_ended() -> None:
    to = chain()
    fill(to, 7)
    given = [archive.number_entries(actor=SYSTEM, now=clock.now(), batch=3) for _ in range(4)]
    assert given == [3, 3, 1, 0]
    assert order() == ids(to)


def test_two_sequencers_at_once_number_everything_once() -> None:
    to = chain()
    fill(to, 30)

    def step(_: int) -> int:
        return sum(archive.number_entries(actor=SYSTEM, now=clock.now(), batch=4) for _ in range(8))

    assert sum(at_once(2, step)) == 30
    assert order() == ids(to)
    assert [n for n, _ in numbers()] == list(range(32))


def test_numbering_while_others_write_leaves_no_gap_and_keeps_every_chain_in_order() -> None:
    chains = [chain() for _ in range(3)]

    def work(who: int) -> None:
        if who == 3:
            for _ in range(15):
                number()
        else:
            for n in range(10):
                append(chains[who], key=f"{who}-{n}")

    at_once(4, work)
    number()
    assert [n for n, _ in numbers()] == list(range(32))
    placed = order()
    for to in chains:
        assert [entry for entry in placed if entry in set(ids(to))] == ids(to)


def test_a_sequencer_that_is_killed_leaves_nothing_half_done() -> None:
    to = chain()
    fill(to, 3)
    dying = psycopg.connect(**connections["sequencer"].get_connection_params())
    assert dying.execute("SELECT archive_number_v1(10)").fetchone() == (3,)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [dying.info.backend_pid])
    dying.close()
    assert order() == []
    assert number() == 3
    assert order() == ids(to)


def test_listeners_are_woken_once_a_batch_and_only_by_one() -> None:
    parameters = connections["auditor"].get_connection_params()
    with psycopg.connect(**parameters, autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        fill(chain(), 3)
        number()
        number()
        heard = list(listener.notifies(timeout=0.3))
    assert [(note.channel, note.payload) for note in heard] == [(CHANNEL, "")]


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA, PLATFORM])
def test_nobody_else_numbers(actor: Actor) -> None:
    append(chain())
    with pytest.raises(Forbidden):
        archive.number_entries(actor=actor, now=clock.now())
    assert order() == []


def test_the_application_cannot_number_whatever_its_scope() -> None:
    append(chain())
    for sql in (
        "SELECT archive_number_v1(10)",
        "INSERT INTO archive_number VALUES (99, gen_random_uuid(), 1, NULL, 0, 'memo', gen_random_uuid())",
        "DELETE FROM archive_pending",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), acting(EDDA):
            connection.cursor().execute(sql)


def test_a_past_instant_is_numbered_after_what_is_numbered_already() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE archive_log DISABLE TRIGGER append_only")
        cursor.execute("UPDATE archive_log SET mode = 'demo'")
    soon, past = chain(), chain()
    append(soon, key="soon")
    number()
    with backdating(), acting(ANNA):
        archive.append(chain=past, kind="memo", actor=ANNA, now=clock.now() - timedelta(days=3), key="past")
    number()
    assert order() == ids(soon) + ids(past)
