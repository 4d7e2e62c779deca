"""A parcel's number while it is typed: whose it is, and whether it can be right."""

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace import words
from helpdesk.marketplace.terms.carriers import CARRIERS
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed

NAMES = tuple(one.title for one in CARRIERS)
_LONGEST = 100  # characters of a number, or of a carrier's name


@require_safe
@pages.signed
def look(request: Signed) -> HttpResponse:
    """For the script of a form: the carrier, and one sentence about the number."""
    number, carrier = (request.GET.get(name, "").strip()[:_LONGEST] for name in ("number", "carrier"))
    found = carrier or carrier_of(number=number)
    trouble = marketplace.number_trouble(carrier=found, number=number) if number else None
    said = words.SENTENCES.get(trouble or "", "") or (_fits(found) if found and number else "")
    return JsonResponse({"carrier": found, "said": str(said), "wrong": trouble is not None})


def carrier_of(*, number: str) -> str:
    """The name of the one carrier that gives such numbers; empty where that is not clear."""
    found = marketplace.carrier_of(number=number)
    return found.title if found else ""


def _fits(carrier: str) -> str:
    return gettext("Carrier: %(carrier)s. Nothing is wrong with this number.") % {"carrier": carrier}
