"""Samples to judge: a holding answer that its author stood by, and a mark of no reply needed."""

from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.terms import Manner
from helpdesk.deadlines.models import Obligation, Sample, Waiver
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import ANNA, CLARA, EDDA

HOLDING = "Thank you for your message. We are looking into this and will get back to you."


def stood_by(conversation: Ref, key: str = "stood by") -> Ref:
    """The sample of an answer that reads as if it were still to come, sent as the full answer."""
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=conversation, draft=HOLDING, key=key, manner=Manner.FULL
    )
    return last_sample()


def drawn_answer(conversation: Ref, key: str = "drawn") -> Ref:
    """The sample of an ordinary answer, as if the draw had met it."""
    posted = conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=conversation, draft="Yes, it does fit.", key=key
    )
    with acting(SYSTEM):
        due = Obligation.objects.get(answered_by=posted.receipt.entry)
        row = Sample.objects.create(
            seller_id=due.seller_id,
            kind="random",
            subject_id=posted.receipt.entry,
            obligation_id=due.id,
            chain=due.chain,
            buyer_id=due.buyer_id,
            drawn_at=posted.receipt.at,
        )
    return Ref(row.seller_id, row.id)


def marked(conversation: Ref) -> Ref:
    """The sample of a mark, as of a shop that marks a good share of its questions."""
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=conversation, draft="Yes, it fits.", key="answer"
    )
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=conversation, draft="Is it black?", key="more"
    )
    posted = conversations.waive_reply(
        actor=ANNA, now=clock.now(), conversation=conversation, reason=WaiverReason.ANSWERED, key="mark"
    )
    return _drawn(conversation, posted.receipt.entry)


def _drawn(conversation: Ref, entry: UUID) -> Ref:
    """As `waive_reply` draws it, without twenty questions before."""
    with acting(SYSTEM):
        mark = Waiver.objects.get(id=entry)
        row, _ = Sample.objects.get_or_create(
            seller_id=mark.seller_id,
            subject_id=mark.id,
            defaults={
                "kind": "waiver",
                "obligation_id": mark.obligation_id,
                "chain": conversation.id,
                "buyer_id": mark.buyer_id,
                "drawn_at": mark.at,
            },
        )
    return Ref(row.seller_id, row.id)


def last_sample() -> Ref:
    with acting(SYSTEM):
        row = Sample.objects.latest("drawn_at")
    return Ref(row.seller_id, row.id)


def opened(conversation: Ref, actor: Actor = EDDA, key: str = "opened") -> None:
    """The file, with the sample as the reason."""
    oversight.open_file(
        actor=actor, now=clock.now(), conversation=conversation, reason="quality_sample", key=key
    )
