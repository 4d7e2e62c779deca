"""A statement of reasons as PDF: as it was delivered, to keep."""

from django.http import HttpResponse
from django.utils.translation import gettext, override

from helpdesk.enforcement.terms import MeasureShown
from helpdesk.evidence.queries import Sheet, sheet_for_system
from helpdesk.portal import locales


def statement(*, shown: MeasureShown, zone: str) -> HttpResponse:
    """In the language in which it was delivered, whatever the reader's is."""
    said = shown.statement
    with override(said.language or None):
        told = locales.moment(at=shown.announced_at, zone=zone)
        sections = [(heading, " ".join(lines)) for heading, lines in said.sections]
        sheet = Sheet(
            language=said.language or "en",
            heading=said.title or gettext("Statement of reasons"),
            title=gettext("Told on %(moment)s") % {"moment": told},
            before=[],
            facts=[*sections, (gettext("In the words of the person who decided"), said.explanation)],
            after=[],
            foot=gettext("Entry %(entry)s of the Archive") % {"entry": shown.id},
        )
    return HttpResponse(
        sheet_for_system(sheet=sheet, at=shown.announced_at),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="statement-{shown.id}.pdf"'},
    )
