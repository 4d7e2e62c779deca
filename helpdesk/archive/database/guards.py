"""Migration operations that guard a table: who may see which rows, and what may never change.

Every table takes one of Private, ImposedPrivate, SellerOnly, Imposed, BuyerOnly, Public, OperatorOnly or
Open; tables of the record also take AppendOnly.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation

_SCOPE = "(select current_setting('helpdesk.scope', true))"
_ALL = f"{_SCOPE} = 'all'"
_ANY = f"{_SCOPE} in ('all', 'own')"
_SELLER = "(select nullif(current_setting('helpdesk.seller', true), '')::bigint)"
_BUYER = "(select nullif(current_setting('helpdesk.buyer', true), '')::uuid)"


def role(job: str) -> str:
    """The quoted PostgreSQL role of a job."""
    return f'"{settings.HELPDESK_ROLES[job]}"'


class TableGuard(Operation):
    """SQL for one table, run at migration; undone with the table."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str) -> None:
        self.table = table

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """For migrations."""
        return type(self).__name__, [self.table], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Guards change no model."""

    def database_forwards(self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *_: Any) -> None:
        """Run each statement."""
        for statement in self.statements():
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *_: Any) -> None:
        """The table goes, and its guards with it."""

    def describe(self) -> str:
        """For `migrate`'s output."""
        return f"{type(self).__name__} {self.table}"

    def statements(self) -> list[str]:
        """The SQL."""
        raise AssertionError("each guard says its SQL")


class _Policy(TableGuard):
    reads: ClassVar[str]
    writes: ClassVar[str | None] = None
    grants: ClassVar[str] = "SELECT, INSERT, UPDATE"

    def statements(self) -> list[str]:
        table, writes = self.table, self.writes or self.reads
        return [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"GRANT {self.grants} ON {table} TO {role('app')}",
            f"GRANT SELECT ON {table} TO {role('auditor')}",
            f"CREATE POLICY app_reads ON {table} FOR SELECT TO {role('app')} USING ({self.reads})",
            f"CREATE POLICY app_adds ON {table} FOR INSERT TO {role('app')} WITH CHECK ({writes})",
            f"CREATE POLICY app_changes ON {table} FOR UPDATE TO {role('app')} USING ({writes})",
            f"CREATE POLICY app_removes ON {table} FOR DELETE TO {role('app')} USING ({writes})",
            f"CREATE POLICY auditor_reads ON {table} FOR SELECT TO {role('auditor')} USING (true)",
        ]


class Private(_Policy):
    """Rows of one seller and one buyer, each side as `audience` says."""

    reads = (
        f"{_ALL} OR (seller_id = {_SELLER} AND audience IN (0, 1))"
        f" OR (buyer_id = {_BUYER} AND audience IN (0, 3))"
    )


class ImposedPrivate(Private):
    """Such rows, which only the operator's side writes."""

    writes = _ALL


class SellerOnly(_Policy):
    """Rows of a seller's people."""

    reads = f"{_ALL} OR seller_id = {_SELLER}"


class BuyerOnly(_Policy):
    """Rows of a buyer, in a table by buyer_id."""

    reads = f"{_ALL} OR buyer_id = {_BUYER}"


class Public(_Policy):
    """Anyone signed in may read; only the operator's side writes."""

    reads = _ANY
    writes = _ALL


class Imposed(SellerOnly):
    """Rows of a seller's people, which only the operator's side writes."""

    writes = _ALL


class OperatorOnly(_Policy):
    """Rows of the operator."""

    reads = _ALL


class Removable(TableGuard):
    """Rows that the application may also delete, where the table's policy lets it write them."""

    def statements(self) -> list[str]:
        return [f"GRANT DELETE ON {self.table} TO {role('app')}"]


class Numbered(Private):
    """Private rows that only the sequencer writes."""

    grants = "SELECT"


class HandedOver(TableGuard):
    """Rows that any side adds with its deed and only another job reads."""

    def statements(self) -> list[str]:
        return [
            f"ALTER TABLE {self.table} ENABLE ROW LEVEL SECURITY",
            f"GRANT INSERT ON {self.table} TO {role('app')}",
            f"CREATE POLICY app_adds ON {self.table} FOR INSERT TO {role('app')} WITH CHECK ({_ANY})",
        ]


class Known(TableGuard):
    """Facts about the log itself: every job reads them, none writes them."""

    def statements(self) -> list[str]:
        jobs = ", ".join(role(job) for job in settings.HELPDESK_ROLES)
        return [f"GRANT SELECT ON {self.table} TO {jobs}"]


class Open(TableGuard):
    """Accounts and sessions: read before anybody is known, so without row security."""

    def statements(self) -> list[str]:
        return [f"GRANT SELECT, INSERT, UPDATE, DELETE ON {self.table} TO {role('app')}"]


class AppendOnly(TableGuard):
    """No update, deletion or truncation: by privilege, and by a trigger that also stops the owner."""

    def statements(self) -> list[str]:
        return [
            f"REVOKE UPDATE, DELETE, TRUNCATE ON {self.table} FROM {role('app')}",
            (
                f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {self.table}"
                f" FOR EACH ROW EXECUTE FUNCTION archive_refuse_change({self._exception()})"
            ),
            (
                f"CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON {self.table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION archive_refuse_change()"
            ),
        ]

    def _exception(self) -> str:
        return ""


class Erasable(AppendOnly):
    """Append-only, but the eraser may delete rows."""

    def _exception(self) -> str:
        return f"'{settings.HELPDESK_ROLES['eraser']}'"


class Granted(TableGuard):
    """Further rights of one job on a table, with the policy that they need."""

    def __init__(self, table: str, job: str, rights: str) -> None:
        super().__init__(table)
        self.job, self.rights = job, rights

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.table, self.job, self.rights], {}

    def statements(self) -> list[str]:
        return [
            f"GRANT {self.rights} ON {self.table} TO {role(self.job)}",
            (
                f"CREATE POLICY {self.job}_all ON {self.table} TO {role(self.job)}"
                " USING (true) WITH CHECK (true)"
            ),
        ]
