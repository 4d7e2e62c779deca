"""What a step's fields may hold in this very case: no form and no tool is shown what would be refused."""

from dataclasses import replace

from helpdesk.cases.rules.looks import Look
from helpdesk.cases.terms.fields import FIELDS
from helpdesk.cases.terms.flows import FieldUse, Step

_UPHELD = ("conceded_whole", "decision_has_remedy")
_CONCEDED = "conceded_whole"


def fields_of(step: Step, *, look: Look) -> tuple[FieldUse, ...]:
    """The fields of the step; of the remedies, those with which this flow can go on, in their usual order.

    Whoever gives in gives what the Buyer wants, where that was said.
    """
    if not set(step.guards) & set(_UPHELD):
        return step.fields
    wanted = look.state.facts.get("wanted")
    can = [one for one in FIELDS["remedy"].choices if one in look.flow.upheld]
    if _CONCEDED in step.guards and wanted:
        can = [one for one in can if one == wanted]
    return tuple(
        replace(use, choices=tuple(can)) if use.name == "remedy" and can else use for use in step.fields
    )
