"""What reviewers said in the house: of an answer, of a finding in it, and of a question without one."""

from datetime import datetime, timedelta

from helpdesk.archive.database.scope import acting, everything
from helpdesk.archive.terms import Audience
from helpdesk.conduct import actions as conduct
from helpdesk.conduct.models import Sample as Clean
from helpdesk.conduct.terms import Decision, Finding, Label, Source, Verdict
from helpdesk.conversations.models import Message
from helpdesk.conversations.queries import backstage_chain
from helpdesk.deadlines.models import Obligation, Sample
from helpdesk.deadlines.terms.samples import Scorecard, Standard
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.cast import EDDA

WHY = "Proszę bez reklam: przy pytaniu o towar nikt ich nie szuka."
_CARD = Scorecard(reliable=4, complete=2, clear=3, polite=4, standard=Standard.QUESTION_OPEN)
_FOUND = timedelta(days=40)  # so that figures of thirty days have none


def judge_a_thread(*, thread: Ref, now: datetime) -> None:
    """Its first question and the answer to it; ask where the desk has a reading in force."""
    with acting(SYSTEM):
        clock = Obligation.objects.filter(chain=thread.id, verdict__isnull=False).earliest("answered_at")
        assert clock.answered_by is not None  # whatever has a verdict
        answer = Message.objects.get(seller_id=thread.seller_id, id=clock.answered_by)
        question = Message.objects.filter(conversation_id=thread.id, side=Side.BUYER.value).earliest("at")
    _judge(clock, answer, now)
    _find(answer, thread, now - _FOUND)
    oversight.review_item(
        actor=EDDA,
        now=now,
        item=Ref(thread.seller_id, answer.id),
        decision="violation",
        labels=["C_PROMO"],
        reason=WHY,
        key="review",
    )
    _read(question, now)


def _judge(clock: Obligation, answer: Message, now: datetime) -> None:
    """As if the draw had met it."""
    with acting(SYSTEM):
        row = Sample.objects.create(
            seller_id=clock.seller_id,
            kind="random",
            subject_id=answer.id,
            obligation_id=clock.id,
            chain=clock.chain,
            buyer_id=clock.buyer_id,
            drawn_at=answer.at,
        )
    oversight.judge_sample(
        actor=EDDA,
        now=now,
        sample=Ref(row.seller_id, row.id),
        judgment="stands",
        key="judged",
        scorecard=_CARD,
    )


def _find(answer: Message, thread: Ref, at: datetime) -> None:
    """As a later version of the rules would."""
    found = Finding(label=Label.PROMO, rule="promo.coupon", start=0, end=5, score=0.7, decision=Decision.WARN)
    with everything():
        conduct.keep_verdict(
            actor=SYSTEM,
            now=at,
            chain=backstage_chain(conversation=thread, audience=Audience.SELLER),
            conversation=thread.id,
            entry=answer.id,
            side=Side.SELLER,
            language="pl",
            verdict=Verdict(pack="2", decision=Decision.WARN, findings=(found,)),
            source=Source.RESCAN,
            action="sent",
        )


def _read(question: Message, now: datetime) -> None:
    """As if the draw had met it, and something was missed."""
    with acting(SYSTEM):
        Clean.objects.create(
            seller_id=question.seller_id,
            id=question.id,
            chain=question.conversation_id,
            buyer_id=question.buyer_id,
            side=question.side,
            language=question.language,
            at=question.at,
        )
    oversight.review_item(
        actor=EDDA,
        now=now,
        item=Ref(question.seller_id, question.id),
        decision="missed",
        labels=["A_PHONE"],
        key="read",
    )
