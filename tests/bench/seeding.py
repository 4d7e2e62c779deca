"""Fill a migrated database with conversations as if they had been held: COPY instead of a post each."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import psycopg
from psycopg import sql

from helpdesk.accounts.rules import digest
from helpdesk.kernel import clock
from tests.bench.stories import Said, story
from tests.bench.world import SELLERS, THREADS_PER_BUYER, Thread, agent, seller_id, token, uuid_of

BATCH = 5_000  # conversations held in memory at a time

_ENTRY = "seller_id id chain n kind at actor key leaf leaf_hash audience buyer_id receipt_key receipt"
_VALUE = "seller_id entry_id name value salt buyer_id audience"
_CONVERSATION = (
    "seller_id id buyer_id audience pair market order_id title started_at last_n last_at last_side"
)
_MESSAGE = "seller_id id conversation_id n buyer_id audience side language at"
_OBLIGATION = (
    "seller_id id chain buyer_id audience cause question_id received_at budget_us opened_deadline"
    " opened_version opened_outages deadline calendar calendar_version outages zone with_order next_at"
    " answered_by answered_at verdict"
)
_ORDER = "seller_id id buyer_id audience external_id number market placed_at paid_with purchase_ref"
_PAIR = "seller_id buyer_id audience pair display_name language market"
_LIST = "buyer_id conversation_id seller_id last_number last_at messages unread read_n"

Row = tuple[object, ...]


def seed(*, owner: psycopg.Connection, now: datetime, conversations: int) -> None:
    """Sellers, their agents' tokens, and this many conversations. The sequencer numbers them afterwards."""
    _parties(owner, now, conversations)
    for start in range(0, conversations, BATCH):
        _batch(owner, [Thread(n) for n in range(start, min(start + BATCH, conversations))], now)


def _parties(owner: psycopg.Connection, now: datetime, conversations: int) -> None:
    owner.execute(
        "INSERT INTO marketplace_market (code, country, currency, time_zone, languages, delivery_countries,"
        " law, allowed_hosts) VALUES ('pl', 'PL', 'PLN', 'Europe/Warsaw', '{pl}', '{PL}', 'PL', '{}')"
    )
    _copy(
        owner,
        "marketplace_seller",
        "seller_id external_id stand_in name trader country subdivision time_zone status",
        (
            (
                *(seller_id(k), f"seller-{k}", uuid_of("stand-in", k), f"Shop {k}", True),
                *("PL", "", "Europe/Warsaw", "active"),
            )
            for k in range(SELLERS)
        ),
    )
    _copy(
        owner,
        "accounts_person",
        "id display_name language market password",
        ((agent(k).person, agent(k).name, "pl", "pl", "!") for k in range(SELLERS)),
    )
    _copy(
        owner,
        "accounts_token",
        "id digest prefix person_id side roles scopes seller_id created_at",
        (
            (
                *(uuid_of("token", k), digest(token(k)), token(k)[:10], agent(k).person, "seller"),
                *(["agent"], ["read", "write"], seller_id(k), now),
            )
            for k in range(SELLERS)
        ),
    )
    buyers = (Thread(n * THREADS_PER_BUYER).buyer for n in range(-(-conversations // THREADS_PER_BUYER)))
    _copy(
        owner,
        "marketplace_buyer",
        "buyer_id external_id display_name language market kind addresses",
        ((buyer.person, str(buyer.person), buyer.name, "pl", "pl", "consumer", "[]") for buyer in buyers),
    )


def _batch(owner: psycopg.Connection, threads: Sequence[Thread], now: datetime) -> None:
    told = [(thread, list(story(thread=thread, now=now))) for thread in threads]
    said = [(thread, one) for thread, all_said in told for one in all_said]
    _copy(owner, "marketplace_pair", _PAIR, (_pair(thread) for thread in threads))
    _copy(owner, "marketplace_order", _ORDER, (_order(thread, now) for thread in threads))
    _copy(owner, "conversations_conversation", _CONVERSATION, (_conversation(*pair) for pair in told))
    _copy(owner, "conversations_buyer_inbox", _LIST, (_list_row(*pair) for pair in told))
    _copy(owner, "archive_entry", _ENTRY, (_entry(one) for _, one in said))
    _copy(owner, "archive_value", _VALUE, (row for _, one in said for row in _values(one)))
    _copy(owner, "archive_pending", "seller_id entry_id", (_ids(one) for _, one in said))
    _copy(owner, "conversations_message", _MESSAGE, (_message(*pair) for pair in said))
    _copy(owner, "deadlines_obligation", _OBLIGATION, (row for _, s in told for row in _obligations(s)))


def _copy(owner: psycopg.Connection, table: str, columns: str, rows: Iterator[Row]) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, columns.split()))
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
    with owner.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row(row)


def _ids(said: Said) -> Row:
    return said.sealed.chain.seller_id, said.sealed.id


def _pair(thread: Thread) -> Row:
    buyer = thread.buyer
    return thread.ref.seller_id, buyer.person, 1, thread.chain.pair, buyer.name, "pl", "pl"


def _order(thread: Thread, now: datetime) -> Row:
    number = f"O-{thread.number}"
    return (thread.ref.seller_id, thread.order_id, thread.buyer.person, 0, number, number, "pl", now, "", "")


def _conversation(thread: Thread, said: Sequence[Said]) -> Row:
    first, last = said[0].sealed, said[-1].sealed
    return (
        *(thread.ref.seller_id, thread.ref.id, thread.buyer.person, 0, thread.chain.pair, "pl"),
        *(thread.order_id, "Gasket 8.5 mm", first.at, last.n, last.at, last.actor.side.value),
    )


def _list_row(thread: Thread, said: Sequence[Said]) -> Row:
    count = len(said)
    return thread.buyer.person, thread.ref.id, thread.ref.seller_id, -1, said[-1].sealed.at, count, 1, -1


def _entry(said: Said) -> Row:
    sealed = said.sealed
    return (
        *(sealed.chain.seller_id, sealed.id, sealed.chain.id, sealed.n, sealed.draft.kind, sealed.at),
        *(sealed.actor.person, sealed.draft.key, sealed.leaf, sealed.leaf_hash, 0, sealed.chain.buyer_id),
        *(sealed.receipt.key, sealed.receipt.signature),
    )


def _values(said: Said) -> Iterator[Row]:
    for name, (value, salt) in said.sealed.salted.items():
        yield *_ids(said), name, value, salt, said.sealed.chain.buyer_id, 0


def _message(thread: Thread, said: Said) -> Row:
    sealed = said.sealed
    side, language = sealed.actor.side.value, sealed.actor.language
    return *_ids(said), thread.ref.id, sealed.n, thread.buyer.person, 0, side, language, sealed.at


def _obligations(said: Sequence[Said]) -> Iterator[Row]:
    answers = {one.answers.obligation: one for one in said if one.answers is not None}
    for one in said:
        if (opens := one.opens) is None:
            continue
        closing: Row = (clock.from_us(opens.next_at), None, None, None)
        if (answer := answers.get(one.sealed.id)) is not None and answer.answers is not None:
            closing = (None, answer.sealed.id, answer.sealed.at, answer.answers.verdict.value)
        chain = one.sealed.chain
        deadline = clock.from_us(opens.deadline)
        yield (
            *(*_ids(one), chain.id, chain.buyer_id, 0, opens.cause.value, one.sealed.id, one.sealed.at),
            *(opens.budget, deadline, opens.calendar_version, 0, deadline, opens.calendar),
            *(opens.calendar_version, 0, opens.zone, opens.with_order, *closing),
        )
