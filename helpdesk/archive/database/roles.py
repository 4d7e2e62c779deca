"""Migration operation that makes the PostgreSQL roles, where the cluster does not have them yet.

The embedded database brings them as logins; on a server the migrating login, which has CREATEROLE, makes
them without login and becomes them: each process connects with `options=-c role=...`.
"""

from typing import Any

from django.conf import settings
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from helpdesk.archive.database.guards import TableGuard, role

_MAKING = 7_365_101  # an advisory lock, so that two databases of one cluster do not both create


class Roles(TableGuard):
    """The roles of all jobs, each granted to the login that migrates where it may not become it yet."""

    def __init__(self) -> None:
        super().__init__("roles")

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """For migrations."""
        return "Roles", [], {}

    def database_forwards(self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *_: Any) -> None:
        """Create the missing ones; membership is a server's matter only."""
        with schema_editor.connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s::bigint)", [_MAKING])
            for job, name in settings.HELPDESK_ROLES.items():
                cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [name])
                if not cursor.fetchone()[0]:
                    cursor.execute(f"CREATE ROLE {role(job)} NOLOGIN")
                if settings.HELPDESK.database_url and not self._may_become(cursor, name):
                    cursor.execute(f"GRANT {role(job)} TO current_user")

    def _may_become(self, cursor: Any, name: str) -> bool:
        """`SET` since PostgreSQL 16, `MEMBER` before: the right to `set role`."""
        cursor.execute("SELECT current_setting('server_version_num')::integer >= 160000")
        kind = "SET" if cursor.fetchone()[0] else "MEMBER"
        cursor.execute("SELECT pg_has_role(current_user, %s, %s)", [name, kind])
        return bool(cursor.fetchone()[0])


def make_reader(*, cursor: Any) -> None:
    """The role without login that reads `helpdesk_bi`, where the cluster has none yet; operators grant it.

    A dump names it in policies and rights, but no dump brings roles along.
    """
    name = settings.HELPDESK_BI_ROLE
    cursor.execute("SELECT pg_advisory_xact_lock(%s::bigint)", [_MAKING])
    cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [name])
    if not cursor.fetchone()[0]:
        cursor.execute(f'CREATE ROLE "{name}" NOLOGIN NOSUPERUSER NOBYPASSRLS')
