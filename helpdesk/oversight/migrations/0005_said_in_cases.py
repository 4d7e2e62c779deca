"""A search through what people wrote finds what was said in cases, too."""

from django.db import migrations

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import TableGuard, role

_TYPES = "(uuid,uuid,timestamptz,text,text,timestamptz,timestamptz,text,boolean,integer)"


class OneBorrower(TableGuard):
    """The application alone calls this function; the one before it has its caller's rights from now on."""

    def statements(self) -> list[str]:
        return [
            f"REVOKE ALL ON FUNCTION {self.table}{_TYPES} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.table}{_TYPES} TO {role('app')}",
            f"ALTER FUNCTION oversight_said_v1{_TYPES} SECURITY INVOKER",
        ]


class Migration(migrations.Migration):
    """Adds oversight_said_v2."""

    dependencies = [("oversight", "0004_searches"), ("search", "0005_days")]

    operations = [SqlFunction("oversight/sql/oversight_said_v2.sql"), OneBorrower("oversight_said_v2")]
