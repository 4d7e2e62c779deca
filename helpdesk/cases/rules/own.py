"""Steps that every flow has without saying so: asking for information, and what time itself does."""

from collections.abc import Mapping
from typing import Final

from helpdesk.cases.terms.flows import FieldUse, Flow, Step
from helpdesk.cases.terms.names import By, Owner
from helpdesk.cases.terms.states import CaseState

ASK, GIVE = "ask_information", "give_information"
MISSED, PROMISE_MISSED, REMIND = "information_missed", "promise_missed", "remind"
PASSED = "date_passed"  # and nothing but the record follows by itself

_WORDS: Final = FieldUse(name="words")
_FILES: Final = FieldUse(name="files", required=False)
OWN: Final[Mapping[str, Step]] = {
    step.name: step
    for step in (
        Step(
            name=ASK,
            by=frozenset({By.SELLER, By.PLATFORM}),
            frm=frozenset(),
            fields=(_WORDS, FieldUse(name="of", required=False)),
        ),
        Step(name=GIVE, by=frozenset({By.BUYER, By.SELLER}), frm=frozenset(), fields=(_WORDS, _FILES)),
        Step(name=MISSED, by=frozenset({By.SYSTEM}), frm=frozenset()),
        Step(name=PROMISE_MISSED, by=frozenset({By.SYSTEM}), frm=frozenset(), asks=True),
        Step(name=REMIND, by=frozenset({By.SYSTEM}), frm=frozenset()),
        Step(name=PASSED, by=frozenset({By.SYSTEM}), frm=frozenset()),
    )
}


def refusal_of_own(flow: Flow, *, state: CaseState, step: str, side: By) -> str | None:
    """Why a person cannot take this one of them now, None where they can. What time does nobody does."""
    if step == ASK:
        return _refusal_of_asking(flow, state, side)
    if step == GIVE and state.asked and state.asked.of == side.value:
        return None
    return "case.nothing_asked" if step == GIVE else "case.not_your_turn"


def asked_of(*, side: By, of: str | int | None) -> Owner:
    """Whom this side asks: a Seller the Buyer; the Platform says whom."""
    return Owner(str(of)) if side is By.PLATFORM and of else Owner.BUYER


def _refusal_of_asking(flow: Flow, state: CaseState, side: By) -> str | None:
    stage = flow.stages[state.stage]
    if stage.owner != side.value or not stage.may_ask:
        return "case.not_your_turn"
    if state.asked or state.stage in state.requested:
        return "case.asked_already"
    return None
