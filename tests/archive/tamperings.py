"""What an owner of the database may do behind our back, and what `verify` calls it.

`codes` are all findings that the tampering must cause, and `names` the rows that they must name: with one
check removed from `verify`, the tampering that needs it no longer gives its codes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_FIRST = "set_byte({0}, 0, get_byte({0}, 0) # 1)"
_FLIP = "set_byte({0}, length({0}) / 2, get_byte({0}, length({0}) / 2) # 1)"
_OF = "WHERE seller_id = %(seller)s AND"
_CUT = (
    f"DELETE FROM conversations_message {_OF} id = %(e4)s",
    f"DELETE FROM deadlines_obligation {_OF} id = %(e4)s",
    f"DELETE FROM archive_value {_OF} entry_id = %(e4)s",
    f"DELETE FROM archive_entry {_OF} id = %(e4)s",
)


@dataclass(frozen=True, kw_only=True)
class Tampering:
    """SQL with the names of a Record's parameters."""

    what: str
    sql: Sequence[str]
    codes: frozenset[str]
    names: Sequence[str]


def _t(what: str, *sql: str, codes: str, names: str) -> Tampering:
    return Tampering(what=what, sql=sql, codes=frozenset(codes.split()), names=names.split())


def _entry(column: str, to: str, codes: str, names: str = "e1") -> Tampering:
    what = f"archive_entry.{column}"
    return _t(what, f"UPDATE archive_entry SET {column} = {to} {_OF} id = %(e1)s", codes=codes, names=names)


def _value(column: str, to: str, codes: str, of: str = "body") -> Tampering:
    sql = f"UPDATE archive_value SET {column} = {to} {_OF} entry_id = %(e1)s AND name = '{of}'"
    return _t(f"archive_value.{column} of {of}", sql, codes=codes, names="e1")


def _row(table: str, column: str, to: str, key: str = "id", of: str = "e0") -> Tampering:
    sql = f"UPDATE {table} SET {column} = {to} WHERE {key} = %({of})s"
    return _t(f"{table}.{column}", sql, codes="row.column", names=of)


ENTRIES = (
    _entry(
        "at",
        "at + interval '1 microsecond'",
        "entry.column receipt.signature",
    ),
    _entry("at", "at - interval '1 day'", "entry.column receipt.signature chain.time"),
    _entry("actor", "gen_random_uuid()", "entry.column"),
    _entry("kind", "'note'", "entry.column value.altered number.column row.extra"),
    _entry("n", "99", "entry.column chain.gap chain.time number.order", names="e1 e2"),
    _entry("chain", "gen_random_uuid()", "entry.column chain.gap number.column"),
    _entry(
        "seller_id",
        "2002",
        "chain.gap value.missing value.orphan number.entry entry.unnumbered row.extra row.missing",
    ),
    _entry(
        "id",
        "%(clara)s",
        "entry.column receipt.signature value.missing value.orphan number.entry entry.unnumbered"
        " row.extra row.missing",
        names="e1 clara",
    ),
    _entry("leaf", _FIRST.format("leaf"), "leaf.hash leaf.form"),
    _entry("leaf", "''", "leaf.hash leaf.form"),
    _entry("leaf", "'\\xff00'", "leaf.hash leaf.form"),
    _entry("leaf", "convert_to(repeat('[', 100000), 'UTF8')", "leaf.hash leaf.form"),
    _entry("leaf", "'{\"v\":1}'", "leaf.hash leaf.form"),
    _entry(
        "leaf",
        'replace(convert_from(leaf, \'UTF8\'), \'"language":"pl"\', \'"language":"de"\')::bytea',
        "leaf.hash row.column",
    ),
    _entry("leaf_hash", _FLIP.format("leaf_hash"), "leaf.hash chain.link receipt.signature", names="e1 e2"),
    _entry("receipt", _FLIP.format("receipt"), "receipt.signature"),
    _entry("receipt", "''", "receipt.signature"),
    _entry("receipt_key", "'0000000000000000'", "receipt.key"),
    _entry("audience", "2", "entry.column value.column number.column row.column", names="e1 e2"),
    _entry(
        "buyer_id", "gen_random_uuid()", "entry.column value.column number.column row.column", names="e1 e2"
    ),
    _t(
        "a leaf with its hash made to fit",
        f"""UPDATE archive_entry SET leaf = n.leaf, leaf_hash = sha256('\\x00'::bytea || n.leaf)
            FROM (SELECT replace(convert_from(leaf, 'UTF8'), '"language":"pl"', '"language":"de"')::bytea
                  AS leaf FROM archive_entry {_OF} id = %(e1)s) n {_OF} id = %(e1)s""",
        codes="chain.link receipt.signature row.column",
        names="e1 e2",
    ),
    _t(
        "a leaf that names another buyer, with its hash made to fit",
        f"""UPDATE archive_entry SET leaf = n.leaf, leaf_hash = sha256('\\x00'::bytea || n.leaf)
            FROM (SELECT regexp_replace(convert_from(leaf, 'UTF8'), '"pair":"[^"]*"',
                         '"pair":"00000000-0000-4000-8000-000000000000"')::bytea
                  AS leaf FROM archive_entry {_OF} id = %(e4)s) n {_OF} id = %(e4)s""",
        codes="chain.party receipt.signature",
        names="e4",
    ),
    _t(
        "the entry that publishes the receipt key",
        f"UPDATE archive_entry SET leaf = {_FIRST.format('leaf')} WHERE kind = 'key'",
        codes="leaf.hash leaf.form receipt.key",
        names="e0 e1 h0 reading",
    ),
    _t(
        "an entry's rows made to show another time throughout",
        f"UPDATE archive_entry SET at = at - interval '1 microsecond' {_OF} id = %(e1)s",
        f"UPDATE conversations_message SET at = at - interval '1 microsecond' {_OF} id = %(e1)s",
        f"UPDATE deadlines_obligation SET answered_at = answered_at - interval '1 microsecond'"
        f" {_OF} answered_by = %(e1)s",
        codes="entry.column receipt.signature row.column",
        names="e1",
    ),
)

