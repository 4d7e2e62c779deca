"""What a text reads as, from its words alone: courtesy that asks for nothing, a holding line, or neither.

A plain recogniser: it knows the phrases that shops and their customers use, in five languages. What it finds
is told to the author, who decides; it never decides by itself.
"""

import re
import unicodedata

from helpdesk.conversations.terms import Reading

_KIND_WORDS = """
    thanks thank you very much many so a lot ok okay great perfect super fine all good got it cheers
    have nice day
    dziękuję dziękujemy dzięki bardzo świetnie dobrze rozumiem miłego dnia pozdrawiam serdecznie
    danke vielen dank schön herzlichen gut prima alles klar in ordnung verstanden schönen tag noch liebe grüße
    merci beaucoup parfait bien reçu compris très bonne journée cordialement
    grazie mille molte perfetto va bene capito buona giornata cordiali saluti
"""
_COURTESY = frozenset(_KIND_WORDS.split())
_MOST = 12  # words: a longer text says something
_HOLDING = re.compile(
    r"get back to you|look(?:ing)? into (?:it|this)|as soon as possible|check (?:it|this) and|"
    r"wrócimy do (?:pana|pani|państwa|tematu)|odezwiemy się|sprawdzimy|w najbliższym czasie|"
    r"melden uns|kommen auf sie zurück|prüfen das|so bald wie möglich|schnellstmöglich|"
    r"reviendrons vers vous|revenons vers vous|dès que possible|nous vérifions|"
    r"le faremo sapere|la ricontatteremo|appena possibile|stiamo verificando"
)
_LONG = 300  # characters: a longer answer says more than that it will come


def reading_of(*, text: str) -> Reading | None:
    """COURTESY, HOLDING, or None for everything else."""
    folded = unicodedata.normalize("NFC", text).casefold().strip()
    if "?" in folded or any(char.isdigit() for char in folded):
        return None
    words = re.findall(r"\w+", folded)
    if words and len(words) <= _MOST and all(word in _COURTESY for word in words):
        return Reading.COURTESY
    return Reading.HOLDING if len(folded) <= _LONG and _HOLDING.search(folded) else None
