"""A sample or a refused text with its words, under a reading in force."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries import attempt_of, last_n_at
from helpdesk.conversations.terms import Message
from helpdesk.deadlines.queries import sample_of
from helpdesk.deadlines.terms.samples import SampleShown
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.oversight.policies import can_review
from helpdesk.oversight.queries.reading import read_file
from helpdesk.oversight.terms import RefusedText, Specimen

_BEFORE = 40  # messages: enough to see how a conversation went before the one in question


def specimen(*, actor: Actor, now: datetime, sample: Ref) -> Specimen:
    """The sample with its thread. Raises Forbidden (not a reviewer; no reading in force), NotFound."""
    of = sample_shown(actor=actor, sample=sample)
    with acting(actor):
        after_n = max(-1, last_n_at(conversation=of.conversation, at=of.at) - _BEFORE)
    thread = read_file(actor=actor, now=now, conversation=of.conversation, after_n=after_n)
    return Specimen(
        of=of,
        question=_question(thread.messages, of),
        answer=next((message for message in thread.messages if message.id == of.subject), None),
        thread=thread,
    )


def refused_text(*, actor: Actor, now: datetime, attempt: Ref) -> RefusedText:
    """The text with its thread. Raises Forbidden (not a reviewer; no reading in force), NotFound."""
    _may_review(actor)
    with acting(actor):
        of = attempt_of(attempt=attempt)
    thread = read_file(actor=actor, now=now, conversation=of.of.conversation)
    return RefusedText(of=of, thread=thread)


def sample_shown(*, actor: Actor, sample: Ref) -> SampleShown:
    """What is known of it before its file is open: no word. Raises Forbidden, NotFound."""
    _may_review(actor)
    with acting(actor):
        return sample_of(sample=sample)


def attempt_place(*, actor: Actor, attempt: Ref) -> Ref:
    """The conversation in which it was refused. Raises Forbidden, NotFound."""
    _may_review(actor)
    with acting(actor):
        return attempt_of(attempt=attempt).of.conversation


def _may_review(actor: Actor) -> None:
    if not can_review(actor=actor):
        raise Forbidden("oversight.not_yours_to_judge")


def _question(messages: Sequence[Message], of: SampleShown) -> Sequence[Message]:
    """What the Buyer wrote while the clock ran; the words before it where another entry started it."""
    asked = [message for message in messages if message.side is Side.BUYER and message.at < of.at]
    return [message for message in asked if message.at >= of.received_at] or asked[-1:]
