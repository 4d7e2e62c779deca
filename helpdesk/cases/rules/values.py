"""Conditions on what is given with a step, or with an opening."""

from datetime import date
from typing import Final

from helpdesk.cases.rules import counting
from helpdesk.cases.rules.dates import law_of
from helpdesk.cases.rules.looks import Look
from helpdesk.cases.terms.names import By, Decision, Ground, Remedy
from helpdesk.workdays.moments import business_days_ahead

PROMISE_DAYS: Final = 10  # business days that a promised day may lie ahead


def is_wanted_or_reasoned(look: Look) -> bool:
    """Whether the remedy is the one that the Buyer wants, or words say why not."""
    wanted = look.state.facts.get("wanted")
    return not wanted or look.given.get("remedy") == wanted or bool(look.given.get("words"))


def is_conceded_whole(look: Look) -> bool:
    """Whether the Seller gives what the Buyer wants, not something else."""
    wanted, remedy = look.state.facts.get("wanted"), look.given["remedy"]
    return remedy in look.flow.upheld and (not wanted or remedy == wanted)


def names_reduction(look: Look) -> bool:
    """Whether a price reduction says how much."""
    return look.given.get("remedy") != Remedy.PRICE_REDUCTION or bool(look.given.get("amount"))


def ground_holds(look: Look) -> bool:
    """Whether known facts do not contradict it: who is a consumer stays one, time that is left is left."""
    contradicted = {
        Ground.OUT_OF_TIME: look.state.facts.get("in_time") == 1,
        Ground.NO_CONSUMER: look.state.facts.get("consumer") == 1,
        Ground.NO_TRADER: look.state.facts.get("trader") == 1,
    }
    return not contradicted.get(Ground(str(look.given["ground"])), False)


def is_letter_of_law(look: Look) -> bool:
    """Whether an exclusion names one of the letters of this market's law."""
    if look.given["ground"] != Ground.EXCLUSION:
        return True
    row = law_of("withdrawal.exclusions", state=look.state, reckoning=look.reckoning)
    return row is not None and look.given.get("letter") in {one.letter for one in row.letters}


def is_another_person(look: Look) -> bool:
    """Whether not the same person decides again."""
    return look.given["decider"] != look.state.facts.get("decider")


def decision_has_remedy(look: Look) -> bool:
    """Whether a decision for the Buyer says what is to be done, so that the flow can go on."""
    if look.given["decision"] == Decision.FOR_SELLER:
        return not look.given.get("remedy")
    return look.given.get("remedy") in look.flow.upheld


def says_when(look: Look) -> bool:
    """Whether a day is named at all."""
    return bool(look.given.get("expected_on") or look.given.get("promised_on"))


def is_day_ahead(look: Look) -> bool:
    """Whether the expected day has not passed in the Buyer's market."""
    today = counting.local_day(look.at, calendar=look.reckoning.market)
    return not look.given.get("expected_on") or date.fromisoformat(str(look.given["expected_on"])) >= today


def is_promise_near(look: Look) -> bool:
    """Whether the promised day is today or within ten business days."""
    if not look.given.get("promised_on"):
        return True
    on, calendar = date.fromisoformat(str(look.given["promised_on"])), look.reckoning.seller
    if on < counting.local_day(look.at, calendar=calendar):
        return False
    return business_days_ahead(calendar=calendar, at=look.at, on=on) <= PROMISE_DAYS


def is_first_promise(look: Look) -> bool:
    """Whether no promised day is running: a second one would move the first."""
    return not look.given.get("promised_on") or not look.state.facts.get("promised_on")


def proves_dispatch(look: Look) -> bool:
    """Whether there is a number with its carrier, or a paper."""
    return bool((look.given.get("tracking") and look.given.get("carrier")) or look.given.get("files"))


def proves_scan(look: Look) -> bool:
    """Whether the carrier itself reports, or somebody shows its paper."""
    return look.side is By.SYSTEM or bool(look.given.get("files"))


def is_within_paid(look: Look) -> bool:
    """Whether no more is given back than was paid."""
    paid = look.state.facts.get("paid")
    taken = (int(look.given.get(name, 0)) for name in ("amount", "deduction"))
    return paid is None or sum(taken) <= int(paid)


def is_whole_refund(look: Look) -> bool:
    """Whether nothing is kept back but what was deducted with photo, reason and amount.

    Of a part of the order only `price`, what was paid for that part, says how much that is.
    """
    facts = look.state.facts
    price = facts.get("price", None if facts.get("items") else facts.get("paid"))
    return price is None or int(look.given["amount"]) >= int(price) - int(facts.get("deduction", 0))


def expected_has_passed(look: Look) -> bool:
    """Whether the day on which it was expected is over in the Buyer's market."""
    day = look.state.facts.get("expected_on")
    return not day or counting.local_day(look.at, calendar=look.reckoning.market) > date.fromisoformat(
        str(day)
    )


def is_right_in_time(look: Look) -> bool:
    """What a plain message declared is a case whatever the day: the Seller may answer that it came late."""
    return bool(look.fact("from_message") or look.fact("in_time"))


def is_return_offered(look: Look) -> bool:
    """Whether the offer's own days have not passed."""
    until = look.fact("return_until")
    today = counting.local_day(look.state.dated_at, calendar=look.reckoning.market)
    return bool(until) and today <= date.fromisoformat(str(until))


def is_refurbished_asked(look: Look) -> bool:
    """Whether a refurbished one comes only to who asked for it."""
    return not look.given.get("refurbished") or look.state.facts.get("refurbished_ok") == 1
