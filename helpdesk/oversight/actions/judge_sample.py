"""Judge a sample: a reviewer who has the file open says whether the question was answered."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Kept
from helpdesk.conversations.queries import backstage_chain
from helpdesk.deadlines import actions as deadlines
from helpdesk.deadlines import queries as clocks
from helpdesk.deadlines.terms.samples import Scorecard
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.actions.reviewing import may_decide
from helpdesk.oversight.policies import can_review


def judge_sample(
    *,
    actor: Actor,
    now: datetime,
    sample: Ref,
    judgment: str,
    key: str,
    note: str = "",
    scorecard: Scorecard | None = None,
) -> Kept:
    """The judgment's entry, which the Seller's side sees, with the note and the marks.

    Raises Forbidden (not a reviewer; no reading in force), NotFound, Invalid, TooLarge, KeyReused, and
    Conflict where somebody judged before.
    """
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")
    with acting(actor):
        found = clocks.sample_of(sample=sample)
        may_decide(actor=actor, now=now, conversation=found.conversation, settled=found.judgment is not None)
        return deadlines.judge_sample(
            actor=actor,
            now=now,
            sample=sample,
            backstage=backstage_chain(conversation=found.conversation, audience=Audience.SELLER),
            judgment=judgment,
            note=note,
            key=key,
            scorecard=scorecard,
        )
