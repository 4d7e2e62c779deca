"""Cases in templates."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.translation import gettext

from helpdesk.cases import words as named
from helpdesk.cases.terms.deeds import CaseShown, Channel, StepShown
from helpdesk.cases.terms.names import Kind, Situation
from helpdesk.conversations.terms import Message
from helpdesk.portal.cases.forms import Act
from helpdesk.portal.cases.views import CaseView

register = template.Library()
_KINDS = {
    Kind.SHIPPING: "truck",
    Kind.RETURN: "return",
    Kind.WITHDRAWAL: "return",
    Kind.COMPLAINT: "cracked",
    Kind.WARRANTY: "seal",
    Kind.CLAIM: "question",
}
_SITUATIONS = {
    Situation.NOT_ARRIVED: "truck",
    Situation.DAMAGED: "cracked",
    Situation.STOPPED_WORKING: "unplugged",
    Situation.CHANGED_MIND: "return",
    Situation.GUARANTEE: "seal",
    Situation.OTHER: "question",
}


@register.filter
def case_drawing(kind: Kind) -> str:
    """The icon of a kind."""
    return _KINDS[kind]


@register.filter
def situation_drawing(situation: Situation) -> str:
    """The picture of a tile."""
    return _SITUATIONS[situation]


@register.filter
def situation_name(situation: Situation) -> str:
    """What happened, as the Buyer chose it."""
    return str(named.SITUATIONS[situation])


@register.filter
def situation_hint(situation: Situation) -> str:
    """What it leads to."""
    return str(named.SITUATION_HINTS[situation])


@register.filter
def kind_of_case(kind: Kind) -> str:
    """The name of a kind."""
    return str(named.KINDS[kind])


@register.filter
def case_refusal(code: str) -> str:
    """Why something cannot be opened."""
    return str(named.SENTENCES.get(code, ""))


@register.filter
def channel_name(channel: Channel) -> str:
    """Which way somebody spoke outside."""
    return str(named.CHANNELS[channel.value])


@register.simple_tag(takes_context=True)
def case_declared_by(context: Mapping[str, Any], message: Message) -> CaseShown | None:
    """The case that this message of the thread is by now; None: it is none."""
    shown: Sequence[CaseView] = context.get("cases") or ()
    return next((one.case for one in shown if one.case.message == message.id), None)


@register.simple_tag
def filed(step: StepShown) -> dict[str, Any]:
    """A step as the list of files below a message takes it."""
    return {"id": step.entry.id, "files": step.files, "side": step.side}


@register.simple_tag
def usual_words(act: Act, case: CaseView) -> str:
    """What is mostly said with a step, for its author to change: which date passed."""
    due = next((one for one in case.dues if one.state == "late" and not one.mine), None)
    if act.step != "escalate" or due is None:
        return ""
    return gettext("%(date)s: it was due %(when)s and did not come.") % {"date": due.name, "when": due.when}
