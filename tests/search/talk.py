"""Much talk, made up: rows of the index as reactions would have written them."""

import random
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import psycopg
from django.db import connections

from helpdesk.search.rules import vector
from helpdesk.search.terms import Language
from tests.cast import TUESDAY

COMMON = ("bitte", "paket", "meine", "bestellung", "danke", "wann", "kommt", "die", "ware", "rechnung")
_SYLLABLES = (
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "wa",
    "ge",
    "schrau",
    "dich",
    "tung",
    "rohr",
)
_COLUMNS = "seller_id, id, kind, conversation_id, buyer_id, audience, market, side, has_file, at, words"
PER_THREAD = 5
WORDS = len(_SYLLABLES) ** 3


def rare(number: int) -> str:
    """A word that few messages have."""
    many = len(_SYLLABLES)
    return "".join(_SYLLABLES[number // many**place % many] for place in range(3))


def seller_of(number: int, sellers: int) -> int:
    """Whose message it is: half of all are the first seller's, so that a big shop is measured."""
    return 1 if number % 2 else 2 + number // 2 % (sellers - 1)


def fill(*, messages: int, sellers: int = 200, first: int = 0) -> None:
    """Add so many messages, as the owner; statistics are brought up to date."""
    owner = connections["owner"]
    owner.ensure_connection()
    raw: psycopg.Connection = owner.connection
    with raw.cursor() as cursor:
        with cursor.copy(f"COPY search_entry ({_COLUMNS}) FROM STDIN") as copy:
            for row in _rows(first, messages, sellers):
                copy.write_row(row)
        cursor.execute("ANALYZE search_entry")


def _rows(first: int, messages: int, sellers: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(first)
    for number in range(first, first + messages):
        thread, seller = UUID(int=number // PER_THREAD), seller_of(number, sellers)
        said = chance.choices(COMMON, k=8) + [rare(chance.randrange(WORDS)) for _ in range(12)]
        words = vector([" ".join(said)], language=Language.DE)
        at = TUESDAY - timedelta(minutes=20 * number)
        yield (
            *(seller, UUID(int=number), "message", thread, UUID(int=number // 40), 0, "de"),
            *(("buyer", "seller")[number % 3 == 0], number % 10 == 0, at, words),
        )
