"""Changing over: one click, and one is somebody else, in a session of their own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal import hats
from helpdesk.portal.demo import cast, tries
from helpdesk.portal.demo.only import in_demo


@in_demo
@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Become `as`, and go where they begin; or begin the thing to `try`, as whoever it is for."""
    if attempt := tries.BY_KEY.get(request.POST.get("try", "")):
        return redirect(attempt.begins(_become(request, attempt.figure)))
    _become(request, request.POST.get("as", ""))
    return redirect("home")


def _become(request: HttpRequest, key: str) -> Actor:
    figure = cast.BY_KEY.get(key)
    if figure is None:
        raise NotFound("page.not_found")
    hat = cast.hat_of(figure=figure)
    hats.welcome(hat=hat, now=clock.now(), language=get_language() or "en")
    seat = hats.wearer(hat=hat)
    if seat is None:
        raise NotFound("page.not_found")
    hats.sign_in(request=request, hat=hat)
    return seat.actor
