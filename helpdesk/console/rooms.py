"""The rooms of the house: loaded once the settings can be read."""

import os

import django
from pydantic import ValidationError

from helpdesk.console.embedded.trouble import Trouble

SETTINGS = "helpdesk.config.settings"


def set_up() -> None:
    """Read the settings and load the rooms; connects to nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    try:
        django.setup()
    except ValidationError as error:
        said = "; ".join(f"HELPDESK_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise Trouble(f"A setting is wrong: {said}.") from None
