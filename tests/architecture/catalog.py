"""The migrated database's own account of itself: tables, keys, triggers, policies, rights."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection

from tests.architecture import house

_TABLES = """
    SELECT c.relname, c.relrowsecurity, pg_get_userbyid(c.relowner),
           (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid),
           (SELECT count(*) FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid
             WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
               AND f.proname = 'archive_refuse_change'),
           ARRAY(SELECT a.attname::text FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum),
           ARRAY(SELECT right_ FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) right_
                  WHERE has_table_privilege(%s, c.oid, right_)),
           EXISTS (SELECT FROM pg_attribute a
                     LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
                    WHERE a.attrelid = c.oid AND (a.attidentity <> ''
                       OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%%'))
      FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
     ORDER BY c.relname"""

_KEYS = """
    SELECT t.relname, i.relname, x.indisprimary,
           ARRAY(SELECT a.attname::text FROM unnest(x.indkey) WITH ORDINALITY k(n, place)
                   JOIN pg_attribute a ON (a.attrelid, a.attnum) = (x.indrelid, k.n) ORDER BY k.place)
      FROM pg_index x
      JOIN pg_class t ON t.oid = x.indrelid
      JOIN pg_class i ON i.oid = x.indexrelid
     WHERE t.relnamespace = 'public'::regnamespace AND (x.indisunique OR x.indisexclusion)
     ORDER BY t.relname, i.relname"""

_REFERENCES = """
    SELECT t.relname, f.relname,
           ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, place)
                   JOIN pg_attribute a ON (a.attrelid, a.attnum) = (c.conrelid, k.n) ORDER BY k.place),
           ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, place)
                   JOIN pg_attribute a ON (a.attrelid, a.attnum) = (c.confrelid, k.n) ORDER BY k.place)
      FROM pg_constraint c
      JOIN pg_class t ON t.oid = c.conrelid
      JOIN pg_class f ON f.oid = c.confrelid
     WHERE c.contype = 'f' AND t.relnamespace = 'public'::regnamespace
     ORDER BY t.relname, c.conname"""


@dataclass(frozen=True)
class Table:
    """A table as it is; `app_rights` are those of UPDATE, DELETE, TRUNCATE that the application has."""

    name: str
    row_security: bool
    owner: str
    policies: int
    guards: int
    columns: Sequence[str]
    app_rights: Sequence[str]
    has_sequence: bool

    @property
    def room(self) -> str:
        """Tables are named <room>_<noun>; a room's own name may have two words."""
        rooms = (room for room in house.rooms() if self.name.startswith(f"{room}_"))
        return next(rooms, self.name.split("_", 1)[0])

    @property
    def is_sellers(self) -> bool:
        return "seller_id" in self.columns

    @property
    def is_append_only(self) -> bool:
        """Guarded against UPDATE, DELETE and TRUNCATE, of rows and of the whole."""
        return self.guards >= 2


@dataclass(frozen=True)
class Key:
    """A primary key, a unique or an exclusion constraint or index."""

    table: str
    name: str
    primary: bool
    columns: Sequence[str]


@dataclass(frozen=True)
class Reference:
    """A foreign key."""

    table: str
    target: str
    columns: Sequence[str]
    target_columns: Sequence[str]


def app_role() -> str:
    """The role that web processes and workers connect as."""
    return str(settings.HELPDESK_ROLES["app"])


def tables() -> list[Table]:
    return [Table(*row) for row in rows(_TABLES, [app_role()])]


def unique_keys() -> list[Key]:
    return [Key(*row) for row in rows(_KEYS)]


def references() -> list[Reference]:
    return [Reference(*row) for row in rows(_REFERENCES)]


def rows(sql: str, parameters: Sequence[str] | None = None) -> list[tuple[Any, ...]]:
    """The answer of the database as the application sees it."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
