"""The Seller's letters to the Platform: about a thread, an order, or nothing in particular."""

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.letters.terms import About
from helpdesk.portal import letters, pages
from helpdesk.portal.hats import Signed
from helpdesk.portal.letters import Subject

_METHODS = ("GET", "HEAD", "POST")


@require_safe
@pages.only(Side.SELLER)
def index(request: Signed) -> HttpResponse:
    """What was written to the Platform."""
    return letters.index(request)


@require_http_methods(_METHODS)
@pages.only(Side.SELLER)
def about_nothing(request: Signed) -> HttpResponse:
    """About nothing in particular."""
    return letters.answer(request, Subject())


@require_http_methods(_METHODS)
@pages.only(Side.SELLER)
def about_conversation(request: Signed, conversation: Ref) -> HttpResponse:
    """About a thread."""
    return letters.answer(request, Subject(about=About.CONVERSATION, ref=conversation))


@require_http_methods(_METHODS)
@pages.only(Side.SELLER)
def about_order(request: Signed, order: Ref) -> HttpResponse:
    """About an order, whether or not anybody wrote about it."""
    return letters.answer(request, Subject(about=About.ORDER, ref=order))


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed, correspondence: Ref) -> HttpResponse:
    """The page of a correspondence, by its id."""
    return letters.follow(request, correspondence)


addresses = [
    path("letters", index, name="letters"),
    path("letters/<ref:correspondence>", show, name="letter"),
    path("letters/platform", about_nothing, name="letters_platform"),
    path("conversations/<ref:conversation>/letters", about_conversation, name="letters_conversation"),
    path("orders/<ref:order>/letters", about_order, name="letters_order"),
]
