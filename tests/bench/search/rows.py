"""The made world as lines of COPY, in the columns' order."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from helpdesk.search.rules import vector
from tests.bench.search.words import vector_of
from tests.bench.search.world import BLOCK, IN_BLOCK, START, STEP, Said, Talk, name_of, uuid_of, waits

COLUMNS: Final = {
    "search_entry": "seller_id id kind conversation_id buyer_id audience market side has_file at words",
    "conversations_conversation": "seller_id id buyer_id audience pair market order_id title started_at"
    " last_n last_at last_side",
    "conversations_message": "seller_id id conversation_id n buyer_id audience side language at",
    "archive_value": "seller_id entry_id name value salt buyer_id audience",
    "attachments_file": "seller_id id entry_id chain position buyer_id audience side author at size"
    " storage_key state tries has_copy",
    "marketplace_pair": "seller_id buyer_id audience pair display_name language market",
    "deadlines_obligation": "seller_id id chain buyer_id audience cause question_id received_at budget_us"
    " opened_deadline opened_version opened_outages deadline calendar calendar_version outages zone"
    " with_order answered_by answered_at verdict",
}
Lines = dict[str, list[str]]
_SALT, _NULL = "\\\\x" + "00" * 32, "\\N"


def lines_of_messages(messages: Iterable[Said]) -> Lines:
    """What is said, with its files and notes."""
    lines: Lines = {table: [] for table in COLUMNS}
    for one in messages:
        entry = uuid_of("message", one.number)
        _add_text(lines, one, entry, "message", 0, one.words)
        place = _around(one.talk)
        lines["conversations_message"].append(
            _line(place[0], entry, place[1], one.n, place[2], 0, one.side, "de", one.at)
        )
        if one.read:
            _add_file(lines, one, entry)
        if one.note:
            _add_text(lines, one, uuid_of("note", one.number), "note", 1, one.note)
    return lines


def lines_of_threads(*, first: int, until: int, last: int) -> Lines:
    """The threads of these messages as they stand when `last` are said, their people, and what waits."""
    lines: Lines = {table: [] for table in COLUMNS}
    for number in range(first // BLOCK * IN_BLOCK, until // BLOCK * IN_BLOCK):
        talk = Talk(number)
        _add_thread(lines, talk)
        _add_obligation(lines, talk, waits(talk=talk, until=last))
    return lines


def _add_thread(lines: Lines, talk: Talk) -> None:
    seller, thread, buyer = _around(talk)
    began = START + (talk.number // IN_BLOCK * BLOCK + talk.number % IN_BLOCK) * STEP
    last = began + 4 * IN_BLOCK * STEP
    pair = uuid_of(f"pair {seller}", talk.buyer)
    order = uuid_of("order", talk.number)
    lines["conversations_conversation"].append(
        _line(seller, thread, buyer, 0, pair, talk.market, order, talk.order, began, 4, last, "buyer")
    )
    titles = vector([talk.order, talk.parcel], language=None, weight="A")
    row = (thread, buyer, 0, talk.market, "buyer", "f", last)
    lines["search_entry"].append(_line(seller, thread, "thread", *row, titles))
    if talk.number % 8 != 1 and seller == 1:
        return  # one row of a person for each of their shops
    name = name_of(talk.buyer)
    lines["marketplace_pair"].append(_line(seller, buyer, 1, pair, name, "de", talk.market))
    named = vector([name], language=None, weight="A")
    row = (thread, buyer, 1, talk.market, "buyer", "f", last)
    lines["search_entry"].append(_line(seller, buyer, "person", *row, named))


def _add_text(lines: Lines, one: Said, id: UUID, kind: str, audience: int, words: list[str]) -> None:
    seller, thread, buyer = _around(one.talk)
    side, has_file = (one.side, "t" if one.read else "f") if kind == "message" else ("seller", "f")
    row = (seller, id, kind, thread, buyer, audience, one.talk.market, side, has_file, one.at)
    lines["search_entry"].append(_line(*row, vector_of(words)))
    body = "\\\\x" + " ".join(words).encode().hex()
    lines["archive_value"].append(_line(seller, id, "body", body, _SALT, buyer, audience))


def _add_file(lines: Lines, one: Said, entry: UUID) -> None:
    seller, thread, buyer = _around(one.talk)
    file = uuid_of("file", one.number)
    row = (seller, file, "file", thread, buyer, 0, one.talk.market, one.side, "t", one.at)
    lines["search_entry"].append(_line(*row, vector_of(one.read, placed=False)))
    name = "\\\\x" + json.dumps({"name": f"{one.read[0]}.pdf"}).encode().hex()
    lines["archive_value"].append(_line(seller, entry, "file-0", name, _SALT, buyer, 0))
    author = buyer if one.side == "buyer" else uuid_of("agent", seller)
    where = (seller, file, entry, thread, 0, buyer, 0, one.side, author, one.at)
    lines["attachments_file"].append(_line(*where, 4_000, str(file), "clean", 1, "f"))


def _add_obligation(lines: Lines, talk: Talk, is_open: bool) -> None:
    """Of the last question; the database does not look at the others when it searches."""
    seller, thread, buyer = _around(talk)
    number = talk.number // IN_BLOCK * BLOCK + 4 * IN_BLOCK + talk.number % IN_BLOCK
    question, asked = uuid_of("message", number), START + number * STEP
    due = asked + timedelta(days=1)
    closed = (_NULL,) * 3 if is_open else (uuid_of("answer", number), due, "in_time")
    cause = (thread, buyer, 0, "message", question, asked, 86_400_000_000, due, 1, 0, due)
    rest = ("DE", 1, 0, "Europe/Berlin", "t")
    lines["deadlines_obligation"].append(_line(seller, question, *cause, *rest, *closed))


def _around(talk: Talk) -> tuple[int, UUID, UUID]:
    """Whose row it is: seller, thread, buyer."""
    return talk.seller, uuid_of("thread", talk.number), uuid_of("buyer", talk.buyer)


def _line(*values: object) -> str:
    return "\t".join(map(str, values)) + "\n"


def tables(lines: Lines) -> Iterator[tuple[str, str]]:
    """Each table's lines as one text."""
    return ((table, "".join(some)) for table, some in lines.items() if some)
