"""The words of accounts."""

from enum import StrEnum

from helpdesk.kernel.actor import Role

ADMINISTRATOR_ROLES = (
    Role.SUPPORT,
    Role.REVIEWER,
    Role.COMPLIANCE,
    Role.AUDITOR,
    Role.PLATFORM_ADMIN,
)
TOKEN_PREFIX = "hd_"  # noqa: S105 - what every token starts with, so that scanners recognise a leaked one
SHOWN_PREFIX = 10  # characters of a token that lists may show


class Scope(StrEnum):
    """What a token may be used for."""

    READ = "read"
    WRITE = "write"
