"""A thread to tamper with: marked and asked again, promised, reopened, stood by, judged, refused."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.archive.terms import Audience, Receipt
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt
from helpdesk.conversations.queries.attempts import backstage_chain
from helpdesk.conversations.terms import HowAnswered, Manner, Posted
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines.models import Sample
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refused
from tests.cast import ANNA, CLARA, EDDA
from tests.conversations.attempts import FINE
from tests.oversight.samples import HOLDING


class Asked:
    """Clara's thread about `order`; every entry gets the name that tamperings know it by."""

    def __init__(self, order: Ref) -> None:
        self.named: dict[str, UUID] = {}
        first = self._deed("q0", conversations.ask_about_order, CLARA, order=order, draft="Which one is it?")
        self.thread = first.conversation
        self.named["asked"] = self.thread.id

    def told(self) -> dict[str, UUID]:
        """What is in it, by name."""
        answer = self._reply("a0", "It is the 8 mm one.")
        self._ask("q1")
        self._of_thread("waived", conversations.waive_reply, ANNA, reason=WaiverReason.DUPLICATE)
        self._of_thread("objected", conversations.object_to_waiver, CLARA)
        day = (clock.now() + timedelta(days=5)).date()
        self._reply("promised", "I ask the maker and tell you then.", promise_on=day)
        self._reply("kept", "The maker says yes.")
        self._of_thread("reopened", conversations.reopen_answer, CLARA, n=answer.n, how=HowAnswered.NO)
        self._reply("stood", HOLDING, manner=Manner.FULL)
        self._ask("q2")
        self._reply("judged", HOLDING, manner=Manner.FULL)
        self._judge()
        self._refused()
        return self.named

    def _ask(self, name: str) -> None:
        self._of_thread(name, conversations.post_question, CLARA, draft=f"And does it fit? {name}")

    def _reply(self, name: str, draft: str, **more: object) -> Posted:
        return self._of_thread(name, conversations.post_reply, ANNA, draft=draft, **more)

    def _of_thread(self, name: str, deed: Callable[..., Posted], actor: object, **more: object) -> Posted:
        return self._deed(name, deed, actor, conversation=self.thread, **more)

    def _deed(self, name: str, deed: Callable[..., Posted], actor: object, **more: object) -> Posted:
        posted = deed(actor=actor, now=clock.now(), key=f"asked/{name}", **more)
        self._name(name, posted.receipt)
        return posted

    def _name(self, name: str, receipt: Receipt) -> None:
        self.named[name] = receipt.entry

    def _judge(self) -> None:
        with everything():
            sample = Sample.objects.get(subject_id=self.named["judged"])
            backstage = backstage_chain(conversation=self.thread, audience=Audience.SELLER)
        kept = deadlines.judge_sample(
            actor=EDDA,
            now=clock.now(),
            sample=Ref(sample.seller_id, sample.id),
            backstage=backstage,
            judgment="unanswered",
            note="",
            key="judgment",
        )
        self._name("judgment", kept.receipt)

    def _refused(self) -> None:
        with pytest.raises(Refused):
            self._reply("refused", FINE)
        with everything():
            attempt = Attempt.objects.get()
        self.named["refused"] = attempt.id
        kept = conversations.confirm_attempt(
            actor=EDDA, now=clock.now(), attempt=Ref(attempt.seller_id, attempt.id), key="confirmed"
        )
        self._name("confirmed", kept.receipt)
