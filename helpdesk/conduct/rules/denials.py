"""Denials: there is none of a thing, and in the same breath there is one. Any noun; grammar alone tells."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

Span = tuple[int, int]
_MOST: Final = 12  # denials of one text that are looked into
_FAR: Final = 160  # characters between a denial and what it denies
_STEM: Final = 5  # letters that two forms of a noun share
_NONE: Final = re.compile(
    r"(?<![a-z])(?:there(?:'s| is| are) (?:no|not any)|(?:has|have|comes? with|gives?|offer) no|no|"
    r"not? any|without any|"
    r"keine?[nr]?|nie ma|brak|aucune?|pas de|pas d'|pas besoin de|il n'y a (?:pas de|aucune?)|"
    r"nessun[ao']?|non (?:c'e|ci sono|ha)(?: alcun\w?| nessun\w?)?|niente) ?(?P<noun>[a-z]{4,18})(?![a-z])"
)
_NONE_BEHIND: Final = re.compile(
    r"(?<![a-z])(?P<noun>[a-z]{4,18}) (?:(?:geben wir|gibt es|hat (?:er|sie|es)|haben wir|braucht man|"
    r"brauchen sie)"
    r"(?: [a-z]{2,8}){0,2} keine?[nr]?|(?:na (?:to|te|ten) )?nie (?:ma|dajemy|daje|trzeba|potrzeba|"
    r"posiada))(?![a-z])"
)
PARTLY: Final = re.compile(
    r" ?(?:(?:on|in|at|from|for|of|inside|outside|without|unless|after|before|with|to|am|an|im|in|auf|"
    r"fur|ohne|nach|vor|"
    r"unter|bei|mit|na|w|we|z|ze|dla|po|bez|przy|sur|dans|pour|sans|apres|avant|avec|au|aux|sul|"
    r"sull[ao']|nel|nella|per|"
    r"senza|dopo|prima|con|di|de|du|des)(?! (?:it|this|it at all|this item|to|das|ten))(?![a-z])|"
    r"[a-z]{0,3}\?)"
)
"""What is denied of a part only, or asked."""
_NO_THING: Final = re.compile(
    r"(?:problem|frage|pytan|questi|domand|worr|sorr|rush|idea|chanc|news|matter|doubt|hurr|extra|other|"
    r"later|more|longe|"
    r"wond|need|harm|point|reas|answe|respo|antwo|odpow|repon|rispo|zeit|czasu|temps|tempo|time|sens|"
    r"ahnun|sorge|stress|"
    r"wiecej|mozli|powod|besoi|souci|autre|plus|altr|bisog|fret|good|inter|ander|sache|thema|weite|mehr|"
    r"charg|cost|koste|"
    r"kosz|frais|spese|grund|ocho|juz|tego|tutaj|dzis|takie|nich|sure|trace|mess|updat|wiado|infor)"
)
_SAID: Final = (
    r"(?:(?<![a-z])(?:the|its|your|our|with an?|with|comes with|includes?|including|takes|needs|"
    r"only one|an?|one|two|"
    r"\d{1,2}|der|die|das|den|eine?n?|ein|inklusive|inkl\.?|mit|braucht|nur|jest|ma|z|ze|na|roczna|"
    r"dwuletnia|letnia|"
    r"le|la|les|l'|une?|avec|fonctionne avec|un an de|deux ans de|il|lo|i|gli|un[ao']?|con|ha|"
    r"un anno di|due anni di|"
    r"year|years|month|months|jahre?|monate?) ?(?:[a-z]{2,12} |\d{1,3} |aa )?)STEM[a-z]*"
    r"|(?<![a-z])STEM[a-z]*,? (?:is|are|included|comes?|ist|sind|inklusive|dabei|liegt|jest|sa|w cenie|"
    r"w zestawie|"
    r"gratis|est|sont|incluse?s?|fournie?s?|e|sono|inclus[aoie])(?![a-z])"
)
_DENIED: Final = re.compile(
    r"(?<![a-z])(?:no|not|never|without|isn't|kein\w*|nicht|ohne|nie|bez|brak|pas|sans|aucune?|ne|non|"
    r"senza|nessun\w*|"
    r"if|wenn|falls|jesli|jak|si|se|or|oder|lub|ou|o|other|another|ander\w*|inn\w*|autre\w*|altr\w*|old|"
    r"previous|"
    r"except|ausser|oprocz|sauf|tranne|but|aber|ale|mais|ma|nur|only|tylko)(?![a-z])"
)


def find(text: str, start: int) -> Iterator[tuple[str, Span]]:
    """Of a folded text: the later of the two, if it ends behind `start`."""
    for none in islice(_denials(text), _MOST):
        noun = none["noun"]
        if _NO_THING.match(noun) or PARTLY.match(text, none.end("noun")) or _counted(text, none.start()):
            continue
        if (said := _asserted(text, noun, none.span())) is not None:
            late = max(said, none.span())
            if late[1] > start:
                yield "denied", late
                return


def _counted(text: str, at: int) -> bool:
    """ "There are no five": another number of them there may be."""
    return text[max(0, at - 2) : at].rstrip()[-1:].isdigit()


def _denials(text: str) -> Iterator[re.Match[str]]:
    yield from _NONE.finditer(text)
    yield from _NONE_BEHIND.finditer(text)


def _asserted(text: str, noun: str, denied: Span) -> Span | None:
    """Where the noun is spoken of as there, near by and outside the denial."""
    stem = re.escape(noun[: max(4, min(_STEM, len(noun) - 1))])
    pattern = re.compile(_SAID.replace("STEM", stem))
    low, high = max(0, denied[0] - _FAR), min(len(text), denied[1] + _FAR)
    for first, last in ((low, denied[0]), (denied[1], high)):
        found = pattern.search(text, first, last)
        if found is not None and not _DENIED.search(text, max(first, found.start() - 14), found.end() + 8):
            between = text[min(found.end(), denied[1]) : max(found.start(), denied[0])]
            if "?" not in between:
                return found.span()
    return None
