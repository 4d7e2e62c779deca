"""The portal's own words for codes that pages show."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from helpdesk.kernel.actor import Side

SIDES: dict[str, Promise] = {
    Side.BUYER: gettext_lazy("Buyer"),
    Side.SELLER: gettext_lazy("Seller"),
    Side.ADMINISTRATOR: gettext_lazy("Platform Administrator"),
    Side.PLATFORM: gettext_lazy("Platform"),
}
ABOUT: dict[str, Promise] = {
    "order": gettext_lazy("Order"),
    "offer": pgettext_lazy("on sale", "Offer"),
}

SENTENCES: dict[str, Promise] = {
    "page.not_found": gettext_lazy("There is nothing here for you."),
    "form.damaged": gettext_lazy("The form arrived damaged. Nothing was stored; please reload the page."),
    "page.no_such_place": gettext_lazy("This address leads nowhere. Nothing was stored."),
    "sign_in.stale": gettext_lazy(
        "This sign-in link is not valid any more. Start the demo again: it prints fresh ones."
    ),
    # Here the form itself is at hand, with the text still in it.
    "archive.key_reused": gettext_lazy(
        "This form was already sent with another text; that message stands above. Nothing more was stored."
        " Send again if this text is to follow it."
    ),
}
