"""README.txt: what the package is and how to verify it, in all languages, the reader's first."""

import textwrap
from collections.abc import Iterator

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from helpdesk.evidence.terms import Told
from helpdesk.evidence.words import moments
from helpdesk.kernel.clock import to_us

_WIDE = 78


def readme(told: Told) -> str:
    """Plain text."""
    others = [code for code, _ in settings.LANGUAGES if code != told.language]
    parts = ["\n\n".join(_part(told, language)) for language in (told.language, *others)]
    return ("\n\n" + "-" * _WIDE + "\n\n").join(parts) + "\n"


def _part(told: Told, language: str) -> Iterator[str]:
    with translation.override(language):
        yield from (_wrapped(paragraph) for paragraph in _paragraphs(told))


def _wrapped(paragraph: str) -> str:
    return "\n".join(textwrap.wrap(paragraph, _WIDE, break_long_words=False, break_on_hyphens=False))


def _paragraphs(told: Told) -> Iterator[str]:
    made = moments.moment(us=to_us(told.made_at), zone=told.zone)
    yield gettext("Evidence package of a conversation")
    yield gettext("Conversation %(id)s, made %(when)s (%(city)s).") % {
        "id": str(told.id),
        "when": made,
        "city": moments.city(zone=told.zone),
    }
    yield gettext(
        "To read: open the PDF file, %(name)s. The files that were sent lie in the folder “attachments”."
    ) % {"name": f"conversation.{told.language}.pdf"}
    yield gettext(
        "To verify: open verify.html in any browser and give it the .zip file, or run: python3 verify.py."
        " Neither needs the Platform or a network."
    )
    yield gettext(
        "The verifier says one of four things: whole; altered; incomplete; key not trusted. The last one is"
        " what it says until you give it the Platform's key: compare the key that it shows with the one"
        " published at %(address)s, or with one that you were given earlier."
    ) % {"address": told.published.keys_at}
    yield gettext(
        "A part that is withheld or erased is named as such; all else is still proved. The format is open:"
        " see docs/reference/evidence-package.md of Helpdesk."
    )
