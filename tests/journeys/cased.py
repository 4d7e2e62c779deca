"""Cases with words as long as they may be: a complaint that was refused, another that the Platform decides, a
withdrawal, a contact outside.
"""

from datetime import datetime, timedelta

from helpdesk.cases import actions as cases
from helpdesk.cases.terms.deeds import Channel, Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref

WORDS = (
    "Die Kaffeevollautomatenbrühgruppendichtungsnachfüllpackung ist beschädigt;"
    " Kaffeevollautomatenbrühgruppendichtungsnachfüllpackungsgröße_8/2019 passt nicht."
)
REFUSED = "Uszczelka została uszkodzona po dostawie, co widać na przesłanym zdjęciu opakowania."
_HOUR = timedelta(hours=1)


def open_cases(
    *, clara: Actor, anna: Actor, now: datetime, complaint: Ref, withdrawal: Ref, escalated: Ref
) -> dict[str, object]:
    """Their places: the cases, and the thread of the complaint."""
    opened = cases.open_case(
        actor=clara,
        now=now - 3 * _HOUR,
        order=complaint,
        opening=Opening(situation=Situation.DAMAGED, wanted="repair"),
        key="house-complaint",
        words=WORDS,
    )
    case = Ref(complaint.seller_id, opened.receipt.entry)
    cases.take_step(
        actor=anna, now=now - 2 * _HOUR, case=case, step="refuse", key="house-refused", words=REFUSED
    )
    cases.note_contact(
        actor=anna,
        now=now - _HOUR,
        conversation=opened.conversation,
        channel=Channel.PHONE,
        on_day=(now - 2 * _HOUR).date(),
        words=REFUSED,
        key="house-contact",
        case=case,
    )
    declared = cases.open_case(
        actor=clara,
        now=now - _HOUR,
        order=withdrawal,
        opening=Opening(situation=Situation.CHANGED_MIND),
        key="house-withdrawal",
    )
    return {
        "case": case,
        **_escalated(clara=clara, anna=anna, now=now, order=escalated),
        "withdrawn": Ref(withdrawal.seller_id, declared.receipt.entry),
        "of_case": opened.conversation,
        "order_of_case": complaint,
    }


def _escalated(*, clara: Actor, anna: Actor, now: datetime, order: Ref) -> dict[str, object]:
    opened = cases.open_case(
        actor=clara,
        now=now - 3 * _HOUR,
        order=order,
        opening=Opening(situation=Situation.DAMAGED, wanted="refund"),
        key="house-disputed",
        words=WORDS,
    )
    case = Ref(order.seller_id, opened.receipt.entry)
    for actor, step, words in ((anna, "refuse", REFUSED), (clara, "escalate", WORDS)):
        cases.take_step(
            actor=actor, now=now - 2 * _HOUR, case=case, step=step, key=f"house-{step}", words=words
        )
    return {"escalated": case, "of_escalated": opened.conversation}
