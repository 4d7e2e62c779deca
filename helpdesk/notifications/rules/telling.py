"""Who is told what, and how it reaches them."""

from collections.abc import Sequence

from helpdesk.kernel.actor import Side
from helpdesk.notifications.rules.hours import leaves_at
from helpdesk.notifications.terms import KINDS_OF, Channel, Happened, Reader, Told


def told(*, happened: Happened, readers: Sequence[Reader], by_platform: bool) -> list[Told]:
    """One notice a person: those of the side concerned who can do something about it, and never who did it.

    With `by_platform` the Platform delivers whatever leaves; else mail reaches who has an address.
    """
    return [_to(happened, reader, by_platform) for reader in readers if _concerns(happened, reader)]


def _concerns(happened: Happened, reader: Reader) -> bool:
    if reader.side is not happened.to or reader.person == happened.author:
        return False
    if happened.only is not None and reader.person != happened.only:
        return False
    if happened.kind not in KINDS_OF.get(reader.side, ()) or not reader.works:
        return False
    if reader.side is Side.BUYER:
        return reader.person == happened.buyer_id
    if reader.side is Side.ADMINISTRATOR:
        return True
    return reader.seller_id == happened.conversation.seller_id


def _to(happened: Happened, reader: Reader, by_platform: bool) -> Told:
    channel = _channel(happened, reader, by_platform)
    return Told(
        happened=happened,
        person=reader.person,
        channel=channel,
        leaves_at=None
        if channel is None
        else leaves_at(kind=happened.kind, at=happened.at, wishes=reader.wishes),
    )


def _channel(happened: Happened, reader: Reader, by_platform: bool) -> Channel | None:
    if happened.kind not in reader.wishes.mailed:
        return None
    if by_platform:
        return Channel.PLATFORM
    return Channel.MAIL if reader.has_address else None
