"""A look into the index that begins with the threads where a question waits."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import TableGuard, role

_TYPES = "(text,text[],text,timestamptz,timestamptz,text,boolean,boolean,integer,integer,integer)"


class OneBorrower(TableGuard):
    """The application alone calls this function; the one before it has its caller's rights from now on."""

    def statements(self) -> list[str]:
        return [
            f"REVOKE ALL ON FUNCTION {self.table}{_TYPES} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.table}{_TYPES} TO {role('app')}",
            f"ALTER FUNCTION search_match_v2{_TYPES} SECURITY INVOKER",
        ]


class Migration(migrations.Migration):
    """Adds search_match_v3."""

    dependencies = [("search", "0003_letters")]

    operations = [SqlFunction("search/sql/search_match_v3.sql"), OneBorrower("search_match_v3")]
