"""Answer a letter, or write to one side first: the Platform's own words to one side alone."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.letters.actions.placing import place_of_thread
from helpdesk.letters.actions.sealing import kept_letter
from helpdesk.letters.models import Letter
from helpdesk.letters.policies import can_answer_letters
from helpdesk.letters.terms import About, Place, Written
from helpdesk.marketplace.models import Pair
from helpdesk.marketplace.queries import stand_in_of, stand_ins_of


def answer_letter(*, actor: Actor, now: datetime, correspondence: Ref, draft: str, key: str) -> Written:
    """The Platform's letter in a correspondence that was begun; whatever waits in it is answered.

    Raises NotFound (for the other sides too), Forbidden, Invalid, TooLarge, KeyReused, Busy.
    """
    refuse_others(actor=actor, code="letter.not_found")
    with acting(actor):
        place = place_of(correspondence=correspondence)
    return kept_letter(actor=actor, now=now, place=place, draft=draft, key=key)


def write_to_side(
    *, actor: Actor, now: datetime, conversation: Ref, side: str, draft: str, key: str
) -> Written:
    """The Platform's letter about a thread to one of its sides, whether or not that side wrote before.

    Raises as `answer_letter` does.
    """
    refuse_others(actor=actor, code="conversation.not_found")
    if side not in (Side.SELLER, Side.BUYER):
        raise Invalid("letter.side", field="side")
    place = place_of_thread(actor=actor, now=now, conversation=conversation, side=Side(side))
    return kept_letter(actor=actor, now=now, place=place, draft=draft, key=key)


def refuse_others(*, actor: Actor, code: str) -> None:
    """The desk's support alone. Raises NotFound (for the other sides), Forbidden."""
    if actor.side is not Side.ADMINISTRATOR:
        raise NotFound(code)
    if not can_answer_letters(actor=actor):
        raise Forbidden("letter.not_yours_to_answer")


def place_of(*, correspondence: Ref) -> Place:
    """Where a correspondence that was begun lies, in the present scope. Raises NotFound.

    Of the latest letter: the subject that the side named last.
    """
    mine = Letter.objects.filter(seller_id=correspondence.seller_id, chain=correspondence.id)
    last = mine.order_by("-n").first()
    if last is None:
        raise NotFound("letter.not_found")
    seller, pair = _stand_ins(last.seller_id, last.buyer_id)
    return Place(
        file=Ref(last.seller_id, last.file_id),
        side=Side(last.of_side),
        about=About(last.about),
        order=last.order_id,
        buyer_id=last.buyer_id,
        seller=seller,
        pair=pair,
        market=last.market,
    )


def _stand_ins(seller_id: int, buyer_id: UUID | None) -> tuple[UUID | None, UUID | None]:
    if buyer_id is None:
        return stand_in_of(seller_id=seller_id), None
    if seller_id == OPERATOR:
        return None, Pair.objects.values_list("pair", flat=True).get(seller_id=OPERATOR, buyer_id=buyer_id)
    return stand_ins_of(seller_id=seller_id, buyer_id=buyer_id)
