"""Write notices, each once: the same again is the same row."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings

from helpdesk.archive.terms import Audience
from helpdesk.kernel.actor import Side
from helpdesk.notifications import rules
from helpdesk.notifications.models import Delivery, Notice
from helpdesk.notifications.queries import readers_of
from helpdesk.notifications.terms import Happened, StandIns, Told
from helpdesk.teamwork import queries as teamwork

_AUDIENCE = {
    Side.SELLER: Audience.SELLER,
    Side.BUYER: Audience.BUYER,
    Side.ADMINISTRATOR: Audience.OPERATOR,
}


def write(*, happened: Sequence[Happened], now: datetime) -> int:
    """Tell whoever is concerned; returns how many notices that makes. In the present scope.

    What concerns one of a shop's people who is away today is told to whoever covers, too.
    """
    if not happened:
        return 0
    readers = readers_of(
        sellers=[*{each.conversation.seller_id for each in happened}],
        buyers=[*{each.buyer_id for each in happened if each.buyer_id}],
        desk=any(each.to is Side.ADMINISTRATOR for each in happened),
    )
    stand_ins = _stand_ins(happened, now)
    by_platform = settings.HELPDESK.notices == "platform"
    told = [
        each
        for thing in happened
        for each in rules.told(happened=thing, readers=readers, by_platform=by_platform, stand_ins=stand_ins)
    ]
    Notice.objects.bulk_create(map(_notice, told), ignore_conflicts=True)
    Delivery.objects.bulk_create([_delivery(each) for each in told if each.channel], ignore_conflicts=True)
    return len(told)


def _stand_ins(happened: Sequence[Happened], now: datetime) -> StandIns:
    shops = {each.conversation.seller_id for each in happened if each.only and each.to is Side.SELLER}
    return teamwork.stand_ins_for_system(sellers=shops, now=now) if shops else {}


def _id(told: Told) -> UUID:
    return uuid5(told.happened.subject, f"{told.happened.kind}/{told.person}")


def _notice(told: Told) -> Notice:
    what = told.happened
    return Notice(
        seller_id=what.conversation.seller_id,
        id=_id(told),
        kind=what.kind.value,
        subject_id=what.subject,
        person_id=told.person,
        side=what.to.value,
        conversation_id=what.conversation.id,
        buyer_id=what.buyer_id,
        audience=_AUDIENCE[what.to],
        obligation_id=what.obligation,
        n=what.n,
        at=what.at,
    )


def _delivery(told: Told) -> Delivery:
    assert told.channel is not None
    assert told.leaves_at is not None
    return Delivery(
        seller_id=told.happened.conversation.seller_id,
        id=uuid5(_id(told), told.channel.value),
        notice_id=_id(told),
        person_id=told.person,
        buyer_id=told.happened.buyer_id,
        audience=_AUDIENCE[told.happened.to],
        channel=told.channel.value,
        due_at=told.leaves_at,
        next_at=told.leaves_at,
    )
