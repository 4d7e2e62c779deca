"""What this release says of itself and of nothing else: changed by hand with each release."""

from datetime import UTC, datetime
from typing import Final

STATED_AT: Final = datetime(
    2026, 11, 22, tzinfo=UTC
)  # when the accessibility statement was last gone through
