"""An open file as an evidence package."""

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.evidence import queries as evidence
from helpdesk.evidence.terms import Package
from helpdesk.evidence.words import WORDING
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions, queries
from helpdesk.portal import packages, pages
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.ADMINISTRATOR)
def ask(request: Signed, conversation: Ref) -> HttpResponseBase:
    """What is it to show? Without a reading in force, back to the question why."""
    if queries.reading_in_force(actor=request.actor, now=clock.now(), conversation=conversation) is None:
        return redirect("administrator:file", conversation)
    choices = evidence.choices(actor=request.actor, conversation=conversation)
    return packages.asking(request, conversation, choices)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def take(request: Signed, conversation: Ref) -> HttpResponseBase:
    """The download."""
    now = clock.now()
    if queries.reading_in_force(actor=request.actor, now=now, conversation=conversation) is None:
        return redirect("administrator:file", conversation)
    choices = evidence.choices(actor=request.actor, conversation=conversation)

    def hand_out(asked: packages.Asked) -> Package:
        return actions.hand_out(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            language=asked.language,
            key=asked.key,
            wording=WORDING,
            zone=request.zone,
            withheld=asked.withheld,
            backstage=asked.backstage,
        )

    return packages.given(
        request=request,
        choices=choices,
        take=hand_out,
        again=lambda refusal: packages.asking(request, conversation, choices, refusal=refusal),
    )
