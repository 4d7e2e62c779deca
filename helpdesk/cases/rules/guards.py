"""The named conditions that flows speak of. Each is a predicate over plain values with its own refusal."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from helpdesk.cases.rules import counting
from helpdesk.cases.rules.dates import ANSWER, SILENCE, dates, law_of
from helpdesk.cases.rules.given import No
from helpdesk.cases.terms.flows import Flow
from helpdesk.cases.terms.names import By, Decision, Ground, Owner, Remedy, Weight
from helpdesk.cases.terms.states import MESSAGE, CaseState, Facts, Reckoning
from helpdesk.workdays.moments import business_days_ahead

PROMISE_DAYS: Final = 10  # business days that a promised day may lie ahead
_OTHER: Final = {By.BUYER: (Owner.SELLER,), By.SELLER: (Owner.BUYER,)}
_OWED: Final = (Weight.LAW, Weight.RESPOND_BY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a guard sees: the case, who acts, what was given, when."""

    flow: Flow
    state: CaseState
    side: By
    at: int
    reckoning: Reckoning
    given: Facts = field(default_factory=dict)

    def fact(self, name: str) -> str | int | None:
        """As given now, else as it stands in the case."""
        return self.given.get(name, self.state.facts.get(name))

    def has_law(self, key: str) -> bool:
        """Whether the law that governs the case has this row."""
        return law_of(key, state=self.state, reckoning=self.reckoning) is not None


class Guard(NamedTuple):
    """`of_given`: it judges values, so nobody can say before they are there. `shown`: the step is offered,
    with the code of what must come first.
    """

    holds: Callable[[Look], bool]
    code: str
    field: str = ""
    of_given: bool = False
    shown: bool = False


def refusal_by(names: tuple[str, ...], *, look: Look, with_given: bool = True) -> No | None:
    """The first guard that does not hold. Without given values, those that judge them are passed over."""
    for name in names:
        guard = GUARDS[name]
        if (with_given or not guard.of_given) and not guard.holds(look):
            return No(guard.code, guard.field)
    return None


def holds(name: str, *, look: Look) -> bool:
    """Whether the guard of this name holds; "" always does."""
    return not name or GUARDS[name].holds(look)


def _missed(look: Look) -> bool:
    """Whether the other side let a date pass that it owed."""
    running = dates(look.flow, state=look.state, reckoning=look.reckoning, at=look.at)
    owners = _OTHER.get(look.side, ())
    return any(one.owner in owners and one.weight in _OWED and one.is_over(look.at) for one in running)


def _refused(look: Look) -> bool:
    was_refused = look.flow.stages[look.state.stage].outcome == "refused"
    return look.side is By.BUYER and (was_refused or bool(look.state.facts.get("deduction")))


def _notice_given(look: Look) -> bool:
    if look.fact("remedy") != Remedy.REPAIR:
        return True
    return bool(look.fact("repair_notice")) or not look.has_law("conformity.choice_notice")


def _as_wanted_or_reasoned(look: Look) -> bool:
    wanted = look.state.facts.get("wanted")
    return not wanted or look.given.get("remedy") == wanted or bool(look.given.get("words"))


def _ground_holds(look: Look) -> bool:
    """Known facts are not contradicted: who is a consumer stays one, and time that is left is left."""
    return not {
        Ground.OUT_OF_TIME: look.state.facts.get("in_time") == 1,
        Ground.NO_CONSUMER: look.state.facts.get("consumer") == 1,
        Ground.NO_TRADER: look.state.facts.get("trader") == 1,
    }.get(Ground(str(look.given["ground"])), False)


def _letter_known(look: Look) -> bool:
    if look.given["ground"] != Ground.EXCLUSION:
        return True
    row = law_of("withdrawal.exclusions", state=look.state, reckoning=look.reckoning)
    return row is not None and look.given.get("letter") in {one.letter for one in row.letters}


def _silent(look: Look) -> bool:
    running = dates(look.flow, state=look.state, reckoning=look.reckoning, at=look.at)
    return any(one.code == SILENCE and one.is_over(look.at) for one in running)


def _silence_accepts(look: Look) -> bool:
    return look.has_law("complaint.silence_accepts")


def _machine_may_book(look: Look) -> bool:
    """Nobody answered by message meanwhile, and the period was not over when the case got its kind."""
    since, stage = look.state.since, look.state.since[look.state.stage]
    changed = int(look.state.facts.get("changed_at", 0))
    ends = [one.due for one in _running(look) if one.weight is Weight.LAW and one.due is not None]
    return since.get(MESSAGE, -1) < stage and not any(end < changed for end in ends)


def _running(look: Look):
    return dates(look.flow, state=look.state, reckoning=look.reckoning, at=look.at)


def _another_person(look: Look) -> bool:
    return bool(look.given.get("decider")) and look.given["decider"] != look.state.facts.get("decider")


def _decision_has_remedy(look: Look) -> bool:
    for_seller = look.given["decision"] == Decision.FOR_SELLER
    return for_seller or look.given.get("remedy") in look.flow.upheld


