"""From a code to its sentence, in the caller's language."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.http import HttpRequest
from django.utils import translation
from django.utils.functional import Promise

from helpdesk.api import words

_PLACE = re.compile(r"%\(\w+\)[sd]")
Sentences = Mapping[str, str | Promise]


def language_of(request: HttpRequest) -> str:
    """The caller's language: what Accept-Language prefers among ours."""
    return translation.get_language_from_request(request)


def sentence(code: str, params: Mapping[str, object]) -> str:
    """The sentence in the active language; the code itself where nobody has words for it."""
    found = _all("SENTENCES").get(code)
    return code if found is None else str(found) % dict(params)


def shown(code: str) -> str | None:
    """The sentence with its places as names, for a page about the code; None for a code of nobody's."""
    found = _all("SENTENCES").get(code)
    return None if found is None else _PLACE.sub("…", str(found)).replace("%%", "%")


def hint(code: str) -> str | None:
    """What to do about it, where there is more to say than the sentence."""
    found = _all("HINTS").get(code)
    return None if found is None else str(found)


@cache
def _all(name: str) -> Sentences:
    """The words of every room, and the API's own."""
    rooms = [room.name for room in apps.get_app_configs() if room.name.startswith("helpdesk.")]
    found: dict[str, str | Promise] = {}
    for room in rooms:
        if room != "helpdesk.portal" and find_spec(f"{room}.words"):
            found |= getattr(import_module(f"{room}.words"), name, {})
    found |= getattr(words, name)
    return found
