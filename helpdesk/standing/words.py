"""The sentences of standing."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.standing.terms import Level, Matter, Ruled
from helpdesk.standing.terms.disputes import Claim, Outcome
from helpdesk.standing.terms.grades import Usually

SENTENCES = {
    "dispute.claim": _("Please say what is wrong with it."),
    "dispute.disputed": _("Somebody in your shop has disputed this already."),
    "dispute.not_found": _("There is no such dispute."),
    "dispute.not_ruled": _("Nothing is decided here that could be taken back."),
    "dispute.not_yours": _("Only owners and agents of a shop dispute what counts against it."),
    "dispute.not_yours_to_see": _("Disputes are for those at the desk who read files."),
    "dispute.not_yours_to_settle": _("Reviewers and compliance decide what counts."),
    "dispute.nothing_against": _("This does not count against your shop, so there is nothing to dispute."),
    "dispute.outcome": _("Please say what you decided."),
    "dispute.own_verdict": _("You made this verdict or ruled on it before: another person decides."),
    "dispute.reason": _("Please choose a reason that fits the decision."),
    "dispute.ruled": _("Somebody has ruled on this already. Take that back first."),
    "dispute.settled": _("Somebody has decided this already. That decision stands."),
    "dispute.words": _("Please write why, in your own words: the Seller reads it."),
    "standing.feed": _("The feed of visibility is for the Platform and its administrators."),
    "standing.not_found": _("There is no such obligation, or it is too old to count."),
    "standing.notice": _("Sellers are told at least 15 days before: please choose a later day."),
    "standing.own": _("Only a Seller has a standing of their own."),
    "standing.version": _("Another version was published: this one must have the number after the last."),
    "standing.weights": _("These weights break what every version promises, or cannot be computed with."),
}
LEVELS = {
    Level.NEW: pgettext_lazy("a shop", "New"),
    Level.RATED: pgettext_lazy("a shop", "Rated"),
    Level.RELIABLE: pgettext_lazy("a shop", "Reliable"),
}
USUALLY = {
    Usually.FOUR_HOURS: _("Usually answers within 4 hours on business days"),
    Usually.BUSINESS_DAY: _("Usually answers within one business day"),
    Usually.TWO_BUSINESS_DAYS: _("Usually answers within two business days"),
}
"""Counted time, said as business days: nights count, weekends and public holidays of the shop do not."""

MATTERS = {
    Matter.ANSWER: pgettext_lazy("what was owed", "Answer"),
    Matter.PROMISE: pgettext_lazy("what was owed", "Promised day"),
    Matter.STEP: pgettext_lazy("what was owed", "Step of a case"),
}
CLAIMS = {
    Claim.HOLIDAY: _("It was a public holiday, or another day that does not count"),
    Claim.OUTAGE: _("Helpdesk or the Platform was out of order"),
    Claim.NOT_VISIBLE: _("We could not see the message"),
    Claim.ANSWERED_ELSEWHERE: _("We answered it elsewhere"),
    Claim.SPAM: _("It is spam"),
}
"""What a Seller may say."""

OUTCOMES = {
    Outcome.UPHELD: _("The verdict stands"),
    Outcome.EXCLUDED: _("Left out: it counts neither for nor against the shop"),
    Outcome.MET: _("It was in time, as the record shows"),
}

SHOWN = {
    Claim.HOLIDAY: _("A day was counted that does not count"),
    Claim.OUTAGE: _("Helpdesk or the Platform was out of order"),
    Claim.NOT_VISIBLE: _("The shop could not see the message"),
    Claim.ANSWERED_ELSEWHERE: _("It was answered elsewhere in time"),
}
"""What the record shows, as the desk says it."""

RULED = {
    Ruled.MET: _("It counts as in time"),
    Ruled.SPAM: _("It is spam"),
    Ruled.WITHDRAWN: _("The Buyer took the question back"),
    Ruled.LINKED: _("Buyer and shop belong together"),
}
