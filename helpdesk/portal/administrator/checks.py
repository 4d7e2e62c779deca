"""What somebody hands in: an evidence package or a receipt, verified while they wait; nothing is kept."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from helpdesk.archive.terms import Standing
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal, TooLarge
from helpdesk.oversight import queries
from helpdesk.oversight.words import STANDINGS
from helpdesk.portal import pages
from helpdesk.portal.drafts import said
from helpdesk.portal.hats import Signed

LARGEST = 200_000_000  # bytes: a conversation of 500 messages with its files has a hundredth of them
_RECEIPT = 100_000  # bytes; what is larger is no receipt
_ZIP = b"PK\x03\x04"
_MANY = 12  # values that a page lists without being asked, where all is well
# the words in a package are for people who got their key from somewhere; here they are those of our own log
_MEANS = {
    "whole": _(
        "Everything shown here is exactly what was recorded. What was withheld or erased is named, and"
        " nothing else is missing. It was signed by the keys of this log."
    ),
    "untrusted": _(
        "Everything in the package fits together, but it was signed by a key that this log never published:"
        " it was not handed out here."
    ),
}
_GOOD = frozenset({Standing.IN_LOG, Standing.WAITING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was found: its sentence, and of a value its state: verified, erased, missing ..."""

    state: str
    said: str
    entry: str


@csrf_exempt  # the length is looked at before a byte of the form is read; `_checked` asks for the token
@require_POST
@pages.only(Side.ADMINISTRATOR)
def check(request: Signed) -> HttpResponse:
    """A package (.zip) or a receipt (.json), by a file or by text."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return _page(request, {"refusal": said(TooLarge("check.too_large", limit=LARGEST // 1_000_000))}, 413)
    return _checked(request)


@csrf_protect
def _checked(request: Signed) -> HttpResponse:
    file = request.FILES.get("file")
    text = request.POST.get("receipt", "").strip()
    try:
        if file is None and not text:
            raise Invalid("check.nothing", field="file")
        if file is None:
            return _page(request, _receipt(request, text.encode()))
        found = _package(request, file) if _is_zip(file) else _receipt(request, file.read(_RECEIPT + 1))
        return _page(request, {"name": file.name, **found})
    except Refusal as refusal:
        return _page(request, {"refusal": said(refusal)}, 422)


def _is_zip(file: "File[bytes]") -> bool:
    start = bytes(file.read(len(_ZIP)))
    file.seek(0)
    return start == _ZIP


def _receipt(request: Signed, text: bytes) -> dict[str, Any]:
    found = queries.receipt_verdict(actor=request.actor, now=clock.now(), text=text)
    sentence = STANDINGS[found.standing]
    entry = None if found.seller_id is None else Ref(found.seller_id, found.receipt.entry)
    whole = found.standing in _GOOD
    return {"receipt": found, "whole": whole, "headline": sentence, "entry": entry}


def _package(request: Signed, file: "File[bytes]") -> dict[str, Any]:
    with tempfile.NamedTemporaryFile(prefix="helpdesk-check-", suffix=".zip") as copy:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        report = queries.package_verdict(actor=request.actor, path=Path(copy.name))
    language = translation.get_language() or "en"
    words = shipped.WORDS[language if language in shipped.WORDS else "en"]
    lines = [
        Line(state=row.state, said=shipped.sentence(row, language), entry=row.entry) for row in report.rows
    ]
    wrong = {id(row) for row in report.findings}
    return {
        "report": report,
        "whole": report.exit_code == shipped.WHOLE,
        "headline": words["verdict." + report.verdict],
        "means": _MEANS.get(report.verdict, words["means." + report.verdict]),
        "entries": words["say.entries"].format(**report.facts) if "entries" in report.facts else "",
        "counts": _counts(report, words),
        "faults": [line for row, line in zip(report.rows, lines, strict=True) if id(row) in wrong],
        "values": [line for line in lines if line.state],
        "folded": len(report.rows) > _MANY and report.exit_code == shipped.WHOLE,
        "words": {state: words["state." + state] for state in shipped.STATES},
    }


def _counts(report: shipped.Report, words: dict[str, str]) -> list[tuple[str, str, int]]:
    """State, its word, and how many values are in it."""
    values = report.facts.get("values", {})
    return [(state, words["state." + state], values.get(state, 0)) for state in shipped.STATES]


def _page(request: Signed, found: dict[str, Any], status: int = 200) -> HttpResponse:
    return pages.render(request, "administrator/checked.html", found, status=status)
