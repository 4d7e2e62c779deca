"""The named conditions of which flows speak, each with the refusal that says that it does not hold."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from helpdesk.cases.rules import standing, values
from helpdesk.cases.rules.given import No
from helpdesk.cases.rules.looks import Look
from helpdesk.cases.terms.names import Remedy


class Guard(NamedTuple):
    """`of_given`: it judges values, so nobody can say before they are there. `shown`: the step is offered,
    with the code of what must come first.
    """

    holds: Callable[[Look], bool]
    code: str
    field: str = ""
    of_given: bool = False
    shown: bool = False


def refusal_by(names: Sequence[str], *, look: Look, with_given: bool = True) -> No | None:
    """The first guard that does not hold. Without given values, those that judge them are passed over."""
    for name in names:
        guard = GUARDS[name]
        if (with_given or not guard.of_given) and not guard.holds(look):
            return No(guard.code, guard.field)
    return None


def holds(name: str, *, look: Look) -> bool:
    """Whether the guard of this name holds; "" always does."""
    return not name or GUARDS[name].holds(look)


def _of_given(holds: Callable[[Look], bool], code: str, field: str = "") -> Guard:
    return Guard(holds, code, field, of_given=True)


def _fact_is(name: str, *wanted: str | int) -> Callable[[Look], bool]:
    return lambda look: look.state.facts.get(name) in wanted


def _was_taken(step: str) -> Callable[[Look], bool]:
    return lambda look: step in look.state.since


_OF_OPENINGS: Final[Mapping[str, Guard]] = {
    "expected_has_passed": Guard(values.expected_has_passed, "case.not_expected_yet"),
    "consumer": Guard(lambda look: look.fact("consumer") != 0, "case.no_consumer"),
    "trader": Guard(lambda look: look.fact("trader") != 0, "case.no_trader"),
    "right_in_time": Guard(values.is_right_in_time, "case.right_over"),
    "return_offered": Guard(values.is_return_offered, "case.no_return_offered"),
    "guaranteed": Guard(_fact_is("guarantee", 1), "case.no_guarantee"),
}
_OF_VALUES: Final[Mapping[str, Guard]] = {
    "wanted_or_reason": _of_given(values.is_wanted_or_reasoned, "case.reason_missing", "words"),
    "conceded_whole": _of_given(values.is_conceded_whole, "case.not_what_was_wanted", "remedy"),
    "amount_of_reduction": _of_given(values.names_reduction, "case.amount_missing", "amount"),
    "refurbished_asked": _of_given(values.is_refurbished_asked, "case.refurbished_not_asked", "refurbished"),
    "ground_holds": _of_given(values.ground_holds, "case.ground_contradicted", "ground"),
    "letter_known": _of_given(values.is_letter_of_law, "case.letter_unknown", "letter"),
    "another_person": _of_given(values.is_another_person, "case.same_person"),
    "decision_has_remedy": _of_given(values.decision_has_remedy, "case.remedy_missing", "remedy"),
    "says_when": _of_given(values.says_when, "case.day_missing", "expected_on"),
    "day_ahead": _of_given(values.is_day_ahead, "case.past_day", "expected_on"),
    "promise_near": _of_given(values.is_promise_near, "case.promise_far", "promised_on"),
    "promise_first": _of_given(values.is_first_promise, "case.promised_already", "promised_on"),
    "proof": _of_given(values.proves_dispatch, "case.proof_missing", "tracking"),
    "scan_proof": _of_given(values.proves_scan, "case.proof_missing", "files"),
    "not_over_paid": _of_given(values.is_within_paid, "case.amount_over", "amount"),
    "whole_refund": _of_given(values.is_whole_refund, "case.amount_under", "amount"),
}
_OF_STANDING: Final[Mapping[str, Guard]] = {
    "missed_or_refused": Guard(standing.was_missed_or_refused, "case.nothing_missed"),
    "repair_notice": Guard(standing.repair_notice_given, "case.repair_notice_missing", shown=True),
    "silent": Guard(standing.is_silent, "case.not_silent"),
    "silence_accepts": Guard(standing.silence_accepts, "case.silence_means_nothing"),
    "silence_by_machine": Guard(standing.silence_by_machine, "case.silence_means_nothing"),
    "own_stage": Guard(standing.is_own_stage, "case.not_your_turn"),
    "may_appeal": Guard(standing.may_appeal, "case.nothing_to_appeal"),
    "appeal_in_time": Guard(standing.is_in_window, "case.appeal_over"),
    "whole_decision": Guard(standing.was_decided_whole, "case.appeal_open"),
    "goods_received": Guard(_was_taken("receive"), "case.goods_not_received"),
    "mended": Guard(standing.is_mended, "case.other_remedy"),
    "repaired": Guard(_fact_is("remedy", Remedy.REPAIR), "case.other_remedy"),
    "replaced": Guard(_fact_is("remedy", Remedy.REPLACEMENT), "case.other_remedy"),
    "refunded": Guard(_fact_is("remedy", Remedy.REFUND), "case.other_remedy"),
    "reduced": Guard(_fact_is("remedy", Remedy.PRICE_REDUCTION), "case.other_remedy"),
    "was_refunded": Guard(_was_taken("refund"), "case.other_remedy"),
    "was_found": Guard(_was_taken("find"), "case.other_remedy"),
}
GUARDS: Final[Mapping[str, Guard]] = {**_OF_OPENINGS, **_OF_VALUES, **_OF_STANDING}
