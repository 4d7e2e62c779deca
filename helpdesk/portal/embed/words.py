"""The words of the web components, and of the page about them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

# by the names under which the module asks for them; {n} is a number
WORDS: dict[str, Promise] = {
    "ask": pgettext_lazy("on a button", "Ask the Seller"),
    "problem": gettext_lazy("Report a problem"),
    "open": pgettext_lazy("conversations with Sellers or Buyers", "Messages"),
    "unread": gettext_lazy("unread: {n}"),
    "busy": gettext_lazy("One moment…"),
    "failed": gettext_lazy("This did not work just now. Please try again."),
    "signed_out": gettext_lazy("Please sign in first."),
}
