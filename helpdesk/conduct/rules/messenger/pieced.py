"""Names dictated in pieces: "owl, then an underscore, and after it repairs", "fish (no space) lantern"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from helpdesk.conduct.data.messenger import frames
from helpdesk.conduct.rules.apps import Mention

_CUE: Final = re.compile(
    r"undersc|unterstr|podkres|podlog|trattino|tiret|souligne|bindestr|hyphen|myslnik|dash|"
    r"(?<!\w)(?:dot|punto|punkt|point|kropk[aei])(?!\w)|full stop|"
    r"no space|without (?:a )?space|ohne leer|kein leer|bez (?:spacji|odstep)|sans espace|senza (?:lo )?spaz|"
    r"all one word|tutto attaccat|zusammengesch|tout attache|pisane razem"
)
_FILL: Final = (
    r"(?>(?:(?:then|and|after|that|it|there|comes?|goes|put|add|with|first|next|another|an?|the|again|"
    r"followed|by|"
    r"dann|und|danach|darauf|folgt|kommt|noch|ein(?:en|em)?|der|dem|wieder|nochmal|zuerst|erst|mit|"
    r"potem|i|dalej|pozniej|znowu|jeszcze|jedn[aey]|drug[aie]|nastepnie|najpierw|"
    r"puis|ensuite|et|apres|un|une|le|la|encore|autre|vous|mettez|suivi|de|d'abord|"
    r"poi|e|dopo|ci|metta|mette|metti|altro|altra|uno|una|il|lo|ancora|prima|quindi|segue|va)\s){0,5})"
)
_SURE: Final = (
    r"under ?scores?|unterstrich|podkreslnik\w*|podkreslenie|podloga|tiret (?:du )?bas|trattino basso|"
    r"tiret|hyphen|bindestrich|myslnik|trattino|dash|full stop|"
    r"no spaces?|without (?:a )?space|ohne leerzeichen|kein leerzeichen|bez spacji|bez odstepu|sans espace|"
    r"senza (?:lo )?spazi\w?|all one word|tutto attaccato|zusammengeschrieben|tout attache|pisane razem"
)
_DOTS: Final = r"dot|punto|punkt|point|kropk[aei]"
_SIGN: Final = re.compile(
    rf"[\s,;:(]{{1,3}}{_FILL}(?P<sign>{_SURE}|{_DOTS})(?!\w)[\s,;:)]{{1,3}}{_FILL}(?=[a-z0-9])"
)
_NEXT: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,24}(?!\w)")
_TAIL: Final = re.compile(r"[\s,]{1,2}\d{1,4}(?!\w)")
_BARE: Final = re.compile(rf"\s(?:{_DOTS}|dash|tiret|hyphen)\s")
_STOP: Final = re.compile(r"[.!?;\n](?:\s|$)")
_WORDS_TOO: Final = frozenset({"x", "line", "element", "matrix", "wire", "session", "face", "disc", "signal"})
_BACK, _REACH = 60, 130


def pieced(known: Sequence[Mention], text: str) -> Iterator[tuple[int, int, float]]:
    """Half-open spans behind an app, and how sure; a piece alone is none."""
    if not known or not _CUE.search(text):
        return
    for mention in known:
        if not (mention.sure or mention.nickname) and text[mention.start : mention.end] in _WORDS_TOO:
            continue
        high = min(len(text), mention.end + _REACH)
        stop = _STOP.search(text, mention.end, high)
        span = _name(text, mention.end, stop.start() if stop else high)
        if span and not _refused(text, mention):
            yield *span, 0.86 if mention.sure or mention.nickname or mention.masked else 0.8
            return


def _refused(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - _BACK) : mention.start]
    before = before[max(before.rfind(one) for one in ".,;!?\n") + 1 :]
    return re.search(rf"(?<!\w)(?:{frames.NOT})(?!\w)", before) is not None


def _name(text: str, low: int, high: int) -> tuple[int, int] | None:
    """The first run of pieces with signs between them."""
    for sign in _SIGN.finditer(text, low, high):
        first = _word_before(text, low, sign.start())
        if not first or first in frames.NO_NAME or _BARE.fullmatch(sign[0]):
            continue
        start, at = sign.start() - len(first), sign.end()
        while more := _NEXT.match(text, at, high):
            end = more.end()
            following = _SIGN.match(text, end, high)
            if following is None:
                tail = _TAIL.match(text, end, high)
                end = tail.end() if tail else end
                return (start, end) if len(re.sub(r"\W", "", first + more[0])) > 4 else None
            at = following.end()
        return None
    return None


def _word_before(text: str, low: int, end: int) -> str:
    """The word that ends at `end`, if there is one."""
    at = end
    while at > low and (text[at - 1].isalnum() or text[at - 1] == "-"):
        at -= 1
    return text[at:end]
