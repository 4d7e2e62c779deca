"""Transactions that the server ends for their time, long before the application would."""

from itertools import count

import pytest
from django.db import connections

from helpdesk.archive.database import patience, scope

_SHORT = "SELECT set_config('transaction_timeout', '50ms', true)"
_LONG = "SELECT pg_sleep(600)"


def end_transactions(patch: pytest.MonkeyPatch, *, after: int = 0) -> None:
    """Each transaction of the ORM takes too long from now on, the first `after` ones excepted.

    Skips the test on a server that cannot limit a transaction as a whole.
    """
    default = connections["default"]
    default.ensure_connection()
    if not patience.is_whole(default.connection):
        pytest.skip("PostgreSQL 17 or newer")
    begun, as_ever = count(), scope._set

    def slow(using: str, wanted: scope.Scope) -> None:
        as_ever(using, wanted)
        if next(begun) >= after:
            with connections[using].cursor() as cursor:
                cursor.execute(_SHORT)
                cursor.execute(_LONG)

    patch.setattr(scope, "_set", slow)
