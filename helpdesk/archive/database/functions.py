"""Migration operation that creates the hot functions of a room's `sql/` folder.

Names carry a version, so that the previous release keeps working beside the new one.
"""

from pathlib import Path
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from helpdesk.archive.database.guards import TableGuard

_ROOMS = Path(__file__).resolve().parents[2]


class SqlFunction(TableGuard):
    """`SqlFunction("archive/sql/archive_entry_v1.sql")`."""

    def database_forwards(self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *_: Any) -> None:
        """Create the function."""
        schema_editor.execute((_ROOMS / self.table).read_text(), params=None)
