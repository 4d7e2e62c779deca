"""The accessibility statement, in the form that EN 301 549 and the European Accessibility Act expect."""

from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.portal import locales
from helpdesk.portal.release import STATED_AT


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not."""
    contact = settings.HELPDESK.contact
    context = {
        "contact": contact,
        "address": f"mailto:{contact}" if "@" in contact and "://" not in contact else contact,
        "version": version("marketplace-helpdesk"),
        "stated": locales.day(at=STATED_AT, zone="UTC"),
    }
    return render(request, "public/accessibility.html", context)
