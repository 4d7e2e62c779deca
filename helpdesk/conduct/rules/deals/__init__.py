"""Outside deals: paying, ordering and settling around the Platform, and places where that is done."""

from collections.abc import Iterator

from helpdesk.conduct.rules.deals import finding, posting
from helpdesk.conduct.rules.deals.listening import Hearing
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding


def find(reading: Reading) -> Iterator[Finding]:
    """B_PAY, B_DEAL, B_TERMS and A_POST in the text."""
    for view in (reading.folded, reading.joined):
        if view is not None:
            hearing = Hearing(view.text, reading.said.language)
            if view is reading.folded:
                parts = hearing.parts()
                reading.classes += [frozenset([f"deal:{group}" for group in part.places]) for part in parts]
            yield from finding.find(reading, hearing, view)
            yield from posting.find(reading, hearing)


__all__ = ["find"]
