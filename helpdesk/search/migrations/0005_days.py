"""An index of words that knows days, markets, sides and files, and lexemes for beginnings and neighbours."""

from datetime import UTC

import django.contrib.postgres.indexes
from django.db import migrations, models
from django.db.models.functions import Cast, TruncDate, TruncMonth

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import TableGuard, role

_TYPES = "(text,text,text[],text,timestamptz,timestamptz,text,boolean,boolean,text,integer,integer,integer)"
_TYPES_BEFORE = "(text,text[],text,timestamptz,timestamptz,text,boolean,boolean,integer,integer,integer)"
_BESIDE = (
    models.F("seller_id") + 0,
    models.F("market"),
    models.F("side"),
    Cast("has_file", models.IntegerField()),
    TruncDate("at", tzinfo=UTC),
    TruncMonth("at", tzinfo=UTC),
)
# What `rules.vector` writes beside, made from what is there.
_FURTHER = """
    UPDATE search_entry e SET words = e.words || array_to_tsvector(ARRAY(
        SELECT '^' || substr(w.lexeme, 2, n) FROM unnest(e.words) w, generate_series(2, 8) n
        WHERE w.lexeme LIKE '=%' AND length(w.lexeme) > n
        UNION
        SELECT '+' || left(md5(substr(a.lexeme, 2) || ' ' || substr(b.lexeme, 2)), 4)
        FROM (SELECT w.lexeme, p FROM unnest(e.words) w, unnest(w.positions) p WHERE w.lexeme LIKE '=%') a
        JOIN (SELECT w.lexeme, p FROM unnest(e.words) w, unnest(w.positions) p WHERE w.lexeme LIKE '=%') b
          ON b.p = a.p + 1
    ))
"""


class OneBorrower(TableGuard):
    """The application alone calls this function; the one before it has its caller's rights from now on."""

    def statements(self) -> list[str]:
        return [
            f"REVOKE ALL ON FUNCTION {self.table}{_TYPES} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.table}{_TYPES} TO {role('app')}",
            f"ALTER FUNCTION search_match_v3{_TYPES_BEFORE} SECURITY INVOKER",
        ]


class Narrow(TableGuard):
    """Words lie beside the table wherever they are many, so that its rows are found on few pages."""

    def statements(self) -> list[str]:
        return [f"ALTER TABLE {self.table} SET (toast_tuple_target = 128)"]


class Migration(migrations.Migration):
    """Rows of cases; adds search_match_v4. A million messages take it some twenty minutes."""

    dependencies = [("search", "0004_waiting"), ("cases", "0002_languages")]

    operations = [
        migrations.RemoveConstraint(model_name="searchentry", name="search_entry_kind"),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "message",
                            "thread",
                            "person",
                            "file",
                            "note",
                            "agreement",
                            "letter",
                            "case",
                            "step",
                        ],
                    )
                ),
                name="search_entry_kind",
            ),
        ),
        migrations.RemoveIndex(model_name="searchentry", name="search_entry_words"),
        migrations.RemoveIndex(model_name="searchentry", name="search_entry_names"),
        Narrow("search_entry"),
        migrations.RunSQL(_FURTHER, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                *_BESIDE, "words", name="search_entry_said", fastupdate=False
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                *_BESIDE,
                "words",
                name="search_entry_named",
                fastupdate=False,
                condition=models.Q(("kind__in", ["thread", "person", "case"])),
            ),
        ),
        SqlFunction("search/sql/search_match_v4.sql"),
        OneBorrower("search_match_v4"),
    ]
