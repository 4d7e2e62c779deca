"""What the demo's bar lists. It asks the database nothing: it stands on every page."""

from itertools import groupby
from typing import NamedTuple

from django import template
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from helpdesk.kernel.actor import Side
from helpdesk.portal.demo.cast import CAST, Figure
from helpdesk.portal.demo.tries import TRIES, Try

register = template.Library()

_GROUPS: dict[Side, Promise] = {
    Side.SELLER: pgettext_lazy("cast", "Sellers"),
    Side.BUYER: pgettext_lazy("cast", "Buyers"),
    Side.ADMINISTRATOR: pgettext_lazy("cast", "Platform"),
}


class Group(NamedTuple):
    """The figures of one side."""

    title: Promise
    figures: list[Figure]


@register.simple_tag
def demo_cast() -> list[Group]:
    """Everybody whom one can be, by side."""
    return [Group(_GROUPS[side], list(found)) for side, found in groupby(CAST, key=lambda each: each.side)]


@register.simple_tag
def demo_tries() -> tuple[Try, ...]:
    """What to try."""
    return TRIES


@register.filter
def plays(actor: object, figure: Figure) -> bool:
    """Whether this actor is that figure: by first name and side, as the cast has no two alike."""
    name, side = getattr(actor, "name", ""), getattr(actor, "side", None)
    return side == figure.side and str(name).split(" ")[0] == figure.name
