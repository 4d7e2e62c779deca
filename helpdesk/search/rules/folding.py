"""Letters without their accents: what people type in a hurry, or on another country's keyboard."""

import unicodedata

_WHOLE = str.maketrans(
    {"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "\u0131": "i"}
)  # decompose to nothing
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def folded(text: str) -> str:
    """Small letters without accents. Folding twice changes nothing."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.casefold().translate(_WHOLE)


def spellings(word: str) -> tuple[str, ...]:
    """The word folded, and as Germans write it where they have no umlauts (`größe`: grosse, groesse)."""
    plain = folded(word)
    whole = unicodedata.normalize("NFC", word.casefold())
    long = folded(whole.translate(_GERMAN))
    return (plain,) if long == plain else (plain, long)
