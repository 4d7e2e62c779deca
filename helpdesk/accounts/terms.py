"""The words of accounts."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.kernel.actor import Role, Side

ADMINISTRATOR_ROLES = (
    Role.SUPPORT,
    Role.REVIEWER,
    Role.COMPLIANCE,
    Role.AUDITOR,
    Role.PLATFORM_ADMIN,
)
TOKEN_PREFIX = "hd_"
SHOWN_PREFIX = 10  # characters of a token that lists may show


class Scope(StrEnum):
    """What a token may be used for."""

    READ = "read"
    WRITE = "write"


TICKET_LASTS = timedelta(days=30)  # a demo's printed links work as long as somebody may still look at them


@dataclass(frozen=True, slots=True, kw_only=True)
class Hat:
    """Which of their sides a person signs in as; `seller_id` for a seller's people."""

    person: UUID
    side: Side
    seller_id: int | None = None
