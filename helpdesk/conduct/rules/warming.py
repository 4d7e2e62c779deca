"""Warming: lexicons, number plans and models are read when a text first needs them, once in a process."""

from functools import cache
from typing import Final

from helpdesk.conduct.rules.examining import examine
from helpdesk.conduct.terms import Attached, Said
from helpdesk.kernel.actor import Side

# Nobody's words: of everything a little, so that every family looks closer in each of the five languages.
_TEXTS: Final = {
    "en": "Could you write to a@b.example, call 0000 000000 or look for w h a t s a p p? WRITE ME NOW!!!",
    "pl": "Czy mogą Państwo zadzwonić pod zero zero zero albo napisać na a małpa b kropka example?",
    "de": "Können Sie mir schreiben, anrufen oder überweisen, ohne die Plattform, auf PayPal?",
    "fr": "Pouvez-vous m’écrire, m’appeler ou payer par virement, sans la Plateforme, sur b.example ?",
    "it": "Può scrivermi, chiamarmi o pagare con bonifico, senza la Piattaforma, su b.example?",
}


@cache
def warm() -> None:
    """No message pays for it with the time in which it has to be read."""
    for language, text in _TEXTS.items():
        for side in (Side.SELLER, Side.BUYER):
            examine(
                said=Said(
                    text=text,
                    side=side,
                    language=language,
                    asked=text,
                    earlier=(text,),
                    attachments=(Attached(name="a.png"),),
                )
            )
