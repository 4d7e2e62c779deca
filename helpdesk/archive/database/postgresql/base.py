"""The backend that settings name; Django asks for this module and this class."""

from typing import Any

import psycopg
from django.db.backends.postgresql import base

from helpdesk.archive.database.patience import hurry


class DatabaseWrapper(base.DatabaseWrapper):
    """Hurries each new connection of the application once, whether from the pool or not."""

    def _configure_connection(self, connection: psycopg.Connection[Any]) -> bool:
        commit: bool = super()._configure_connection(connection)  # type: ignore[misc]
        return (self.alias == "default" and hurry(connection)) or commit
