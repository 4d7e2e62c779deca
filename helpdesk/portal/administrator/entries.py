"""One entry of the record: what was sealed, and its way up to the signed root, drawn."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock, text
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.oversight import queries
from helpdesk.portal import pages
from helpdesk.portal.administrator import integrity
from helpdesk.portal.administrator.climbs import climb
from helpdesk.portal.hats import Signed

_LIMIT = 100  # characters of what an entry is called by


@require_safe
@pages.only(Side.ADMINISTRATOR)
def find(request: Signed) -> HttpResponse:
    """By id or number; where there is none, the page on integrity says so."""
    words = text.storable(request.GET.get("entry", ""), limit=_LIMIT, field="entry").strip()
    try:
        entry = queries.entry_named(actor=request.actor, words=words)
    except NotFound as refusal:
        return integrity.page(request, asked=words, refusal=refusal)
    return redirect("administrator:entry", entry)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, entry: Ref) -> HttpResponse:
    """The entry without a word of what was said; its leaf, its place, and the hashes beside its way."""
    found = queries.path_of(actor=request.actor, entry=entry)
    drawn = None
    if found.place is not None:
        place = found.place
        drawn = climb(index=place.index, size=place.size, leaf_hash=found.leaf_hash, hashes=place.hashes)
    context = {"entry": found, "drawn": drawn, "signers": _signers(found), "asked_at": clock.now()}
    return pages.render(request, "administrator/entry.html", context)


def _signers(found: queries.EntryPath) -> list[str]:
    """Names of those whose signatures stand under the checkpoint."""
    if found.place is None:
        return []
    lines = found.place.note.rpartition("\n\n")[2].splitlines()
    return [line.split(" ")[1] for line in lines]
