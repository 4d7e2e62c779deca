"""Where a page ends, as text that leads to the next."""

import struct
from datetime import datetime
from uuid import UUID

from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Invalid

Position = tuple[float, datetime, UUID]


def cursor_of(score: float, at: datetime, id: UUID) -> str:
    """The position of a hit. The score is a single-precision number, and stays exactly that."""
    return f"{struct.pack('>f', score).hex()}.{clock.to_us(at)}.{id.hex}"


def position(cursor: str | None) -> Position | None:
    """What a cursor says; None for the beginning. Raises Invalid."""
    if cursor is None:
        return None
    try:
        score, at, id = cursor.split(".")
        (value,) = struct.unpack(">f", bytes.fromhex(score))
        return value, clock.from_us(int(at)), UUID(hex=id)
    except (ValueError, OverflowError, struct.error):
        raise Invalid("input.cursor", field="after") from None
