"""Who is told what, and how it reaches them."""

from collections.abc import Sequence

from helpdesk.kernel.actor import Side
from helpdesk.notifications.rules.hours import leaves_at
from helpdesk.notifications.terms import (
    KINDS_OF,
    OF_BOTH,
    OF_COMPLIANCE,
    OF_OWNERS,
    OF_SUPPORT,
    Channel,
    Happened,
    Reader,
    StandIns,
    Told,
)


def told(
    *, happened: Happened, readers: Sequence[Reader], by_platform: bool, stand_ins: StandIns
) -> list[Told]:
    """One notice a person: those of the side concerned who can do something about it, and never who did it.

    What concerns one person alone concerns whoever covers for them, too: the absent one keeps the notice.
    With `by_platform` the Platform delivers whatever leaves; else mail reaches who has an address.
    """
    return [
        _to(happened, reader, by_platform) for reader in readers if _concerns(happened, reader, stand_ins)
    ]


def _concerns(happened: Happened, reader: Reader, stand_ins: StandIns) -> bool:
    if reader.side is not happened.to or reader.person == happened.author:
        return False
    if not _is_meant(happened, reader, stand_ins):
        return False
    if happened.kind not in KINDS_OF.get(reader.side, ()) or not _can_act(happened, reader):
        return False
    if reader.side is Side.BUYER:
        return reader.person == happened.buyer_id
    if reader.side is Side.ADMINISTRATOR:
        return True
    return reader.seller_id == happened.conversation.seller_id


def _can_act(happened: Happened, reader: Reader) -> bool:
    """Owners see to connections. Of all else at the desk, support answers letters and decides cases,
    compliance measures; reviewers do the rest.
    """
    if happened.kind in OF_OWNERS:
        return reader.owns
    if reader.side is not Side.ADMINISTRATOR:
        return reader.works
    if happened.kind in OF_SUPPORT:
        return reader.answers
    if happened.kind in OF_COMPLIANCE:
        return reader.decides
    return reader.works or (reader.decides and happened.kind in OF_BOTH)


def _is_meant(happened: Happened, reader: Reader, stand_ins: StandIns) -> bool:
    if happened.only is None or reader.person == happened.only:
        return True
    absent = (happened.conversation.seller_id, happened.only)
    return happened.to is Side.SELLER and stand_ins.get(absent) == reader.person


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
