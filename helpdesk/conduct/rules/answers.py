"""Answers: which questions a buyer asked, and what a reply does with each of them."""

from collections.abc import Iterator, Sequence

from helpdesk.conduct.terms import Finding, Label, Question, Treated, Treatment

_LABELS = {Treatment.IGNORED: Label.IGNORED, Treatment.VAGUE: Label.VAGUE}


def questions_in(*, text: str) -> Sequence[Question]:
    """In the order of the text; ids are q1, q2, ..."""
    del text
    return ()


def treat(*, asked: str, reply: str, questions: Sequence[Question] | None = None) -> Sequence[Treated]:
    """What becomes of each question of `asked`, those given or else those found in it."""
    del reply
    found = questions_in(text=asked) if questions is None else questions
    return [Treated(question=one, treatment=Treatment.IGNORED, score=0.0) for one in found]


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
