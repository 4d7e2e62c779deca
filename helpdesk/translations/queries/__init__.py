"""Reads of translations."""

from helpdesk.translations.queries.reading import translations_in, translations_of_thread

__all__ = ["translations_in", "translations_of_thread"]
