"""How many persons a measure takes, and who may be the next of them."""

from collections.abc import Sequence
from uuid import UUID

from helpdesk.enforcement.rules.stepping import place_of
from helpdesk.enforcement.terms import Choice, DecisionKind, DecisionShown, MeasureKind, Step, Tracks

ONE, TWO = 1, 2


def persons_for(*, step: Step, grave: bool, tracks: Tracks) -> int:
    """Two for what lasts more than a week or for good, and wherever a step is skipped; else one."""
    lasting = step.days > tracks.two_over_days or step.kind is MeasureKind.REMOVAL
    return TWO if lasting or grave else ONE


def refusal_of_choice(*, proposed: Step, chosen: MeasureKind, grave: bool, tracks: Tracks) -> str | None:
    """A code where this measure may not be chosen instead of the proposed one.

    A milder one of the track always may; a graver one skips steps, which needs a grave reason.
    """
    place = place_of(track=proposed.track, kind=chosen, tracks=tracks)
    if place is None:
        return "measure.not_of_track"
    if place > proposed.place and not grave:
        return "measure.skips"
    return None


def refusal_of_person(*, person: UUID, decisions: Sequence[DecisionShown], choice: Choice) -> str | None:
    """A code where this person may not approve now: nobody does twice, and all approve the same."""
    approved = [one for one in decisions if one.kind is DecisionKind.APPROVE]
    if any(one.person == person for one in approved):
        return "measure.same_person"
    same = (choice.measure, choice.grave, choice.exemption)
    if any((one.measure, one.grave, one.exemption) != same for one in approved):
        return "measure.differs"
    return None
