"""The backend that settings name; Django asks for this module and this class."""

from typing import Any

import psycopg
from django.db.backends.postgresql import base

from helpdesk.archive.database.patience import hurry
from helpdesk.kernel import spent


class DatabaseWrapper(base.DatabaseWrapper):
    """Hurries each new connection of the application once, from the pool or not; counts statements."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers = [spent.counting]

    def _configure_connection(self, connection: psycopg.Connection[Any]) -> bool:
        commit: bool = super()._configure_connection(connection)  # type: ignore[misc]
        return (self.alias == "default" and hurry(connection)) or commit
