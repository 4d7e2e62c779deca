"""The sentences of appeals."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.enforcement.terms.appeals import Against, Matter, Verdict

APPEAL_SENTENCES = {
    "appeal.appealed": _("You have appealed against this already."),
    "appeal.instead": _("Please choose a milder measure of the same track, or none."),
    "appeal.instead_days": _(
        "Please choose how many days it lasts: no longer than the measure itself would."
    ),
    "appeal.instead_rests": _("Nothing is left that another measure could rest on: all of it is taken back."),
    "appeal.not_found": _("There is no such appeal, or nothing that could be appealed."),
    "appeal.not_yours": _("Only owners and agents of a shop appeal."),
    "appeal.not_yours_to_see": _("Appeals are for those at the desk who review, decide or audit."),
    "appeal.not_yours_to_settle": _("Compliance decides appeals."),
    "appeal.nothing_left": _("This was taken back already: there is nothing left to appeal against."),
    "appeal.own_decision": _("You took the decision that is appealed: another person decides now."),
    "appeal.settled": _("Somebody has decided this appeal already. That decision stands."),
    "appeal.take_back": _("Please choose only violations that the measure rests on."),
    "appeal.too_late": _("The time for an appeal has passed."),
    "appeal.verdict": _("Please say what you decided."),
    "appeal.words": _("Please write why, in your own words."),
}
VERDICTS = {
    Verdict.UPHELD: pgettext_lazy("of an appeal", "The decision stands"),
    Verdict.CHANGED: pgettext_lazy(
        "of an appeal", "Right in part: the measure ends, or a milder one takes its place"
    ),
    Verdict.REVERSED: pgettext_lazy("of an appeal", "The decision was wrong and is taken back"),
}
AGAINST = {
    Against.MEASURE: pgettext_lazy("an appeal against", "A measure"),
    Against.VIOLATION: pgettext_lazy("an appeal against", "A violation"),
    Against.REFUSAL: pgettext_lazy("an appeal against", "A refused message of a Buyer"),
}
MATTERS = {
    Matter.MEASURE: pgettext_lazy("complaints about", "Measures"),
    Matter.VIOLATION: pgettext_lazy("complaints about", "Violations"),
    Matter.REFUSAL: pgettext_lazy("complaints about", "Refused messages of Buyers"),
    Matter.SCORE: pgettext_lazy("complaints about", "What counts in the score"),
}
