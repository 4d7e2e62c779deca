"""Refusals: every 'no' has a stable code; the sentence for it lives in the room's `words`."""

from enum import StrEnum

from helpdesk.kernel import spent


class RefusalKind(StrEnum):
    """What sort of 'no' it is; doors turn it into a status."""

    INVALID = "invalid"
    NOT_FOUND = "not_found"
    FORBIDDEN = "forbidden"
    CONFLICT = "conflict"
    REUSED = "reused"
    REFUSED = "refused"
    TOO_LARGE = "too_large"
    BUSY = "busy"
    TOO_MANY = "too_many"


class Refusal(Exception):
    """A deed or a reading that is not done. `field` names the offending input where there is one."""

    kind = RefusalKind.INVALID

    def __init__(self, code: str, *, field: str = "", **params: object) -> None:
        super().__init__(code)
        spent.refuse(code)
        self.code = code
        self.field = field
        self.params = params


class Invalid(Refusal):
    """The input cannot be understood or is out of bounds."""


class NotFound(Refusal):
    """Not there, or not theirs: nobody learns which."""

    kind = RefusalKind.NOT_FOUND


class Forbidden(Refusal):
    """Visible to this person, but not theirs to do."""

    kind = RefusalKind.FORBIDDEN


class Conflict(Refusal):
    """The record moved on since it was read."""

    kind = RefusalKind.CONFLICT


class KeyReused(Refusal):
    """The idempotency key was used before, for something else."""

    kind = RefusalKind.REUSED


class Refused(Refusal):
    """Understood and allowed to ask, but the rules say no; the attempt may be on record."""

    kind = RefusalKind.REFUSED


class TooLarge(Refusal):
    """More bytes or characters than the limit."""

    kind = RefusalKind.TOO_LARGE


class Busy(Refusal):
    """Not now: nothing was stored, the same request may be sent again."""

    kind = RefusalKind.BUSY


class TooMany(Refusal):
    """More requests than the limit; `seconds` says after how many the next one is taken."""

    kind = RefusalKind.TOO_MANY
