"""Appeal against a refusal: a Buyer says why a message was fine that a person kept unsent."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.archive import actions as archive
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import replay_of
from helpdesk.archive.terms import Audience, Kept
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.queries import files_to_post
from helpdesk.conversations.queries import backstage_chain, review_due
from helpdesk.deadlines.terms import BUDGET_US
from helpdesk.enforcement.actions.filing import files_sealed, refuse_late, refuse_posted, words_of
from helpdesk.enforcement.models import Appeal
from helpdesk.enforcement.policies import can_appeal_refusals
from helpdesk.enforcement.queries.bodies import refused_in
from helpdesk.enforcement.queries.refusals import refusal
from helpdesk.enforcement.rules.appeals import appeal_terms
from helpdesk.enforcement.terms.appeals import Against, AppealEntry
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def appeal_refusal(
    *, actor: Actor, now: datetime, attempt: Ref, words: str, key: str, files: Sequence[UUID] = ()
) -> Kept:
    """The appeal's entry, behind the thread, where the Seller sees nothing of it, nor of its `files`: uploads
    of the actor's, sealed with it.

    Raises NotFound (another's, nobody confirmed it, uploads that are none of the actor's), Invalid, TooLarge,
    KeyReused, Busy, and Conflict: too late, appealed before, the decision was taken back already, or a file
    was posted before.
    """
    if not can_appeal_refusals(actor=actor):
        raise NotFound("appeal.not_found")
    asked = {"against": Against.REFUSAL.value, "subject": str(attempt)}
    evidence = files_to_post(actor=actor, seller_id=attempt.seller_id, files=files)
    values = {"said": canonical(asked), "words": words_of(words)} | files_sealed(evidence)
    with acting(actor):
        of = refusal(attempt)
        assert of.place is not None
    with acting(SYSTEM):
        chain = backstage_chain(conversation=of.place, audience=Audience.BUYER)
        hot.lock_chain(chain=chain.id)
        if kept := replay_of(chain=chain, actor=actor, key=key, kind=AppealEntry.FILED, values=values):
            return kept
        of = refusal(attempt)
        refuse_late(of, now)
        refuse_posted(evidence)
        due = review_due(
            market=refused_in(attempt=attempt), at=now, budget=appeal_terms().business_days * BUDGET_US
        )
        facts = {"against": of.against.value, "code": of.code, "side": Side.BUYER.value, "stays": 0}
        kept = archive.append(
            chain=chain,
            kind=AppealEntry.FILED,
            actor=actor,
            now=now,
            key=key,
            values=values,
            facts=due.facts() | facts,
            ref=[("appeals", attempt.id)],
        )
        Appeal.objects.create(
            seller_id=kept.seller_id,
            id=kept.receipt.entry,
            buyer_id=chain.buyer_id,
            audience=Audience.BUYER.value,
            against=of.against.value,
            subject_id=attempt.id,
            code=of.code,
            stays=False,
            at=kept.receipt.at,
            due_at=due.at,
        )
        attachments.seal_beside(actor=actor, now=now, chain=chain, receipt=kept.receipt, files=files)
    return kept
