"""The decisions of translations."""

from helpdesk.translations.rules.speaking import asked, engine_in, made_in
from helpdesk.translations.rules.trying import again_at

__all__ = ["again_at", "asked", "engine_in", "made_in"]