VALUES = (
    _value("value", _FLIP.format("value"), "value.altered"),
    _value("value", "value || ' '::bytea", "value.altered"),
    _value("value", "''", "value.altered"),
    _value("salt", _FLIP.format("salt"), "value.altered"),
    _value("salt", "''", "value.altered"),
    _value("value", _FLIP.format("value"), "value.altered", of="by"),
    _value("name", "'about'", "value.extra value.missing"),
    _value("audience", "2", "value.column"),
    _value("buyer_id", "NULL", "value.column"),
    _value("entry_id", "gen_random_uuid()", "value.missing value.orphan"),
    _t(
        "a value deleted",
        f"DELETE FROM archive_value {_OF} entry_id = %(e1)s AND name = 'body'",
        codes="value.missing",
        names="e1",
    ),
    _t(
        "a value added",
        f"""INSERT INTO archive_value SELECT seller_id, entry_id, 'more', value, salt, buyer_id, audience
            FROM archive_value {_OF} entry_id = %(e1)s AND name = 'body'""",
        codes="value.extra",
        names="e1",
    ),
    _t(
        "a value without an entry",
        f"""INSERT INTO archive_value SELECT seller_id, %(clara)s, name, value, salt, buyer_id, audience
            FROM archive_value {_OF} entry_id = %(e1)s AND name = 'body'""",
        codes="value.orphan",
        names="clara",
    ),
    _t(
        "two values swapped with their salts",
        """UPDATE archive_value v SET value = w.value, salt = w.salt FROM archive_value w
            WHERE v.seller_id = %(seller)s AND w.seller_id = v.seller_id AND v.name = 'body'
            AND w.name = v.name AND (v.entry_id, w.entry_id) IN ((%(e1)s, %(e3)s), (%(e3)s, %(e1)s))""",
        codes="value.altered",
        names="e1 e3",
    ),
)

