"""An appeal in words, for its Seller and for the desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from helpdesk.attachments.queries import conversation_of_file
from helpdesk.enforcement.terms import MeasureKind, ViolationKind
from helpdesk.enforcement.terms.appeals import Against, AppealShown
from helpdesk.enforcement.words import AGAINST, MEASURES, VERDICTS, VIOLATIONS
from helpdesk.kernel.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`what` is the measure or the violation by name; `verdict` is empty until a person decided."""

    of: AppealShown
    against: str
    what: str
    verdict: str
    is_late: bool


def told(of: AppealShown, /, *, now: datetime) -> Told:
    """One appeal."""
    return Told(
        of=of,
        against=str(AGAINST[of.against]),
        what=named(of.against, of.code),
        verdict=str(VERDICTS[of.verdict]) if of.verdict else "",
        is_late=of.is_late(now=now),
    )


def evidence(*, actor: Actor, of: AppealShown) -> dict[str, Any]:
    """What the list of its files is made of; nothing where none was sent."""
    if not of.files:
        return {}
    lies_on = conversation_of_file(actor=actor, file=of.files[0].ref)
    return {
        "evidence": {"files": of.files, "side": of.files[0].side.value},
        "thread": {"conversation": lies_on},
    }


def named(against: Against, code: str, /) -> str:
    """The measure or the violation; of a refused message what was found in it."""
    if against is Against.REFUSAL and code not in list(ViolationKind):
        return str(AGAINST[against])
    if against is Against.MEASURE:
        return str(MEASURES[MeasureKind(code)])
    return str(VIOLATIONS[ViolationKind(code)])