def _day_ahead(look: Look) -> bool:
    day = look.given.get("expected_on")
    return not day or date.fromisoformat(str(day)) >= counting.local_day(
        look.at, calendar=look.reckoning.market
    )


def _promise_near(look: Look) -> bool:
    if not (day := look.given.get("promised_on")):
        return True
    on, calendar = date.fromisoformat(str(day)), look.reckoning.seller
    if on < counting.local_day(look.at, calendar=calendar):
        return False
    return business_days_ahead(calendar=calendar, at=look.at, on=on) <= PROMISE_DAYS


def _says_when(look: Look) -> bool:
    return bool(look.given.get("expected_on") or look.given.get("promised_on"))


def _proof(look: Look) -> bool:
    return bool((look.given.get("tracking") and look.given.get("carrier")) or look.given.get("files"))


def _not_over_paid(look: Look) -> bool:
    paid = look.state.facts.get("paid")
    taken = int(look.given.get("amount", 0)) + int(look.given.get("deduction", 0))
    return paid is None or taken <= int(paid)


def _expected_has_passed(look: Look) -> bool:
    day = look.fact("expected_on")
    today = counting.local_day(look.at, calendar=look.reckoning.market)
    return not day or today > date.fromisoformat(str(day))


def _right_in_time(look: Look) -> bool:
    """What a plain message declared is a case whatever the day: the Seller may answer that it came late."""
    return bool(look.fact("from_message") or look.fact("in_time"))


def _return_offered(look: Look) -> bool:
    until = look.fact("return_until")
    today = counting.local_day(look.state.dated_at, calendar=look.reckoning.market)
    return bool(until) and today <= date.fromisoformat(str(until))


def _refurbished_asked(look: Look) -> bool:
    return not look.given.get("refurbished") or look.state.facts.get("refurbished_ok") == 1


def _remedy(value: Remedy) -> Callable[[Look], bool]:
    return lambda look: look.state.facts.get("remedy") == value


GUARDS: Final[Mapping[str, Guard]] = {
    "missed_or_refused": Guard(lambda look: _missed(look) or _refused(look), "case.nothing_missed"),
    "repair_notice": Guard(_notice_given, "case.repair_notice_missing", shown=True),
    "wanted_or_reason": Guard(_as_wanted_or_reasoned, "case.reason_missing", "words", of_given=True),
    "refurbished_asked": Guard(
        _refurbished_asked, "case.refurbished_not_asked", "refurbished", of_given=True
    ),
    "ground_holds": Guard(_ground_holds, "case.ground_contradicted", "ground", of_given=True),
    "letter_known": Guard(_letter_known, "case.letter_unknown", "letter", of_given=True),
    "silent": Guard(_silent, "case.not_silent"),
    "silence_accepts": Guard(_silence_accepts, "case.silence_means_nothing"),
    "silence_by_machine": Guard(
        lambda look: _silence_accepts(look) and _machine_may_book(look), "case.silence_means_nothing"
    ),
    "another_person": Guard(_another_person, "case.same_person", of_given=True),
    "decision_has_remedy": Guard(_decision_has_remedy, "case.remedy_missing", "remedy", of_given=True),
    "day_ahead": Guard(_day_ahead, "case.past_day", "expected_on", of_given=True),
    "promise_near": Guard(_promise_near, "case.promise_far", "promised_on", of_given=True),
    "says_when": Guard(_says_when, "case.day_missing", "expected_on", of_given=True),
    "proof": Guard(_proof, "case.proof_missing", "tracking", of_given=True),
    "not_over_paid": Guard(_not_over_paid, "case.amount_over", "amount", of_given=True),
    "goods_received": Guard(lambda look: "receive" in look.state.since, "case.goods_not_received"),
    "repaired": Guard(_remedy(Remedy.REPAIR), "case.other_remedy"),
    "replaced": Guard(_remedy(Remedy.REPLACEMENT), "case.other_remedy"),
    "refunded": Guard(
        lambda look: look.state.facts.get("remedy") in (Remedy.REFUND, Remedy.PRICE_REDUCTION),
        "case.other_remedy",
    ),
    "mended": Guard(
        lambda look: look.state.facts.get("remedy") in (Remedy.REPAIR, Remedy.REPLACEMENT),
        "case.other_remedy",
    ),
    "expected_has_passed": Guard(_expected_has_passed, "case.not_expected_yet"),
    "consumer": Guard(lambda look: look.fact("consumer") != 0, "case.no_consumer"),
    "trader": Guard(lambda look: look.fact("trader") != 0, "case.no_trader"),
    "right_in_time": Guard(_right_in_time, "case.right_over"),
    "return_offered": Guard(_return_offered, "case.no_return_offered"),
    "guaranteed": Guard(lambda look: look.fact("guarantee") == 1, "case.no_guarantee"),
    "whole_decision": Guard(
        lambda look: look.state.facts.get("decision") != Decision.IN_PART, "case.appeal_open"
    ),
    "unanswered": Guard(lambda look: ANSWER in {one.code for one in _running(look)}, "case.nothing_asked"),
}
