"""The scorecard of an answer: four marks from 1 to 4, and the standard that was broken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest

from helpdesk.deadlines.terms import SampleKind
from helpdesk.deadlines.terms.samples import HIGHEST, LOWEST, SampleShown, Scorecard, Standard
from helpdesk.deadlines.words import MARKS, STANDARDS
from helpdesk.kernel.refusal import Invalid

_NONE_GIVEN = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the form said; `scorecard` is None where no mark was given."""

    marks: Mapping[str, int] = field(default_factory=dict)
    standard: str = ""

    @property
    def scorecard(self) -> Scorecard | None:
        """With what is missing as a mark that no answer has: the deed says so."""
        if not self.marks and not self.standard:
            return None
        given = {name: self.marks.get(name, _NONE_GIVEN) for name in MARKS}
        return Scorecard(**given, standard=Standard(self.standard) if self.standard else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One of the four, in the reviewer's words, and what was given so far."""

    name: str
    label: str
    hint: str
    given: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The form, or what was judged. `required`: an answer that was drawn has marks."""

    marks: Sequence[Mark]
    range: Sequence[int]
    standards: Sequence[tuple[str, str]]
    standard: str
    standard_name: str
    required: bool
    is_marked: bool


def read(request: HttpRequest) -> Typed:
    """Raises Invalid for what no form of ours says."""
    marks = {name: _mark(request.POST[name]) for name in MARKS if request.POST.get(name)}
    standard = request.POST.get("standard", "")
    if standard and standard not in list(Standard):
        raise Invalid("form.damaged", field="standard")
    return Typed(marks=marks, standard=standard)


def _mark(written: str) -> int:
    if len(written) != 1 or written not in "0123456789":
        raise Invalid("form.damaged", field="marks")
    return int(written)


def shown(*, of: SampleShown, typed: Typed | None) -> Card | None:
    """None for a mark of no reply needed: there is no answer."""
    if of.kind is SampleKind.WAIVER:
        return None
    given = of.scorecard.marks if of.scorecard else typed.marks if typed else {}
    standard = of.scorecard.standard if of.scorecard else typed.standard if typed else ""
    return Card(
        marks=[
            Mark(name=name, label=str(label), hint=str(hint), given=given.get(name))
            for name, (label, hint) in MARKS.items()
        ],
        range=range(LOWEST, HIGHEST + 1),
        standards=[(one.value, str(name)) for one, name in STANDARDS.items()],
        standard=standard or "",
        standard_name=str(STANDARDS[Standard(standard)]) if standard else "",
        required=of.kind is SampleKind.RANDOM,
        is_marked=of.scorecard is not None,
    )
