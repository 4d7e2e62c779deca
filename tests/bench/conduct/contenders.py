"""Who reads: ours, Presidio's analyzer on a blank pipeline, phonenumbers' matcher with plain patterns."""

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

Read = Callable[[str], Any]

LANGUAGES = ("en", "pl", "de", "fr", "it")


def ours() -> Read:
    """All families, as before a message is sent."""
    from helpdesk.conduct.rules import examine
    from helpdesk.conduct.terms import Said
    from helpdesk.kernel.actor import Side

    return lambda text: examine(said=Said(text=text, side=Side.SELLER))


def presidio() -> Read:
    """Its recognizers of e-mail addresses, phones, IBANs, cards, wallets and links, told the language."""
    spacy: Any = import_module("spacy")
    engines: Any = import_module("presidio_analyzer.nlp_engine")
    analyzer: Any = import_module("presidio_analyzer")
    suffixes: Any = import_module("tldextract")
    suffixes.extract = suffixes.TLDExtract(suffix_list_urls=())  # its own copy: it would fetch a newer one

    class Blank(engines.SpacyNlpEngine):  # type: ignore[misc]
        """Tokens only: no model is at hand, and none is needed for patterns."""

        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"en": spacy.blank("en")}

        def load(self) -> None:
            """Nothing: it is there."""

    engine = analyzer.AnalyzerEngine(nlp_engine=Blank(), supported_languages=["en"])
    wanted = ["EMAIL_ADDRESS", "PHONE_NUMBER", "IBAN_CODE", "CREDIT_CARD", "CRYPTO", "URL"]
    return lambda text: engine.analyze(text=text, language="en", entities=wanted)


_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|net|org|pl|de|fr|it|uk|eu|shop|io)\b", re.IGNORECASE
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")


def matcher() -> Read:
    """libphonenumber's matcher for one region, and three patterns."""
    numbers: Any = import_module("phonenumbers")

    def read(text: str) -> Any:
        found = [*numbers.PhoneNumberMatcher(text, "GB")]
        return found, _MAIL.findall(text), _LINK.findall(text), _IBAN.findall(text)

    return read


CONTENDERS: dict[str, tuple[str, Callable[[], Read], bool]] = {
    "ours": ("Helpdesk, families A to D", ours, True),
    "matcher": ("phonenumbers' matcher and patterns", matcher, False),
    "presidio": ("Presidio on a blank spaCy pipeline", presidio, False),
}
"""Name: title, maker, and whether it lives in the product's own environment."""


def spent(read: Read, texts: Sequence[str], clock: Callable[[], int]) -> list[int]:
    """Nanoseconds for each text."""
    result = []
    for text in texts:
        started = clock()
        read(text)
        result.append(clock() - started)
    return result
