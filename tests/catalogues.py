"""The catalogues as tests read them."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

LANGUAGES = ("pl", "de", "fr", "it")
_LOCALE = Path(__file__).resolve().parents[1] / "locale"


@cache
def catalogue(language: str) -> Catalog:
    """The sentences of a language."""
    with (_LOCALE / language / "LC_MESSAGES/django.po").open("rb") as file:
        return read_po(file, locale=language)


def ids(message: Message) -> list[str]:
    """The English, singular first."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def texts(message: Message) -> list[str]:
    """What is said in its stead, one text per plural form."""
    return [message.string or ""] if isinstance(message.string, str | None) else list(message.string)
