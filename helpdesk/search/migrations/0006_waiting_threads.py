"""Of more threads in which a question waits, rows are looked at: a common word has more of them."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import TableGuard, role

_TYPES = "(text,text,text[],text,timestamptz,timestamptz,text,boolean,boolean,text,integer,integer,integer)"


class OneBorrower(TableGuard):
    """The application alone calls this function; the one before it has its caller's rights from now on."""

    def statements(self) -> list[str]:
        return [
            f"REVOKE ALL ON FUNCTION {self.table}{_TYPES} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.table}{_TYPES} TO {role('app')}",
            f"ALTER FUNCTION search_match_v4{_TYPES} SECURITY INVOKER",
        ]


class Migration(migrations.Migration):
    """Adds search_match_v5."""

    dependencies = [("search", "0005_days")]

    operations = [
        SqlFunction("search/sql/search_match_v5.sql"),
        OneBorrower("search_match_v5"),
    ]
