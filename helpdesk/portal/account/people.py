"""The Platform's people: found, given roles, invited, kept out. For platform admins."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from helpdesk.accounts import actions, queries
from helpdesk.accounts.terms import ADMINISTRATOR_ROLES
from helpdesk.kernel import clock, text
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden, NotFound, Refusal
from helpdesk.marketplace.queries import wardrobe_for_system
from helpdesk.portal import pages
from helpdesk.portal.account.refusals import said
from helpdesk.portal.account.team import mail, role_in
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed

_LIMIT = 200  # characters of what is looked for


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """By name or address; without words, the administrators."""
    words = text.storable(request.GET.get("words", ""), limit=_LIMIT, field="words").strip()
    return _index(request, words=words)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, person: UUID) -> HttpResponse:
    """One person: hats, roles, whether they may come in."""
    return _person(request, person)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def invite(request: Signed) -> HttpResponse:
    """One mail with a link."""
    email, role = request.POST.get("email", ""), request.POST.get("role", "")
    try:
        invited = actions.invite(
            actor=request.actor,
            now=clock.now(),
            email=email,
            role=role_in(role),
            language=get_language() or "en",
        )
        mail(request, invited, kind="invitation/administrator", facts={})
    except Forbidden:
        raise
    except Refusal as refusal:
        return _index(request, refusal=refusal, email=email)
    return redirect("administrator:people")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def withdraw(request: Signed, invitation: UUID) -> HttpResponse:
    """The link opens nothing any more."""
    actions.withdraw_invitation(
        actor=request.actor, now=clock.now(), invitation_id=invitation, seller_id=None
    )
    return redirect("administrator:people")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def set_roles(request: Signed, person: UUID) -> HttpResponse:
    """Those that are ticked, and no others."""
    before = set(queries.person_shown(actor=request.actor, person_id=person).roles)
    wanted = {role for role in map(role_in, request.POST.getlist("role")) if role in ADMINISTRATOR_ROLES}

    def change() -> None:
        for role in sorted(wanted - before):
            actions.grant_role(actor=request.actor, now=clock.now(), person_id=person, role=role)
        for role in sorted(before - wanted):
            actions.revoke_role(actor=request.actor, now=clock.now(), person_id=person, role=role)

    return _done(request, person, change)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def shut_out(request: Signed, person: UUID) -> HttpResponse:
    """With the next request, everywhere."""
    return _done(
        request,
        person,
        lambda: actions.disable_person(actor=request.actor, now=clock.now(), person_id=person),
    )


@require_POST
@pages.only(Side.ADMINISTRATOR)
def let_in(request: Signed, person: UUID) -> HttpResponse:
    """They may sign in again."""
    return _done(
        request,
        person,
        lambda: actions.enable_person(actor=request.actor, now=clock.now(), person_id=person),
    )


def _done(request: Signed, person: UUID, change: Callable[[], None]) -> HttpResponse:
    queries.person_shown(
        actor=request.actor, person_id=person
    )  # raises for nobody, and for those who may not
    try:
        change()
    except Refusal as refusal:
        return _person(request, person, refusal=refusal)
    return redirect("administrator:person", person)


def _index(
    request: Signed, *, words: str = "", refusal: Refusal | None = None, email: str = ""
) -> HttpResponse:
    try:
        found = queries.find_people(actor=request.actor, words=words)
    except Forbidden:
        raise NotFound("page.not_found") from None
    context: dict[str, Any] = {
        "people": found,
        "words": words,
        "invitations": queries.open_invitations(actor=request.actor, now=clock.now(), seller_id=None),
        "roles": ADMINISTRATOR_ROLES,
        "refusal": refusal and said(refusal),
        "email": email,
    }
    return pages.render(
        request, "people/index.html", context, status=STATUS[refusal.kind] if refusal else 200
    )


def _person(request: Signed, person: UUID, *, refusal: Refusal | None = None) -> HttpResponse:
    context: dict[str, Any] = {
        "person": queries.person_shown(actor=request.actor, person_id=person),
        "hats": [
            hat for hat in wardrobe_for_system(person_id=person) if hat.hat.side is not Side.ADMINISTRATOR
        ],
        "roles": ADMINISTRATOR_ROLES,
        "refusal": refusal and said(refusal),
    }
    return pages.render(
        request, "people/person.html", context, status=STATUS[refusal.kind] if refusal else 200
    )
