"""The sentence for a code, wherever its room keeps it. The command line speaks English."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.translation import override


def sentence(code: str, params: Mapping[str, object]) -> str:
    """The sentence of a refusal or a flaw; the bare code where no room has words for it."""
    for room in apps.get_app_configs():
        if room.name.startswith("helpdesk.") and find_spec(f"{room.name}.words"):
            words: Mapping[str, object] = import_module(f"{room.name}.words").SENTENCES
            if code in words:
                with override("en"):
                    return f"{str(words[code]) % dict(params)} [{code}]"
    return f"[{code}] {dict(params) or ''}".rstrip()
