"""When a buyer may set the clock going again: "this did not answer my question", "I do need an answer"."""

from helpdesk.deadlines.terms import MAX_REOPENINGS


def refusal_of_reopening(*, is_open: bool, is_promised: bool, reopened: int) -> str | None:
    """The code of what forbids to open an answered question again, or None.

    `is_promised`: the rest of the answer is due by a day that has not passed. `reopened`: how often before.
    """
    if is_open:
        return "reopening.open"
    if is_promised:
        return "reopening.promised"
    return "reopening.most" if reopened >= MAX_REOPENINGS else None


def refusal_of_insistence(*, is_courtesy: bool, is_open: bool, is_answered: bool) -> str | None:
    """The code of what forbids it, or None. `is_answered`: the seller's side wrote after the message."""
    if not is_courtesy:
        return "insistence.not_courtesy"
    if is_open:
        return "insistence.open"
    return "insistence.answered" if is_answered else None
