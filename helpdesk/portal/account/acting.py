"""Which hat: chosen after signing in, changed in the header."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.accounts import queries as accounts
from helpdesk.accounts.terms import Hat
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal import hats

START = {Side.BUYER: "buyer:orders", Side.SELLER: "seller:inbox", Side.ADMINISTRATOR: "administrator:desk"}


def begin(request: HttpRequest, person: UUID) -> HttpResponse:
    """The hat worn last, or the only one; else the person chooses. Whoever has none is told so."""
    choices = hats.choices(request=request)
    if not choices:
        return _nobody(request, person)
    last = accounts.last_hat_for_system(person_id=person)
    mine = [choice for choice in choices if choice.hat.word == last] or choices
    return change_over(request, mine[0].hat) if len(mine) == 1 else redirect("acting_as")


@require_http_methods(["GET", "HEAD", "POST"])
def acting_as(request: HttpRequest) -> HttpResponse:
    """Choose, or change over. A hat that is not theirs is not there."""
    if hats.signed_in(request=request) is None:
        return redirect("sign_in")
    choices = hats.choices(request=request)
    if request.method != "POST":
        return render(request, "account/acting_as.html", {"choices": choices})
    wanted = request.POST.get("hat", "")
    for choice in choices:
        if choice.hat.word == wanted:
            return change_over(request, choice.hat)
    raise NotFound("page.not_found")


@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    """What an administrator needs before the hat fits, and how to get it or show it."""
    person = hats.signed_in(request=request)
    if person is None:
        return redirect("sign_in")
    choices = hats.choices(request=request)
    if hats.is_strong(request=request):
        return redirect("home")
    context = {
        "has_factor": accounts.has_second_factor_for_system(person_id=person),
        "others": [choice for choice in choices if choice.hat.side is not Side.ADMINISTRATOR],
    }
    return render(request, "account/second_factor.html", context)


def change_over(request: HttpRequest, hat: Hat) -> HttpResponse:
    """Put on a hat that is the person's own; an administrator's once a second factor was shown."""
    if hat.side is Side.ADMINISTRATOR and not hats.is_strong(request=request):
        return redirect("second_factor")
    hats.put_on(request=request, hat=hat)
    return redirect(START[hat.side])


def _nobody(request: HttpRequest, person: UUID) -> HttpResponse:
    """Disabled: out. Known, but without any role: told so."""
    if accounts.person_for_system(person_id=person) is None:
        hats.take_off(request=request)
        return redirect("sign_in")
    return render(request, "account/no_role.html")
