"""What a reply does to the clock: it stops it, stops it and promises the rest, or leaves it running."""

from dataclasses import dataclass
from datetime import date

from helpdesk.conversations.rules.questions import Reckoned
from helpdesk.conversations.terms import Manner, Reading, Thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """`sampled`: its author stood by a text that reads as if it left the question open."""

    answers: bool = False
    promises: date | None = None
    keeps: bool = False
    sampled: bool = False
    refusal: str | None = None


def effect_of_reply(
    *,
    thread: Thread,
    manner: Manner | None,
    reading: Reading | None,
    promise_on: date | None,
    reckoned: Reckoned | None = None,
) -> Effect:
    """`manner` is the author's choice, None: not asked yet; `refusal` is the code of what is in the way.

    `reckoned` is what becomes of the questions that wait, where the author was shown them.
    """
    if refusal := _contradicts(manner, promise_on, reckoned):
        return Effect(refusal=refusal)
    if manner in (Manner.INTERIM, Manner.AUTOMATIC):
        return Effect(refusal="promise.interim" if promise_on else None)
    if promise_on is not None:
        return _promising(thread, promise_on)
    if thread.obligation is not None and manner is None and reading in _OPEN:
        return Effect(refusal=f"reply.reads_as_{reading}")
    if thread.obligation is not None and manner is None and reckoned and reckoned.unsaid:
        return Effect(refusal="reply.leaves_questions")
    doubted = reckoned is not None and (reckoned.doubted or bool(reckoned.unsaid))
    return Effect(
        answers=thread.obligation is not None,
        keeps=thread.promise is not None,
        sampled=thread.obligation is not None and (reading in _OPEN or doubted),
    )


def _contradicts(manner: Manner | None, promise_on: date | None, reckoned: Reckoned | None) -> str | None:
    """What is left for later is no full answer, and what nobody wrote has answered nothing."""
    if reckoned is None:
        return None
    if manner is Manner.AUTOMATIC:
        return "questions.automatic"
    full = manner is not Manner.INTERIM and promise_on is None
    return "questions.later_in_full" if full and reckoned.ticks.later else None


_OPEN = (Reading.HOLDING, Reading.VAGUE, Reading.COURTESY)


def _promising(thread: Thread, on: date) -> Effect:
    """One promise a question, and one at a time: another would be a way to wait for ever."""
    if thread.obligation is None:
        return Effect(refusal="promise.nothing_open")
    if thread.promised or thread.promise is not None:
        return Effect(refusal="promise.second")
    return Effect(answers=True, promises=on)