ORDER = (
    _t(
        "an entry deleted from the middle",
        f"DELETE FROM archive_entry {_OF} id = %(e1)s",
        codes="chain.gap number.entry value.orphan row.extra",
        names="e1 e2",
    ),
    _t(
        "an entry deleted from the middle with all that belongs to it",
        f"DELETE FROM conversations_message {_OF} id = %(e1)s",
        f"DELETE FROM archive_value {_OF} entry_id = %(e1)s",
        f"DELETE FROM archive_number {_OF} entry_id = %(e1)s",
        f"DELETE FROM archive_entry {_OF} id = %(e1)s",
        f"UPDATE deadlines_obligation SET answered_by = NULL, answered_at = NULL, verdict = NULL"
        f" {_OF} id = %(e0)s",
        codes="chain.gap number.gap",
        names="e2",
    ),
    _t("a chain's tail cut off", *_CUT, codes="number.entry", names=""),
    _t(
        "a chain's tail cut off with its number",
        *_CUT,
        f"DELETE FROM archive_number {_OF} entry_id = %(e4)s",
        codes="number.gap",
        names="",
    ),
    _t(
        "the log's tail cut off",
        *(step.replace("%(e4)s", "%(h0)s") for step in _CUT),
        f"DELETE FROM archive_number {_OF} entry_id = %(h0)s",
        codes="number.cut",
        names="",
    ),
    _t(
        "two entries swapped",
        """UPDATE archive_entry a SET leaf = b.leaf, leaf_hash = b.leaf_hash, at = b.at, receipt = b.receipt
            FROM archive_entry b WHERE a.seller_id = %(seller)s AND b.seller_id = a.seller_id
            AND (a.id, b.id) IN ((%(e1)s, %(e3)s), (%(e3)s, %(e1)s))""",
        codes="entry.column chain.link chain.time value.altered receipt.signature row.column",
        names="e1 e3",
    ),
    _t(
        "two numbers swapped",
        "ALTER TABLE archive_number DROP CONSTRAINT archive_number_entry",
        """UPDATE archive_number a SET entry_id = b.entry_id FROM archive_number b
            WHERE a.seller_id = %(seller)s AND b.seller_id = a.seller_id
            AND (a.entry_id, b.entry_id) IN ((%(e1)s, %(e3)s), (%(e3)s, %(e1)s))""",
        codes="number.order",
        names="",
    ),
    _t(
        "an entry inserted in the middle",
        f"UPDATE archive_entry SET n = n + 100 {_OF} chain = %(clara)s AND n >= 2",
        f"UPDATE archive_entry SET n = n - 99 {_OF} chain = %(clara)s AND n >= 100",
        f"""INSERT INTO archive_entry SELECT seller_id, %(hania)s, chain, 2, kind,
            at + interval '1 microsecond', actor, 'forged', leaf, leaf_hash, audience, buyer_id,
            receipt_key, receipt FROM archive_entry {_OF} id = %(e1)s""",
        codes="entry.column entry.unnumbered chain.link value.missing receipt.signature row.missing",
        names="e2 hania",
    ),
    _t(
        "an entry added at the end",
        f"""INSERT INTO archive_entry SELECT seller_id, %(hania)s, chain, 5, kind,
            at + interval '1 microsecond', actor, 'forged', leaf, leaf_hash, audience, buyer_id,
            receipt_key, receipt FROM archive_entry {_OF} id = %(e4)s""",
        codes="entry.column entry.unnumbered chain.link value.missing receipt.signature row.missing",
        names="hania",
    ),
    _t(
        "a number deleted",
        f"DELETE FROM archive_number {_OF} entry_id = %(e1)s",
        codes="number.gap entry.unnumbered",
        names="e1",
    ),
    _t(
        "all numbers moved by one",
        "UPDATE archive_number SET number = number + 1000",
        "UPDATE archive_number SET number = number - 999",
        codes="number.gap",
        names="",
    ),
    *(
        _t(
            f"archive_number.{column}",
            f"UPDATE archive_number SET {column} = {to} {_OF} entry_id = %(e1)s",
            codes="number.column",
            names="",
        )
        for column, to in (
            ("buyer_id", "NULL"),
            ("audience", "2"),
            ("kind", "'note'"),
            ("chain", "gen_random_uuid()"),
        )
    ),
    _t(
        "a number that leads nowhere",
        f"UPDATE archive_number SET entry_id = gen_random_uuid() {_OF} entry_id = %(e1)s",
        codes="number.entry entry.unnumbered",
        names="e1",
    ),
    _t(
        "a mark of what waits, without its entry",
        "INSERT INTO archive_pending (seller_id, entry_id) VALUES (%(seller)s, %(clara)s)",
        codes="pending.orphan",
        names="clara",
    ),
)

