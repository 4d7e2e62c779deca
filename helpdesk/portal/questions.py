"""The buyer's questions beside the answer: what waits, and what was said of each by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from helpdesk.conduct.words import TREATMENTS
from helpdesk.conversations.queries import place_of, treated_by, waiting_in
from helpdesk.conversations.terms import HowAnswered, ThreadView, Tick, Ticks
from helpdesk.oversight.terms import Specimen

_NOBODY = Ticks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """In the buyer's words (empty where they are not on this page, or erased), in their `language`.

    `said` is answered, later, or nothing; `still_open`: the buyer says so.
    """

    id: str
    text: str
    language: str
    said: str = ""
    still_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was said of an answer: its questions, and how it answered, in the buyer's latest word."""

    questions: Sequence[Question] = ()
    how: HowAnswered | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A question of a sample; `was_asked`: its author was shown the list."""

    question: Question
    treatment: str
    was_asked: bool


def waiting(*, thread: ThreadView, ticks: Sequence[Tick], draft: Ticks | None = None) -> list[Question]:
    """What waits for the seller's answer, with what the form that is shown again said of it."""
    said = draft or _NOBODY
    found = waiting_in(thread=thread, ticks=ticks).questions
    return [_question(thread, one.id, said) for one in found]


def seen(*, specimen: Specimen, ticks: Sequence[Tick]) -> list[Seen]:
    """The questions of a sampled answer: what its author ticked, beside what the machine sees in it."""
    tick = next((one for one in ticks if specimen.answer and one.entry == specimen.answer.id), None)
    said = tick.ticks if tick else None
    found = treated_by(answer=specimen.answer, question=specimen.question) if specimen.answer else ()
    return [
        Seen(
            question=_question(specimen.thread, one.question.id, said or _NOBODY),
            treatment=str(TREATMENTS[one.treatment]),
            was_asked=said is not None,
        )
        for one in found
    ]


def told(*, thread: ThreadView, ticks: Sequence[Tick]) -> Mapping[UUID, Told]:
    """By message."""
    found: dict[UUID, Told] = {}
    for tick in ticks:
        before = found.get(tick.of, Told())
        if tick.how is None:
            ids = sorted((*tick.ticks.answered, *tick.ticks.later), key=lambda id: place_of(id=id))
            found[tick.of] = Told(questions=[_question(thread, id, tick.ticks) for id in ids])
        else:
            found[tick.of] = Told(questions=_reopened(before.questions, tick), how=tick.how)
    return found


def _reopened(questions: Sequence[Question], tick: Tick) -> list[Question]:
    named = tick.left_open or (() if tick.how is HowAnswered.COMPLETE else [one.id for one in questions])
    return [
        Question(id=one.id, text=one.text, language=one.language, said=one.said, still_open=one.id in named)
        for one in questions
    ]


def _question(thread: ThreadView, id: str, said: Ticks) -> Question:
    n, start, end = place_of(id=id)
    message = next((one for one in thread.messages if one.n == n), None)
    words = (message.text or "")[start:end] if message else ""
    word = "answered" if id in said.answered else "later" if id in said.later else ""
    return Question(id=id, text=words, language=message.language if message else "", said=word)
