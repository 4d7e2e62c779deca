"""A seller's team: who is on it, who is invited; the owner changes it."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from helpdesk.accounts import actions as accounts
from helpdesk.accounts import queries as people
from helpdesk.accounts.terms import TEAM_ROLES, Invited
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Role, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace import actions, queries
from helpdesk.marketplace.policies import can_manage_team
from helpdesk.portal import pages
from helpdesk.portal.account.refusals import said
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.teamwork import queries as teamwork


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed) -> HttpResponse:
    """Members and, for owners, open invitations."""
    return _page(request)


@require_POST
@pages.only(Side.SELLER)
def invite(request: Signed) -> HttpResponse:
    """One mail with a link."""
    email, role = request.POST.get("email", ""), request.POST.get("role", "")
    try:
        invited = actions.invite_member(
            actor=request.actor,
            now=clock.now(),
            email=email,
            role=role_in(role),
            language=get_language() or "en",
        )
        shop = queries.seller_of(actor=request.actor, seller_id=invited.invitation.seller_id or 0).name
        mail(request, invited, kind="invitation/team", facts={"shop": shop, "inviter": request.actor.name})
    except Refusal as refusal:
        return _page(request, refusal=refusal, email=email, role=role)
    return redirect("seller:team")


@require_POST
@pages.only(Side.SELLER)
def withdraw(request: Signed, invitation: UUID) -> HttpResponse:
    """The link opens nothing any more."""
    accounts.withdraw_invitation(
        actor=request.actor,
        now=clock.now(),
        invitation_id=invitation,
        seller_id=request.actor.seller_id,
    )
    return redirect("seller:team")


@require_POST
@pages.only(Side.SELLER)
def change_role(request: Signed, member: Ref) -> HttpResponse:
    """From the next page on."""
    try:
        role = role_in(request.POST.get("role", ""))
        actions.change_role(actor=request.actor, now=clock.now(), member=member, role=role)
    except Refusal as refusal:
        return _page(request, refusal=refusal)
    return redirect("seller:team")


@require_POST
@pages.only(Side.SELLER)
def remove(request: Signed, member: Ref) -> HttpResponse:
    """Out at once."""
    try:
        actions.remove_member(actor=request.actor, now=clock.now(), member=member)
    except Refusal as refusal:
        return _page(request, refusal=refusal)
    return redirect("seller:team")


def role_in(text: str) -> Role:
    """What a form names; what it cannot name is a role that nobody can be given."""
    return Role(text) if text in list(Role) else Role.SYSTEM


def mail(request: HttpRequest, invited: Invited, *, kind: str, facts: dict[str, str]) -> None:
    """Send the link. Raises Busy: the invitation stands then, and a fresh one replaces it."""
    link = settings.HELPDESK.public_url.rstrip("/") + reverse("invitation_link", args=[invited.secret])
    context = {
        **facts,
        "role": invited.invitation.role.value,
        "activate_url": link,
        "language": invited.invitation.language,
    }
    get_adapter(request).send_mail(kind, invited.invitation.email, context)


def _page(
    request: Signed, *, refusal: Refusal | None = None, email: str = "", role: str = ""
) -> HttpResponse:
    owner = can_manage_team(request.actor)
    context: dict[str, Any] = {
        "members": queries.team_of(actor=request.actor),
        "owner": owner,
        "keys_left": _keys_left(request) if owner else 0,
        "away": teamwork.away_today(actor=request.actor, now=clock.now()),
        "invitations": people.open_invitations(
            actor=request.actor, now=clock.now(), seller_id=request.actor.seller_id
        )
        if owner
        else [],
        "roles": TEAM_ROLES,
        "refusal": refusal and said(refusal),
        "email": email,
        "role": role or Role.AGENT.value,
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "people/team.html", context, status=status)


def _keys_left(request: Signed) -> int:
    keys = queries.keys_of(actor=request.actor, now=clock.now())
    return len(queries.left_behind(actor=request.actor, keys=keys))
