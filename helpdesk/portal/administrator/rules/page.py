"""The page "Rules": what holds now, what is announced, what held before, and the form that changes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.accounts.queries import names_for_system
from helpdesk.conduct import actions, policies, queries
from helpdesk.conduct.queries import NOTICE_DAYS, VERSION, Amendment
from helpdesk.conduct.terms import TRIAL_DAYS, Label
from helpdesk.conduct.words import TITLES, title_of
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Forbidden, Refusal
from helpdesk.oversight.words import OUTCOMES
from helpdesk.portal import pages
from helpdesk.portal.administrator.rules import forms
from helpdesk.portal.announcing import coming_prohibitions, said_of
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed

HISTORY = 20  # versions that the page names; the Archive has all


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """A label or a single rule by its name, and the strictest that may follow from it."""

    name: str
    title: str
    done: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a version says, in words. `by` published it."""

    of: queries.Published
    hosts: Sequence[str]
    phrases: Sequence[tuple[str, str]]
    ceilings: Sequence[Ceiling]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What publishing would do; `day` is the first whole day on which it may hold."""

    forbids: Sequence[str]
    day: date
    at_once: bool


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed) -> HttpResponse:
    """Everything, and for Compliance a form that begins from the last version of the market asked for."""
    return _page(request, begun(request.GET.get("market", "")))


@require_POST
@pages.only(Side.ADMINISTRATOR)
def preview(request: Signed) -> HttpResponse:
    """What the form would forbid, and from when it may; nothing is stored."""
    if not policies.can_publish_rules(actor=request.actor):
        raise Forbidden("pack.not_yours")
    form = forms.read(request.POST)
    try:
        return _page(request, form, preview=_preview(request, form))
    except Refusal as refusal:
        return _page(request, form.refused(refusal), status=STATUS[refusal.kind])


@require_POST
@pages.only(Side.ADMINISTRATOR)
def publish(request: Signed) -> HttpResponse:
    """For everybody: announced, or at once."""
    form = forms.read(request.POST)
    try:
        actions.publish_amendment(
            actor=request.actor,
            now=clock.now(),
            market=form.market,
            content=form.content(),
            effective_at=form.effective_at(zone=request.zone),
            expected_number=form.expected,
            key=form.key,
        )
    except Forbidden:
        raise
    except Refusal as refusal:
        return _page(request, form.refused(refusal), status=STATUS[refusal.kind])
    return redirect("administrator:rules")


@require_POST
@pages.only(Side.ADMINISTRATOR)
def try_out(request: Signed) -> HttpResponse:
    """The form's rules over the messages of the last month; without a form, the rules as they are."""
    form = forms.read(request.POST)
    as_they_are = request.POST.get("try") == "present"
    try:
        trial = actions.ask_trial(
            actor=request.actor,
            now=clock.now(),
            market="" if as_they_are else form.market,
            content=None if as_they_are else form.content(),
            key=form.key,
        )
    except Forbidden:
        raise
    except Refusal as refusal:
        return _page(request, form.refused(refusal), status=STATUS[refusal.kind])
    return redirect("administrator:trial", trial)


def begun(market: str) -> forms.Wanted:
    """A form with what the market's last version says."""
    versions = [one for one in queries.published() if one.market == market]
    last = max(versions, key=lambda one: one.number, default=None)
    if last is None:
        return forms.begun_from(market=market, number=0, content=Amendment())
    return forms.begun_from(market=market, number=last.number, content=last.content)


def _preview(request: Signed, form: forms.Wanted) -> Preview:
    now = clock.now()
    content = queries.read_amendment(content=form.content())
    form.effective_at(zone=request.zone)
    seen = queries.foreseen_for(actor=request.actor, market=form.market, content=content, now=now)
    return Preview(
        forbids=said_of(prohibitions=seen.prohibitions),
        day=forms.earliest_day(seen=seen, zone=request.zone, now=now),
        at_once=seen.earliest <= now,
    )


def _page(
    request: Signed, form: forms.Wanted, *, preview: Preview | None = None, status: int = 200
) -> HttpResponse:
    now, actor = clock.now(), request.actor
    versions = queries.published()
    names = names_for_system(people={one.published_by for one in versions})
    inside = {(one.market, one.number) for one in queries.held(at=now).values()}
    shown = [_held(one, names.get(one.published_by, "")) for one in versions]
    context = {
        "version": VERSION,
        "rescan": queries.rescan_shown(actor=actor),
        "holding": [one for one in shown if (one.of.market, one.of.number) in inside],
        "coming": coming_prohibitions(now=now),
        "waiting": [one for one in shown if one.of.effective_at > now],
        "history": shown[:HISTORY],
        "trials": queries.trials(actor=actor),
        "may_publish": policies.can_publish_rules(actor=actor),
        "form": form.with_room(),
        "preview": preview,
        **_choices(form, now),
    }
    return pages.render(request, "administrator/rules.html", context, status=status)


def _choices(form: forms.Wanted, now: datetime) -> dict[str, Any]:
    return {
        "labels": [(one.value, name) for one, name in TITLES.items()],
        "ceilings": [
            (Ceiling(name=name, title=named(name=name)), form.ceilings.get(name, ""))
            for name in forms.names(ceilings=form.ceilings)
        ],
        "decisions": [(one.value, name) for one, name in OUTCOMES.items()],
        "notice": NOTICE_DAYS,
        "days": TRIAL_DAYS,
        "today": now.date(),
    }


def _held(one: queries.Published, by: str) -> Held:
    content = one.content
    return Held(
        of=one,
        hosts=sorted(content.hosts),
        phrases=[(title_of(phrase.label), phrase.words) for phrase in content.phrases],
        ceilings=[
            Ceiling(name=name, title=named(name=name), done=str(OUTCOMES.get(decision, "")))
            for name, decision in sorted(content.ceilings.items())
        ],
        by=by,
    )


def named(*, name: str) -> str:
    """A label by its title; a single rule by its code."""
    return title_of(Label(name)) if name in {one.value for one in Label} else name
