"""What an owner of the database may do behind our back, and what `verify` calls it.

`codes` are all findings that the tampering must cause, and `names` the rows that they must name: with one
check removed from `verify`, the tampering that needs it no longer gives its codes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_FIRST = "set_byte({0}, 0, get_byte({0}, 0) # 1)"
_FLIP = "set_byte({0}, length({0}) / 2, get_byte({0}, length({0}) / 2) # 1)"
OF = "WHERE seller_id = %(seller)s AND"
CUT = (
    f"DELETE FROM conversations_message {OF} id = %(e4)s",
    f"DELETE FROM deadlines_obligation {OF} id = %(e4)s",
    f"DELETE FROM archive_value {OF} entry_id = %(e4)s",
    f"DELETE FROM archive_entry {OF} id = %(e4)s",
)


@dataclass(frozen=True, kw_only=True)
class Tampering:
    """SQL with the names of a Record's parameters."""

    what: str
    sql: Sequence[str]
    codes: frozenset[str]
    names: Sequence[str]


def tampering(what: str, *sql: str, codes: str, names: str) -> Tampering:
    return Tampering(what=what, sql=sql, codes=frozenset(codes.split()), names=names.split())


def _entry(column: str, to: str, codes: str, names: str = "e1") -> Tampering:
    what = f"archive_entry.{column}"
    return tampering(
        what, f"UPDATE archive_entry SET {column} = {to} {OF} id = %(e1)s", codes=codes, names=names
    )


def _value(column: str, to: str, codes: str, of: str = "body") -> Tampering:
    sql = f"UPDATE archive_value SET {column} = {to} {OF} entry_id = %(e1)s AND name = '{of}'"
    return tampering(f"archive_value.{column} of {of}", sql, codes=codes, names="e1")


def row(table: str, column: str, to: str, key: str = "id", of: str = "e0", more: str = "") -> Tampering:
    sql = f"UPDATE {table} SET {column} = {to} WHERE {key} = %({of})s"
    return tampering(f"{table}.{column}", sql, codes=f"row.column {more}", names=of)


ENTRIES = (
    _entry(
        "at",
        "at + interval '1 microsecond'",
        "entry.column receipt.signature",
    ),
    _entry("at", "at - interval '1 day'", "entry.column receipt.signature chain.time"),
    _entry("actor", "gen_random_uuid()", "entry.column"),
    _entry("kind", "'nothing'", "entry.column value.altered number.column row.extra"),
    _entry("n", "99", "entry.column chain.gap chain.time number.order", names="e1 e2"),
    _entry("chain", "gen_random_uuid()", "entry.column chain.gap number.column"),
    _entry(
        "seller_id",
        "2002",
        "chain.gap value.missing value.orphan number.entry entry.unnumbered row.extra row.missing log.state",
    ),
    _entry(
        "id",
        "%(clara)s",
        "entry.column receipt.signature value.missing value.orphan number.entry entry.unnumbered"
        " row.extra row.missing log.state",
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
    _entry(
        "leaf_hash",
        _FLIP.format("leaf_hash"),
        "leaf.hash chain.link receipt.signature log.state",
        names="e1 e2",
    ),
    _entry("receipt", _FLIP.format("receipt"), "receipt.signature"),
    _entry("receipt", "''", "receipt.signature"),
    _entry("receipt_key", "'0000000000000000'", "receipt.key"),
    _entry(
        "audience",
        "2",
        "entry.audience entry.column value.column number.column row.column",
        names="e1 e2",
    ),
    _entry(
        "buyer_id", "gen_random_uuid()", "entry.column value.column number.column row.column", names="e1 e2"
    ),
    tampering(
        "a leaf with its hash made to fit",
        f"""UPDATE archive_entry SET leaf = n.leaf, leaf_hash = sha256('\\x00'::bytea || n.leaf)
            FROM (SELECT replace(convert_from(leaf, 'UTF8'), '"language":"pl"', '"language":"de"')::bytea
                  AS leaf FROM archive_entry {OF} id = %(e1)s) n {OF} id = %(e1)s""",
        codes="chain.link receipt.signature row.column log.state",
        names="e1 e2",
    ),
    tampering(
        "a leaf that names another buyer, with its hash made to fit",
        f"""UPDATE archive_entry SET leaf = n.leaf, leaf_hash = sha256('\\x00'::bytea || n.leaf)
            FROM (SELECT regexp_replace(convert_from(leaf, 'UTF8'), '"pair":"[^"]*"',
                         '"pair":"00000000-0000-4000-8000-000000000000"')::bytea
                  AS leaf FROM archive_entry {OF} id = %(e4)s) n {OF} id = %(e4)s""",
        codes="chain.party receipt.signature log.state",
        names="e4",
    ),
    tampering(
        "the entries that publish the keys",
        f"UPDATE archive_entry SET leaf = {_FIRST.format('leaf')} WHERE kind = 'key'",
        codes="leaf.hash leaf.form receipt.key log.key",
        names="e0 e1 h0 reading",
    ),
    tampering(
        "an entry's rows made to show another time throughout",
        f"UPDATE archive_entry SET at = at - interval '1 microsecond' {OF} id = %(e1)s",
        f"UPDATE conversations_message SET at = at - interval '1 microsecond' {OF} id = %(e1)s",
        f"UPDATE deadlines_obligation SET answered_at = answered_at - interval '1 microsecond'"
        f" {OF} answered_by = %(e1)s",
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
    tampering(
        "a value deleted",
        f"DELETE FROM archive_value {OF} entry_id = %(e1)s AND name = 'body'",
        codes="value.missing",
        names="e1",
    ),
    tampering(
        "a value added",
        f"""INSERT INTO archive_value SELECT seller_id, entry_id, 'more', value, salt, buyer_id, audience
            FROM archive_value {OF} entry_id = %(e1)s AND name = 'body'""",
        codes="value.extra",
        names="e1",
    ),
    tampering(
        "a value without an entry",
        f"""INSERT INTO archive_value SELECT seller_id, %(clara)s, name, value, salt, buyer_id, audience
            FROM archive_value {OF} entry_id = %(e1)s AND name = 'body'""",
        codes="value.orphan",
        names="clara",
    ),
    tampering(
        "two values swapped with their salts",
        """UPDATE archive_value v SET value = w.value, salt = w.salt FROM archive_value w
            WHERE v.seller_id = %(seller)s AND w.seller_id = v.seller_id AND v.name = 'body'
            AND w.name = v.name AND (v.entry_id, w.entry_id) IN ((%(e1)s, %(e3)s), (%(e3)s, %(e1)s))""",
        codes="value.altered",
        names="e1 e3",
    ),
)
