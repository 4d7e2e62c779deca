"""The writes of translations."""

from helpdesk.translations.actions.ask_for_translation import ask_for_translation
from helpdesk.translations.actions.forget_translations import forget_translations
from helpdesk.translations.actions.take_up_translations import take_up_translations
from helpdesk.translations.actions.translate import translate

__all__ = ["ask_for_translation", "forget_translations", "take_up_translations", "translate"]
