"""Answers: which questions a buyer asked, and what a reply does with each of them."""

from collections.abc import Iterator, Sequence

from helpdesk.conduct.rules.answers.finding import questions_in
from helpdesk.conduct.rules.answers.prose import Prose
from helpdesk.conduct.rules.answers.treating import treated
from helpdesk.conduct.terms import Finding, Label, Question, Treated, Treatment

__all__ = ["open_questions", "questions_in", "treat"]

_LABELS = {Treatment.IGNORED: Label.IGNORED, Treatment.VAGUE: Label.VAGUE}


def treat(*, asked: str, reply: str, questions: Sequence[Question] | None = None) -> Sequence[Treated]:
    """What becomes of each question of `asked`, those given or else those found in it."""
    found = questions_in(text=asked) if questions is None else questions
    return treated(buyer=Prose(asked), reply=reply, questions=found) if found else ()


def open_questions(treated: Sequence[Treated]) -> Iterator[Finding]:
    """One finding for each question that is left open; its words are the buyer's, so it has no span."""
    for one in treated:
        if one.treatment in _LABELS:
            yield Finding(
                label=_LABELS[one.treatment],
                rule=f"question.{one.treatment}",
                start=None,
                end=None,
                score=one.score,
            )
