"""Further kinds of rows, and a look into the index that is bounded and that only the application may take."""

import django.contrib.postgres.indexes
from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import TableGuard, role

_V2 = "search_match_v2(text,text[],text,timestamptz,timestamptz,text,boolean,boolean,integer,integer,integer)"


class OneBorrower(TableGuard):
    """The application alone calls this function; the one before it has its caller's rights from now on."""

    def statements(self) -> list[str]:
        before = "search_match_v1(text,text,timestamptz,timestamptz,text,boolean,integer)"
        return [
            f"REVOKE ALL ON FUNCTION {self.table} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.table} TO {role('app')}",
            f"ALTER FUNCTION {before} SECURITY INVOKER",
        ]


class Migration(migrations.Migration):
    """Rows of files, notes and agreements; the operator's side has an index of what it may look at."""

    dependencies = [("search", "0001_entries"), ("deadlines", "0004_warned_at")]

    operations = [
        migrations.RemoveConstraint(model_name="searchentry", name="search_entry_kind"),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["message", "thread", "person", "file", "note", "agreement"])
                ),
                name="search_entry_kind",
            ),
        ),
        migrations.RemoveIndex(model_name="searchentry", name="search_entry_names"),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("kind__in", ["thread", "person"])),
                fastupdate=False,
                fields=["words"],
                name="search_entry_names",
            ),
        ),
        SqlFunction("search/sql/search_match_v2.sql"),
        OneBorrower(_V2),
    ]
