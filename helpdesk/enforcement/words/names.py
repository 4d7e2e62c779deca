"""Codes of enforcement in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.enforcement.terms import (
    DecisionKind,
    Exemption,
    MeasureKind,
    Outcome,
    Phase,
    Source,
    Track,
    ViolationKind,
)

TRACKS: dict[Track, Promise] = {
    Track.RESPONSE: pgettext_lazy("a track of measures", "Answers"),
    Track.CONDUCT: pgettext_lazy("a track of measures", "Conduct"),
}
MEASURES: dict[MeasureKind, Promise] = {
    MeasureKind.NOTICE: pgettext_lazy("a measure", "Notice"),
    MeasureKind.WARNING: pgettext_lazy("a measure", "Warning"),
    MeasureKind.MESSAGING_LIMIT: pgettext_lazy("a measure", "Limit of messages"),
    MeasureKind.DEMOTION: pgettext_lazy("a measure", "Lower ranking"),
    MeasureKind.SELLING_RESTRICTION: pgettext_lazy("a measure", "Selling restriction"),
    MeasureKind.SUSPENSION: pgettext_lazy("a measure", "Suspension"),
    MeasureKind.REMOVAL: pgettext_lazy("a measure", "Removal from the Platform"),
}
EFFECTS: dict[MeasureKind, Promise] = {
    MeasureKind.NOTICE: _("You are told what was found. Nothing is taken away from you."),
    MeasureKind.WARNING: _(
        "You are warned. Nothing is taken away from you now; a further violation can have consequences."
    ),
    MeasureKind.MESSAGING_LIMIT: _(
        "You cannot write to Buyers first, unless an order or the law needs it. You answer questions and"
        " deal with cases as before."
    ),
    MeasureKind.DEMOTION: _("Your offers are shown further down in the search."),
    MeasureKind.SELLING_RESTRICTION: _(
        "You cannot list anything new, and Buyers cannot ask about your offers before they buy. Orders go on."
    ),
    MeasureKind.SUSPENSION: _(
        "Your offers are off and Buyers cannot ask about them. Orders and cases stay open, and their"
        " deadlines run: please go on answering."
    ),
    MeasureKind.REMOVAL: _(
        "Your shop is removed from the Platform. Afterwards you can read, export and appeal, and nothing"
        " else."
    ),
}
VIOLATIONS: dict[ViolationKind, Promise] = {
    ViolationKind.CONTACT: pgettext_lazy("a violation", "Contact details"),
    ViolationKind.MARKETING: pgettext_lazy("a violation", "Advertising"),
    ViolationKind.INSULT: pgettext_lazy("a violation", "Insult"),
    ViolationKind.MISLEADING: pgettext_lazy("a violation", "Misleading statement"),
    ViolationKind.FALSE_TRACKING: pgettext_lazy("a violation", "False tracking number"),
    ViolationKind.DEAL: pgettext_lazy("a violation", "Deal outside the Platform"),
    ViolationKind.PAYMENT: pgettext_lazy("a violation", "Payment outside the Platform"),
    ViolationKind.TERMS: pgettext_lazy("a violation", "Terms outside the Platform"),
    ViolationKind.THREAT: pgettext_lazy("a violation", "Threat"),
}
RULES: dict[ViolationKind, Promise] = {
    ViolationKind.CONTACT: _(
        "Sellers give no contact details and no links by which Buyers could be reached outside the Platform."
    ),
    ViolationKind.MARKETING: _(
        "Sellers do not advertise to Buyers, neither here nor by mail, SMS, telephone or post."
    ),
    ViolationKind.INSULT: _("Nobody is insulted."),
    ViolationKind.MISLEADING: _("What Buyers are told is true, also about their rights."),
    ViolationKind.FALSE_TRACKING: _("A tracking number belongs to the parcel for which it is given."),
    ViolationKind.DEAL: _("What is found on the Platform is bought and delivered by way of the Platform."),
    ViolationKind.PAYMENT: _("Buyers pay by way of the Platform only."),
    ViolationKind.TERMS: _("What was agreed in an order is changed by way of the Platform only."),
    ViolationKind.THREAT: _("Nobody is threatened."),
}
SOURCES: dict[Source, Promise] = {
    Source.REVIEW: _("found by the Platform's rules and confirmed by a person"),
    Source.REPORT: _("reported to the Platform and confirmed by a person"),
}
EXEMPTIONS: dict[Exemption, Promise] = {
    Exemption.LEGAL_DUTY: _("A legal duty does not allow a notice of thirty days."),
    Exemption.IMPERATIVE_REASON: _(
        "An imperative reason of national law does not allow a notice of thirty days."
    ),
    Exemption.REPEATED_BREACH: _("The terms were broken again and again; the violations stand below."),
}
PHASES: dict[Phase, Promise] = {
    Phase.ANNOUNCED: pgettext_lazy("a measure is", "Announced"),
    Phase.IN_FORCE: pgettext_lazy("a measure is", "In force"),
    Phase.STAYED: pgettext_lazy("a measure is", "Stayed"),
    Phase.ENDED: pgettext_lazy("a measure is", "Over"),
    Phase.LIFTED: pgettext_lazy("a measure is", "Lifted"),
}
OUTCOMES: dict[Outcome, Promise] = {
    Outcome.IMPOSED: pgettext_lazy("a proposal was", "Imposed"),
    Outcome.DECLINED: pgettext_lazy("a proposal was", "Declined"),
    Outcome.WITHDRAWN: pgettext_lazy("a proposal was", "Withdrawn: its reason has gone"),
}
DECISIONS: dict[DecisionKind, Promise] = {
    DecisionKind.APPROVE: pgettext_lazy("somebody", "approved"),
    DecisionKind.DECLINE: pgettext_lazy("somebody", "declined"),
    DecisionKind.WITHDRAW: pgettext_lazy("somebody", "withdrew"),
}
SENTENCES = {
    "measure.differs": _(
        "A colleague approved another measure. Approve the same one, or decline and say why."
    ),
    "measure.exemption": _("Only a removal can do without the notice of thirty days."),
    "measure.lifted": _("This measure has been lifted already."),
    "measure.not_found": _("There is no such measure."),
    "measure.not_of_track": _("There is no such step on this track."),
    "measure.not_stayed": _("This measure is not stayed."),
    "measure.not_to_stay": _("This measure is over, or was stayed before."),
    "measure.not_yours": _("Only compliance decides measures."),
    "measure.person": _("Whoever decides has to be named: by the Platform, and only by it."),
    "measure.persons": _("This measure needs two different persons who decide it; please name both of them."),
    "measure.reason": _("Please write the reason: the Seller reads it."),
    "measure.same_person": _("You have decided this proposal already; another person has to."),
    "measure.skips": _(
        "This measure skips a step of the track. That needs a grave violation, a reason and two persons."
    ),
    "measure.tracks": _(
        "These tracks break what every version promises, or nothing can be computed with them."
    ),
    "proposal.not_found": _("There is no such proposal."),
    "proposal.settled": _("This proposal has been settled already."),
    "violation.not_found": _("There is no such violation."),
}
