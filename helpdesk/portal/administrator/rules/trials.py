"""A trial at the desk: how far it has come, what would be found, and in which messages."""

import csv
import io
from collections.abc import Iterator
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.conduct.queries import TrialShown, trial
from helpdesk.conduct.terms import Decision
from helpdesk.conduct.words import title_of
from helpdesk.kernel.actor import Side
from helpdesk.oversight import policies
from helpdesk.oversight.words import OUTCOMES
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed

_COLUMNS = ["what", "name", "rule", "language", "messages", "entry", "market", "side", "was", "becomes"]
_LOOK_AGAIN = 3  # seconds


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, trial_id: UUID) -> HttpResponse:
    """Fills itself while the worker reads: the page asks again until it is done."""
    found = trial(actor=request.actor, id=trial_id)
    context = {
        "trial": found,
        "new": [(title_of(one.label), one) for one in found.new],
        "changes": [(done(one.was), done(one.becomes), one.messages) for one in found.changes],
        "hits": [
            (one, [title_of(label) for label, _ in one.rules], done(one.was), done(one.becomes))
            for one in found.hits
        ],
        "may_read": policies.can_read_files(actor=request.actor),
    }
    response = pages.render(request, "administrator/trial.html", context)
    if found.finished_at is None:
        response.headers["Refresh"] = str(_LOOK_AGAIN)
    return response


@require_safe
@pages.only(Side.ADMINISTRATOR)
def as_csv(request: Signed, trial_id: UUID) -> HttpResponse:
    """The same for a spreadsheet: codes and plain numbers in every language."""
    written = io.StringIO()
    csv.writer(written).writerows([_COLUMNS, *_lines(trial(actor=request.actor, id=trial_id))])
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="trial.csv"'
    return response


def done(decision: Decision) -> str:
    """What a decision does with a message; nothing where its author would notice nothing."""
    return str(OUTCOMES[decision]) if decision in OUTCOMES else ""


def _lines(found: TrialShown) -> Iterator[list[object]]:
    for new in found.new:
        yield ["found", new.label.value, new.rule, new.language, new.found, "", "", "", "", ""]
    for change in found.changes:
        yield ["changed", "", "", "", change.messages, "", "", "", change.was.value, change.becomes.value]
    for hit in found.hits:
        labels = " ".join(label.value for label, _ in hit.rules)
        rules = " ".join(rule for _, rule in hit.rules)
        place = [str(hit.entry), hit.market, hit.side.value, hit.was.value, hit.becomes.value]
        yield ["message", labels, rules, hit.language, 1, *place]
