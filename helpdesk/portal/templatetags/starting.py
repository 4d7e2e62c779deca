"""What a message was written for, in the reader's words."""

from django import template

from helpdesk.conversations.terms.starting import SellerReason, Why
from helpdesk.conversations.words import BUYER_REASONS, SELLER_REASONS
from helpdesk.marketplace.terms.shown import OrderShown

register = template.Library()


@register.simple_tag
def why_name(why: Why) -> str:
    """The reason."""
    names = SELLER_REASONS if isinstance(why.reason, SellerReason) else BUYER_REASONS
    return str(names[why.reason.value])


@register.simple_tag
def line_title(order: OrderShown | None, why: Why) -> str:
    """What the line that it is about is called; empty where it is about no single one, or nobody knows it."""
    lines = order.lines if isinstance(order, OrderShown) else ()
    return next((one.title for one in lines if one.line == why.line), "")
