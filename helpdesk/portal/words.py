"""The portal's own words for codes that pages show."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from helpdesk.deadlines.terms import WaiverReason
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
WAIVER_REASONS: tuple[tuple[WaiverReason, Promise], ...] = (
    (WaiverReason.COURTESY, pgettext_lazy("no reply needed", "It only says thanks")),
    (WaiverReason.DUPLICATE, pgettext_lazy("no reply needed", "It repeats an earlier message")),
    (WaiverReason.ANSWERED, pgettext_lazy("no reply needed", "It is answered already")),
    (WaiverReason.NO_QUESTION, pgettext_lazy("no reply needed", "It asks for nothing")),
)

SENTENCES: dict[str, Promise] = {
    "page.not_found": gettext_lazy("There is nothing here for you."),
    "form.damaged": gettext_lazy("The form arrived damaged. Nothing was stored; please reload the page."),
    "form.files_not_taken": gettext_lazy(
        "Nothing was sent yet: not every file could be attached. The reasons stand beside them."
    ),
    "form.file_cut_off": gettext_lazy(
        "The connection broke off. The file is not attached; please try again."
    ),
    "page.no_such_place": gettext_lazy("This address leads nowhere. Nothing was stored."),
    "outage.when": gettext_lazy("Please say the day and the hour."),
    "outage.no_such_hour": gettext_lazy("The clocks went forward over this hour: it did not exist."),
    "sign_in.stale": gettext_lazy(
        "This sign-in link is not valid any more. Start the demo again: it prints fresh ones."
    ),
    # Here the form itself is at hand, with the text still in it.
    "archive.key_reused": gettext_lazy(
        "This form was already sent with another text; that message stands above. Nothing more was stored."
        " Send again if this text is to follow it."
    ),
}


class ErrorPage(NamedTuple):
    """What happened, whether anything was stored, and what to do next."""

    title: Promise
    happened: Promise
    next_step: Promise


ERRORS: dict[int, ErrorPage] = {
    400: ErrorPage(
        gettext_lazy("We could not read this request"),
        gettext_lazy("Something in it was damaged or not as a browser sends it. Nothing was stored."),
        gettext_lazy("Go back, reload the page and try once more."),
    ),
    403: ErrorPage(
        gettext_lazy("This is not open to you"),
        gettext_lazy("You are signed in, but this is for other people to do. Nothing was stored."),
        gettext_lazy("If you think it should be yours, ask the owner of your shop or the Platform."),
    ),
    404: ErrorPage(
        gettext_lazy("There is nothing here for you"),
        gettext_lazy(
            "The address may be mistyped, or the page belongs to somebody else."
            " Nothing was stored or changed."
        ),
        gettext_lazy("From your start page you find everything that is yours."),
    ),
    413: ErrorPage(
        gettext_lazy("This was too much at once"),
        gettext_lazy("What you sent is larger than the Helpdesk accepts. Nothing was stored."),
        gettext_lazy("Go back, shorten the text and send it again."),
    ),
    500: ErrorPage(
        gettext_lazy("Something broke on our side"),
        gettext_lazy("We do not know whether what you sent was stored."),
        gettext_lazy(
            "Open the conversation and look: if your message stands there, it is kept."
            " If not, go back and send the same form again: it is never stored twice."
        ),
    ),
    503: ErrorPage(
        gettext_lazy("Too busy just now"),
        gettext_lazy("Nothing was stored."),
        gettext_lazy("Wait a moment and send the same form again."),
    ),
}
STALE_FORM = ErrorPage(
    gettext_lazy("This page was open for too long"),
    gettext_lazy(
        "Your sign-in has changed since it was opened, or the browser keeps no cookies. Nothing was stored."
    ),
    gettext_lazy("Go back, copy your text, reload the page and send it again."),
)