ROWS = (
    _row("conversations_message", "at", "at + interval '1 microsecond'"),
    _row("conversations_message", "side", "'seller'"),
    _row("conversations_message", "n", "99"),
    _row("conversations_message", "language", "'xx'"),
    _row("conversations_message", "conversation_id", "%(hania)s", of="e4"),
    _row("conversations_message", "audience", "2"),
    _row("conversations_message", "buyer_id", "gen_random_uuid()"),
    _row("deadlines_obligation", "received_at", "received_at - interval '1 microsecond'"),
    _row("deadlines_obligation", "deadline", "deadline + interval '1 day'"),
    _row("deadlines_obligation", "calendar", "'IT'"),
    _row("deadlines_obligation", "calendar_version", "99"),
    _row("deadlines_obligation", "zone", "'Europe/Rome'"),
    _row("deadlines_obligation", "with_order", "NOT with_order"),
    _row("deadlines_obligation", "chain", "gen_random_uuid()"),
    _row("deadlines_obligation", "audience", "2"),
    _row("deadlines_obligation", "buyer_id", "gen_random_uuid()"),
    _row(
        "deadlines_obligation", "answered_at", "answered_at - interval '1 hour'", key="answered_by", of="e1"
    ),
    _row("deadlines_obligation", "verdict", "'late'", key="answered_by", of="e1"),
    _row("oversight_reading", "person_id", "gen_random_uuid()", of="reading"),
    _row("oversight_reading", "conversation_id", "%(hania)s", of="reading"),
    _row("oversight_reading", "reason", "'technical'", of="reading"),
    _row("oversight_reading", "starts_at", "starts_at - interval '1 hour'", of="reading"),
    _t(
        "an answer claimed for another question",
        f"UPDATE deadlines_obligation SET answered_by = %(e3)s {_OF} answered_by = %(e1)s",
        codes="row.missing row.column",
        names="e1 e3",
    ),
    _t(
        "an answer taken back",
        f"""UPDATE deadlines_obligation SET answered_by = NULL, answered_at = NULL, verdict = NULL
            {_OF} answered_by = %(e1)s""",
        codes="row.missing",
        names="e1",
    ),
    _t(
        "an answer invented",
        f"""UPDATE deadlines_obligation SET answered_by = gen_random_uuid(), answered_at = now(),
            verdict = 'met' {_OF} id = %(e4)s""",
        codes="row.extra",
        names="",
    ),
    *(
        _t(
            f"a row of {table} deleted",
            f"DELETE FROM {table} WHERE id = %({of})s",
            codes="row.missing",
            names=of,
        )
        for table, of in (
            ("conversations_message", "e1"),
            ("deadlines_obligation", "e4"),
            ("oversight_reading", "reading"),
        )
    ),
    _t(
        "a message that nobody wrote",
        f"""INSERT INTO conversations_message
            SELECT seller_id, %(hania)s, conversation_id, 5, buyer_id, audience, side, language, at
            FROM conversations_message {_OF} id = %(e4)s""",
        codes="row.extra",
        names="hania",
    ),
    _t(
        "a question that nobody asked",
        f"""INSERT INTO deadlines_obligation (seller_id, id, chain, buyer_id, audience, received_at, deadline,
            calendar, calendar_version, zone, with_order)
            SELECT seller_id, %(e1)s, chain, buyer_id, audience, received_at, deadline, calendar,
            calendar_version, zone, with_order FROM deadlines_obligation {_OF} id = %(e4)s""",
        codes="row.extra",
        names="e1",
    ),
    _t(
        "a reading without a reason on record",
        """INSERT INTO oversight_reading SELECT %(hania)s, person_id, seller_id, %(hania)s, reason, starts_at,
           ends_at FROM oversight_reading""",
        codes="row.extra",
        names="hania",
    ),
)

ALL = (*ENTRIES, *VALUES, *ORDER, *ROWS)
