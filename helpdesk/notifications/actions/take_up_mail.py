"""Take up a mail that is due: whoever has it in hand has it alone until the lease is over."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import uuid7
from helpdesk.notifications import rules
from helpdesk.notifications.models import Delivery
from helpdesk.notifications.queries import address_of, lines_of, reader_of, settled
from helpdesk.notifications.terms import LEASE, MOST_IN_A_MAIL, Channel, Kind, Line, Mail, State


def take_up_mail(*, actor: Actor, now: datetime) -> Mail | None:
    """The next mail that is due, this try counted; None: nothing is due.

    What is due to one person leaves in one mail. Once taken up a mail keeps its id and what it tells of,
    less what was settled since. Nothing leaves in quiet hours, to who left the team, or unwished by now.
    """
    with acting(actor):
        while first := _due(now).order_by("next_at", "seller_id", "id").first():
            if mail := _prepared(first, _together(first, now), now):
                return mail
    return None


def _due(now: datetime) -> QuerySet[Delivery]:
    rows = Delivery.objects.select_for_update(skip_locked=True)
    return rows.filter(channel=Channel.MAIL.value, next_at__lte=now)


def _together(first: Delivery, now: datetime) -> list[Delivery]:
    """The mail that it was in before, or all that is due to that person and in no mail yet."""
    if first.mail_id:
        return list(_due(now).filter(mail_id=first.mail_id))
    rows = _due(now).filter(person_id=first.person_id, mail_id=None)
    return list(rows.order_by("next_at", "seller_id", "id")[:MOST_IN_A_MAIL])


def _prepared(first: Delivery, rows: Sequence[Delivery], now: datetime) -> Mail | None:
    """The mail in hand, or none where all of it was dropped or waits for the morning."""
    lines = lines_of(notices=[(row.seller_id, row.notice_id) for row in rows])
    address, language = address_of(person=first.person_id)
    keep, wait = _sorted(first.person_id, lines, now)
    if not address:
        keep, wait = [], {}
    ways = {(row.seller_id, row.notice_id): row.id for row in rows}
    kept = {ways[line.id] for line in keep}
    waiting = {ways[id]: until for id, until in wait.items()}
    _put_off(waiting)
    _drop([row for row in rows if row.id not in kept | waiting.keys()], now)
    if not kept:
        return None
    return Mail(
        id=_in_hand(first, [row for row in rows if row.id in kept], now),
        person=first.person_id,
        address=address,
        language=language,
        lines=tuple(keep),
        tries=first.tries + 1,
        due_at=first.due_at,
    )


def _sorted(
    person: UUID, lines: Sequence[Line], now: datetime
) -> tuple[list[Line], dict[tuple[int, UUID], datetime]]:
    """What leaves now, and what waits until when; the rest has nobody to tell any more."""
    gone = settled(notices=[line.id for line in lines])
    hats = reader_of(person=person, lines=lines)
    keep: list[Line] = []
    wait: dict[tuple[int, UUID], datetime] = {}
    for line in lines:
        hat = hats.get(line.id)
        if line.id.id in gone or hat is None or line.kind not in hat.wishes.mailed:
            continue
        if rules.is_quiet(at=now, wishes=hat.wishes):
            wait[line.id] = rules.leaves_at(kind=Kind.OVERDUE, at=now, wishes=hat.wishes)
        else:
            keep.append(line)
    return keep, wait


def _in_hand(first: Delivery, rows: Sequence[Delivery], now: datetime) -> UUID:
    mail = first.mail_id or uuid7()
    _of(rows).update(mail_id=mail, next_at=now + LEASE, tries=F("tries") + 1)
    return mail


def _put_off(waiting: dict[UUID, datetime]) -> None:
    for id, until in waiting.items():
        Delivery.objects.filter(id=id).update(next_at=until)


def _drop(rows: Sequence[Delivery], now: datetime) -> None:
    if rows:
        _of(rows).update(state=State.SETTLED.value, next_at=None, done_at=now)


def _of(rows: Sequence[Delivery]) -> QuerySet[Delivery]:
    return Delivery.objects.filter(
        seller_id__in={row.seller_id for row in rows}, id__in=[row.id for row in rows]
    )
