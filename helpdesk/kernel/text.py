"""Text at the edge: what PostgreSQL, JSON and people can all hold."""

import unicodedata

from helpdesk.kernel.refusal import Invalid, TooLarge

_INVISIBLE = ("C", "Z", "M")  # Unicode categories: controls, formats, separators, marks without a base
_BREAKING = ("Cc", "Zl", "Zp")  # controls, and the separators of lines and paragraphs
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and symbols that are drawn as nothing


def storable(text: str, *, limit: int, field: str) -> str:
    """`text` as it is, if it can be stored exactly; `limit` counts characters. Raises Invalid, TooLarge."""
    if len(text) > limit:
        raise TooLarge("text.too_long", field=field, limit=limit, length=len(text))
    if "\x00" in text:
        raise Invalid("text.nul", field=field)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Invalid("text.surrogate", field=field) from None
    return text


def line(text: str, *, limit: int, field: str) -> str:
    """One line of storable text, without line breaks or other controls, trimmed, not empty."""
    text = storable(text, limit=limit, field=field).strip()
    if not is_visible(text):
        raise Invalid("text.empty", field=field)
    if any(unicodedata.category(char) in _BREAKING for char in text):
        raise Invalid("text.control", field=field)
    return text


def is_visible(text: str) -> bool:
    """Whether a reader would see anything at all."""
    return any(unicodedata.category(char)[0] not in _INVISIBLE and char not in _BLANK for char in text)
