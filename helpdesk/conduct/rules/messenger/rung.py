"""Accounts that are telephone numbers: an app, and the number right beside it or the way to find it."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules import typed
from helpdesk.conduct.rules.messenger.site import NOT, SEEN, Account, Site
from helpdesk.conduct.rules.numerals import Run, atoms, runs
from helpdesk.conduct.rules.stems import sections, stems

_LEAST, _MOST = 7, 15  # digits of a number
_AFTER, _BEFORE = 60, 44  # characters beside the app in which it may stand
_GAP: Final = 26
_END: Final = re.compile(
    r"[!?;\n]|\.(?:\s|$)|\b(?:order|parcel|tracking|bestell\w*|zamow\w*|commande|ordine)\b"
)
_EITHER: Final = re.compile(
    r"(?<!\w)(?:or|oder|albo|lub|ou|o|czy|sowie|and|und|i|et|e) (?:a |just |en |par |per |ein |als )?"
    r"(?:normal\w*|sms|text\w*|calls?|ring|phone|anruf\w*|zwykl\w*|telefon\w*|dzwon\w*|appel\w*|chiam\w*)"
)
_CUE: Final = re.compile(
    r"\d|(?<!\w)(?:zero|null|nul|oh|double|doppel|triple|seven|five|sieben|funf|sept|sette)"
)
_ELSEWHERE: Final = stems(sections("numbers/paying.txt")["elsewhere"])
_SAME: Final = re.compile(
    r"(?<!\w)(?:(?:on |at |under |with |is )?(?:the |this |that |my |our )?same (?:number|no\.?|phone|"
    r"mobile)|"
    r"(?:unter |mit )?(?:der(?:selben)? |die |meiner? |unserer? )?(?:gleichen?|selben?|derselben|dieselbe) "
    r"(?:nummer|handynummer|nr)|"
    r"(?:pod )?(?:tym |ten |moim )?(?:samym|sam|tym samym|ten sam) (?:numer\w*|nr)|(?:numer\w*|nr) ten sam|"
    r"(?:au |avec le |c'est le |sous le )?meme (?:numero|num|portable)|"
    r"(?:meine )?nummer (?:kennst|hast|kennen|haben)(?: du| sie)?|(?:moj )?numer (?:juz )?(?:masz|znasz|"
    r"pan ma|pani ma)|"
    r"vous avez (?:deja )?mon numero|tu as (?:deja )?mon numero|(?:il )?(?:mio )?numero (?:ce l'hai|lo hai|"
    r"lo ha)|"
    r"(?:my |the )?number you(?:'ve| have)(?: already)?(?: got)?|you(?:'ve|"
    r" have) (?:already )?(?:got )?my number|"
    r"(?:(?:allo|lo|con lo|stesso) )?stesso (?:numero|cellulare))(?!\w)"
)
_ITEMS: Final = re.compile(
    r"(?:order|model|part|article|serial|serie|artikel|bestell|modell|zamowien|model\w*|commande|article|"
    r"ordine|articolo|modello)"
)


def rung(site: Site) -> Account | None:
    """ "WhatsApp 601 234 567", "0171 555 0615 (Signal)", "on the green app, same number"."""
    text, mention = site.text, site.mention
    high = min(len(text), mention.end + _AFTER)
    if _CUE.search(text, mention.end, high) and (found := _behind(text, mention.end, high)):
        return _account(site, *found, 0.93)
    low = max(0, mention.start - _BEFORE)
    if _CUE.search(text, low, mention.start) and (found := _ahead(text, low, mention.start)):
        return _account(site, *found, 0.86)
    return _pointed(site)


def _account(site: Site, start: int, end: int, score: float) -> Account | None:
    around = site.text[max(0, start - 30) : start] + site.text[end : end + 30]
    if _EITHER.search(around) or typed.around(site.text, start, end).typed:
        return None
    known = site.mention.sure or site.mention.nickname or site.mention.masked
    return start, end, score if known else score - 0.1, "rung"


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Half-open spans of telephone numbers in a part of a text."""
    part = text[start : end + 24]
    for run in runs(part, atoms(part)):
        if found := _whole(run):
            yield start + found[0], start + found[1]


def _whole(run: Run) -> tuple[int, int] | None:
    parts = run.parts(run.manners()[0])
    digits = "".join(one[2] for one in parts)
    if not _LEAST <= len(digits) <= _MOST or "?" in digits:
        return None
    return run.atoms[parts[0][0]].start, run.atoms[parts[-1][1]].end


def _behind(text: str, start: int, high: int) -> tuple[int, int] | None:
    found = next(_numbers(text, start, high), None)
    if found is None or found[0] - start > _GAP or _END.search(text, start, found[0]):
        return None
    return found


def _ahead(text: str, low: int, mention: int) -> tuple[int, int] | None:
    while low > 0 and text[low - 1].isalnum():
        low -= 1
    found = [one for one in _numbers(text, low, mention - 1) if one[1] <= mention]
    if not found or mention - found[-1][1] > 20 or _END.search(text, found[-1][1], mention):
        return None
    return found[-1]


def _pointed(site: Site) -> Account | None:
    """The same number there, or the one that is printed somewhere."""
    text, mention = site.text, site.mention
    if not (mention.sure or mention.nickname) or SEEN.search(text, site.low, site.high):
        return None
    found = _SAME.search(text, site.low, site.high) or _ELSEWHERE.search(
        text, max(site.low, mention.start - 50), min(site.high, mention.end + 50)
    )
    if found is None or NOT.search(text, site.low, site.high) or _ITEMS.search(text, site.low, site.high):
        return None
    if "?" in text[site.high : site.high + 2] or "?" in text[mention.end : site.high]:
        return None
    return min(mention.start, found.start()), max(mention.end, found.end()), 0.84, "same"
