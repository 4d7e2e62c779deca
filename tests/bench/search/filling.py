"""Fill a migrated database with talk: COPY, with the indexes of words built afterwards, as a restore does."""

import time

import psycopg
from psycopg import sql

from helpdesk.console import say
from tests.bench.search.rows import COLUMNS, Lines, lines_of_messages, lines_of_threads, tables
from tests.bench.search.world import BLOCK, MARKETS, SELLERS, said, uuid_of

BATCH = 20_000  # messages in memory at a time
TOLD = 100_000
_WORDS = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'search_entry' AND indexdef ~ ' gin '"


def prepare(admin: psycopg.Connection, *, first: int) -> None:
    """The connection; before the first message also markets and sellers."""
    admin.execute(
        "SET session_replication_role = replica"
    )  # the world is whole, though not all of it is made
    if first:
        return
    for code in sorted(set(MARKETS)):
        admin.execute(
            "INSERT INTO marketplace_market (code, country, currency, time_zone, languages,"
            " delivery_countries, law, allowed_hosts)"
            " VALUES (%s, upper(%s), 'EUR', 'Europe/Berlin', '{de}', '{DE}', upper(%s), '{}')",
            [code] * 3,
        )
    with admin.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO marketplace_seller (seller_id, external_id, stand_in, name, trader, country,"
            " subdivision, time_zone, status)"
            " VALUES (%s, %s, %s, %s, true, 'DE', '', 'Europe/Berlin', 'active')",
            [(k, f"seller-{k}", uuid_of("stand-in", k), f"Shop {k}") for k in range(1, SELLERS + 1)],
        )


def fill(admin: psycopg.Connection, *, first: int, until: int) -> None:
    """Add these messages, whole blocks of them, with what is around them; says how far it is."""
    if first % BLOCK or until % BLOCK:
        raise SystemExit(f"Sizes are whole blocks of {BLOCK} messages.")
    began = time.monotonic()
    indexes = admin.execute(_WORDS).fetchall()
    for name, _ in indexes:
        admin.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    for start in range(first, until, BATCH):
        end = min(start + BATCH, until)
        _store(admin, lines_of_messages(said(first=start, until=end)))
        _store(admin, lines_of_threads(first=start, until=end, last=until))
        if (end - first) % TOLD == 0 and end < until:
            say.line(f"  {end:,} messages after {time.monotonic() - began:.0f} s")
    _build(admin, [statement for _, statement in indexes])
    say.line(f"✓ {until:,} messages ({time.monotonic() - began:.0f} s)")


def _store(admin: psycopg.Connection, lines: Lines) -> None:
    for table, text in tables(lines):
        names = sql.SQL(", ").join(map(sql.Identifier, COLUMNS[table].split()))
        into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
        with admin.cursor() as cursor, cursor.copy(into) as copy:
            copy.write(text)


def _build(admin: psycopg.Connection, statements: list[str]) -> None:
    admin.execute("SET maintenance_work_mem = '1GB'")
    for statement in statements:
        admin.execute(statement)
    admin.execute("RESET maintenance_work_mem")
    admin.execute("VACUUM (ANALYZE)")
