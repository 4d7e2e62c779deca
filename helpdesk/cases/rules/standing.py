"""Conditions on where a case stands: whose turn it is, what was missed, what came before."""

from typing import Final

from helpdesk.cases.rules.dates import SILENCE
from helpdesk.cases.rules.looks import Look
from helpdesk.cases.terms.names import By, Decision, Owner, Remedy, Weight
from helpdesk.cases.terms.states import MESSAGE

_OTHER: Final = {By.BUYER: Owner.SELLER, By.SELLER: Owner.BUYER}
_OWED: Final = (Weight.LAW, Weight.RESPOND_BY)
_APPEALS: Final = {
    Decision.FOR_BUYER: (By.SELLER,),
    Decision.FOR_SELLER: (By.BUYER,),
    Decision.IN_PART: (By.BUYER, By.SELLER),
}


def was_missed_or_refused(look: Look) -> bool:
    """Whether the other side let a date pass that it owed, or refused, or took something off."""
    other = _OTHER.get(look.side)
    if any(one.owner is other and one.weight in _OWED and one.is_over(look.at) for one in look.running()):
        return True
    outcome = look.flow.stages[look.state.stage].outcome
    taken_off = bool(look.state.facts.get("deduction")) and outcome != "dropped"
    return look.side is By.BUYER and (outcome == "refused" or taken_off)


def is_silent(look: Look) -> bool:
    """Whether nothing was heard of the Seller for too long."""
    return any(one.code == SILENCE and one.is_over(look.at) for one in look.running())


def silence_accepts(look: Look) -> bool:
    """Whether this law takes a complaint that nobody answered as accepted."""
    return look.has_law("complaint.silence_accepts")


def silence_by_machine(look: Look) -> bool:
    """And nobody answered by message meanwhile, nor was the period over when the case got its kind."""
    if not silence_accepts(look):
        return False
    changed = int(look.state.facts.get("changed_at", 0))
    ends = [one.due for one in look.running() if one.weight is Weight.LAW and one.due is not None]
    spoke = look.state.since.get(MESSAGE, -1) >= look.state.since[look.state.stage]
    return not spoke and all(end >= changed for end in ends)


def is_own_stage(look: Look) -> bool:
    """Whether the stage waits for this side."""
    return look.flow.stages[look.state.stage].owner.value == look.side.value


def may_appeal(look: Look) -> bool:
    """Whether the decision went against this side, in whole or in part."""
    return look.side in _APPEALS[Decision(str(look.state.facts["decision"]))]


def is_in_window(look: Look) -> bool:
    """Whether no window of this stage has closed."""
    return not any(one.weight is Weight.WINDOW and one.is_over(look.at) for one in look.running())


def was_decided_whole(look: Look) -> bool:
    """Whether the decision leaves nobody but its addressee anything to appeal."""
    return look.state.facts.get("decision") != Decision.IN_PART


def repair_notice_given(look: Look) -> bool:
    """Whether the Buyer knows the choice and the twelve months, where the law wants it before a repair."""
    if look.fact("remedy") != Remedy.REPAIR or look.fact("repair_notice"):
        return True
    return not look.has_law("conformity.choice_notice")


def is_mended(look: Look) -> bool:
    """Whether the remedy is a repair or a replacement."""
    return look.state.facts.get("remedy") in (Remedy.REPAIR, Remedy.REPLACEMENT)
