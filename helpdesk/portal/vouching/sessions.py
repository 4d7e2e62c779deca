"""Sessions that began by another house's word."""

from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib import auth
from django.http import HttpRequest

from helpdesk.accounts import queries as accounts
from helpdesk.kernel.refusal import NotFound
from helpdesk.portal import hats

_BY = "by"


def begin(*, request: HttpRequest, person_id: UUID, by: str, strong: bool = False) -> None:
    """By the word of the house `by`, just given: under a new key, and anybody else's session ends first.

    `strong` where the operator counts what was proved over there as a second factor.
    """
    person = accounts.person_for_system(person_id=person_id)
    if person is None:
        raise NotFound("page.not_found")
    if hats.signed_in(request=request) != person_id:
        hats.take_off(request=request)
    was = request.session.session_key or ""
    auth.login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    hats.come_in(request=request, name=person.display_name, language=person.language, was=was)
    record_authentication(request, person, "openid", by=by)
    if strong:
        record_authentication(request, person, "mfa", type="openid")
    request.session[_BY] = by


def begun_by(*, request: HttpRequest) -> str:
    """The house by whose word this session began; empty for all others. No SQL."""
    return str(request.session.get(_BY, ""))
