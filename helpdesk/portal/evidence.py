"""A party's own conversation as an evidence package: the same on both sides."""

from django.http import HttpResponseBase

from helpdesk.evidence import actions, queries
from helpdesk.evidence.terms import Package
from helpdesk.evidence.words import WORDING
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.portal import packages
from helpdesk.portal.hats import Signed


def ask(request: Signed, *, conversation: Ref) -> HttpResponseBase:
    """What is it to show?"""
    choices = queries.choices(actor=request.actor, conversation=conversation)
    return packages.asking(request, conversation, choices)


def take(request: Signed, *, conversation: Ref) -> HttpResponseBase:
    """The download."""
    choices = queries.choices(actor=request.actor, conversation=conversation)

    def hand_out(form: packages.Asked) -> Package:
        return actions.hand_out(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            language=form.language,
            key=form.key,
            wording=WORDING,
            zone=request.zone,
            withheld=form.withheld,
            backstage=form.backstage,
        )

    return packages.given(
        request=request,
        choices=choices,
        take=hand_out,
        again=lambda refusal: packages.asking(request, conversation, choices, refusal=refusal),
    )
