"""Letters: what a character stands for, once accents, styles and other alphabets are looked through.

Sources: Unicode NFKC (UAX 15), character names, and the confusable letters of Cyrillic, Greek, Armenian and
Cherokee (Unicode TR 39, confusables.txt) as far as one letter stands for one Latin letter.
"""

import re
import unicodedata
from typing import Final

_SPECIAL: Final = {
    "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "Æ": "ae",
    "œ": "oe", "Œ": "oe", "ß": "ss", "ẞ": "ss", "ı": "i", "ĸ": "k", "ɑ": "a", "ɡ": "g", "ɩ": "i", "ʟ": "l",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "´": "'", "\u2032": "'", "\u201c": '"',
    "\u201d": '"', "\u201e": '"', "«": '"', "»": '"', "\u2010": "-", "\u2011": "-", "\u2012": "-",
    "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-", "\u2022": "*", "\u00b7": ".", "\u3002": ".",
    "\u2024": ".", "\u2027": ".", "\u30fb": ".", "\ufe52": ".", "\u06d4": ".", "\u2044": "/", "\u2215": "/",
    "\u00ad": "", "\u115f": "", "\u1160": "", "\u3164": "", "\uffa0": "", "\u2800": " ", "Ꮪ": "s",
}  # fmt: skip
_NAMED: Final = re.compile(
    r"(?:NEGATIVE |SQUARED |CIRCLED |PARENTHESIZED |REGIONAL INDICATOR SYMBOL |LATIN |TAG |MODIFIER |"
    r"SMALL |CAPITAL |LETTER )+([A-Z])"
)
_DIGIT_NAMES: Final = {
    "ZERO": "0", "ONE": "1", "TWO": "2", "THREE": "3", "FOUR": "4", "FIVE": "5", "SIX": "6", "SEVEN": "7",
    "EIGHT": "8", "NINE": "9",
}  # fmt: skip
_DIGIT_NAMED: Final = re.compile(r"(?:DIGIT|SANS-SERIF DIGIT) ([A-Z]+)(?: FULL STOP| COMMA)?$")


class _Fold(dict[int, str]):
    """What each character is read as, worked out when it first appears; str.translate looks it up."""

    def __missing__(self, code: int) -> str:
        read = self[code] = _folded(chr(code))
        return read


def _folded(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    if unicodedata.category(char) in ("Cf", "Mn", "Me", "Cc") and char not in "\n\t\r":
        return ""
    plain = unicodedata.normalize("NFKC", char).casefold()
    plain = "".join(
        _SPECIAL.get(one, one)
        for one in unicodedata.normalize("NFD", plain)
        if unicodedata.category(one) not in ("Mn", "Me", "Cf")
    )
    if plain.isascii():
        return " " if plain.isspace() and char not in "\n\r\t" else plain
    return _by_name(char) or plain


def _by_name(char: str) -> str:
    """Digits and letters that only their name gives away: in circles, squares, small capitals."""
    if (digit := unicodedata.digit(char, None)) is not None:
        return str(digit)
    name = unicodedata.name(char, "")
    if found := _DIGIT_NAMED.search(name):
        return _DIGIT_NAMES.get(found[1], "")
    found = _NAMED.fullmatch(name)
    return found[1].lower() if found else ""


FOLD: Final = _Fold()

_LOOK: Final = {
    "а": "a", "с": "c", "е": "e", "о": "o", "р": "p", "х": "x", "у": "y", "і": "i", "ј": "j", "ѕ": "s",
    "ԁ": "d", "ԛ": "q", "ԝ": "w", "һ": "h", "ӏ": "l", "г": "r", "к": "k", "м": "m", "н": "h", "т": "t",
    "в": "b", "п": "n", "қ": "k", "ѵ": "v", "ԍ": "g", "ь": "b", "з": "3", "б": "6", "А": "A", "В": "B",
    "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X", "У": "Y",
    "І": "I", "Ј": "J", "Ѕ": "S", "Ԍ": "G", "Ԝ": "W", "Һ": "H", "Ӏ": "I", "З": "3", "α": "a", "ο": "o",
    "ι": "i", "ν": "v", "κ": "k", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ϲ": "c", "ϳ": "j", "η": "n",
    "ε": "e", "ω": "w", "γ": "y", "Α": "A", "Β": "B", "Ε": "E", "Ζ": "Z", "Η": "H", "Ι": "I", "Κ": "K",
    "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y", "Χ": "X", "օ": "o", "ս": "u", "ց": "g",
    "հ": "h", "ո": "n", "Ꭺ": "A", "Ꮯ": "C", "Ꭼ": "E", "Ꮋ": "H", "Ꮖ": "I", "Ꮶ": "K", "Ꮮ": "L", "Ꮇ": "M",
    "Ꮲ": "P", "Ꭲ": "T", "Ꮃ": "W", "Ꮓ": "Z",
}  # fmt: skip
_ALIKE: Final = str.maketrans(_LOOK)
_FOREIGN: Final = re.compile(r"[\u0370-\u058f\u13a0-\u13ff]")
_WORD: Final = re.compile(r"\S+")


def unmasked(text: str) -> str:
    """With letters of other alphabets read as the Latin ones that they look like, character for character,
    in words that also hold Latin letters, digits or signs of an address, or nothing but such letters.
    """
    if max(text) < "\u0370" or not _FOREIGN.search(text):
        return text
    return _WORD.sub(lambda word: _unmasked(word[0]), text)


def _unmasked(word: str) -> str:
    foreign = [char for char in word if _FOREIGN.match(char)]
    if not foreign:
        return word
    western = any(char.isascii() and (char.isalnum() or char in "@._/") for char in word)
    return word.translate(_ALIKE) if western or all(char in _LOOK for char in foreign) else word
