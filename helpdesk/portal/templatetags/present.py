"""Who else is in a conversation now."""

from collections.abc import Sequence

from django import template
from django.template import Context
from django.utils.translation import gettext, pgettext

from helpdesk.composing.terms import Doing, Present
from helpdesk.kernel.ids import Ref

register = template.Library()


@register.simple_tag(takes_context=True)
def present(context: Context, conversation: Ref) -> str:
    """In a line; empty when nobody else is there. No SQL."""
    shown = context.get("composing")
    found: Sequence[Present] = shown.found.present.get(conversation.id, ()) if shown else ()
    said = ((_answering(), Doing.ANSWERING), (_reading(), Doing.READING))
    lines = (_line(word, [one.name for one in found if one.doing is doing]) for word, doing in said)
    return " · ".join(line for line in lines if line)


@register.simple_tag
def present_words() -> dict[str, str]:
    """The same words for the page's script."""
    return {"answering": _answering(), "reading": _reading()}


def _answering() -> str:
    return gettext("Answering now:")


def _reading() -> str:
    return pgettext("colleagues", "Reading now:")


def _line(word: str, names: Sequence[str]) -> str:
    return f"{word} {', '.join(names)}" if names else ""
