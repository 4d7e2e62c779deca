"""Apps: where a text names a messenger or a social network, by its name, in disguise, or by a nickname."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from helpdesk.conduct.data.listing import listed
from helpdesk.conduct.data.messenger import apps, described
from helpdesk.conduct.rules.scanning import Words
from helpdesk.conduct.terms import MAX_CANDIDATES


@dataclass(frozen=True, slots=True)
class Mention:
    """Half-open in the view. `sure`: hardly anything but an app; `masked`: written so as not to be found."""

    start: int
    end: int
    sure: bool
    masked: bool = False
    nickname: bool = False


_SURE: Final = re.compile(rf"(?:{'|'.join(apps.SURE)})(?![a-z0-9])")
_MAYBE: Final = re.compile(rf"(?:{'|'.join((*apps.MAYBE, *described.MARKETS))})(?![a-z0-9])")
_NICK: Final = re.compile(rf"(?:{'|'.join((*described.DESCRIBED, *apps.NICKNAMES))})(?![a-z0-9]|-[a-z]{3})")
_SHORT: Final = re.compile(apps.SHORT)
_NAME_STEMS: Final = (*apps.STEMS, *described.MARKET_STEMS)
_STEMS: Final = Words([*_NAME_STEMS, *dict.fromkeys((*apps.NICK_STEMS, *described.DESCRIBED_STEMS))])
_NICKS_FROM: Final = len(_NAME_STEMS)
_ICON: Final = re.compile(rf"(?:{apps.ICONS})(?![a-z0-9])")
_COLOUR: Final = re.compile(rf"(?:{apps.COLOURS})(?![a-z0-9])")
_APP: Final = re.compile(rf"(?<![a-z0-9])(?:{apps.APP_WORDS})(?![a-z0-9])")
_POINTING: Final = re.compile(rf"(?<![a-z0-9])(?:{apps.POINTING})(?![a-z0-9])")
_APART: Final = re.compile(r"[,.:;!?()\n]|\b(?:and|und|i|et|e|is|ist|jest|est)\b")
_TRAILING: Final = re.compile(
    rf"\s(?:with|mit|avec|con|col|colla|z|ze|au|a la)\s(?:(?:the|a|an|dem|der|den|einem|einer|le|la|l'|un|"
    rf"une|una|il|little|kleinen?|petit)\s?){{0,2}}(?:{apps.ICONS})(?![a-z0-9])"
)
_EMOJI: Final = re.compile(apps.EMOJI)
_REVERSED: Final = re.compile("|".join(apps.REVERSED))
_BACK: Final = Words(apps.REVERSED)
_SIGN: Final = re.compile(r"[0-9@$*#!|\u20ac\u00a3\u00a5]")
_FB: Final = frozenset({"fb"})
_BARE: Final = re.compile(rf"(?:{apps.ICONS})")
_PRODUCT: Final = re.compile(rf"[\s-](?:{apps.PRODUCTS})(?!\w)")
_STARS: Final = re.compile(r"[a-z][*$#]+[a-z]")
_STARRED: Final = re.compile(r"(?<![a-z0-9*])(?=[a-z]{1,8}[*#$_.]{1,6}[a-z])[a-z*#$_.]{5,10}(?![a-z0-9*])")
_SIGNS: Final = r"@$!|\u20ac\u00a3\u00a5"
_LEET: Final = re.compile(
    rf"(?<![a-z0-9])(?=[a-z0-9{_SIGNS}]{{0,9}}?[0-9{_SIGNS}])[a-z0-9{_SIGNS}]{{3,10}}(?![a-z0-9@$])"
)
_LEETED: Final = str.maketrans("0134578@$!|\u20ac\u00a3\u00a5", "oieastbasi" + "iely")
_LEETED_L: Final = str.maketrans("0134578@$!", "oleastbasl")
_MIXED: Final = re.compile(rf"[a-z][0-9{_SIGNS}]++[a-z]|(?<![a-z0-9])[0-9{_SIGNS}][a-z]{{2}}")
_ACCOUNT: Final = re.compile(r"([ -](?:id|app|user(?:name)?|nick|handle|acc(?:ount)?))(?![a-z0-9])")
_NOUNS: Final = frozenset(listed("line element session matrix wire face mess disc"))
_ARTICLE: Final = re.compile(
    r"(?<![a-z])(?:the|this|that|each|every|an?|per|one|der|die|das|den|dem|eine?|la|le|una?|une|il|ta|ten|"
    r"tej)\s$"
)
_LINE: Final = re.compile(
    r"(?<![a-z])(?:shop|phone|telephone|land|office|order|help|hot|direct|service|work|home|store|desk|support|"
    r"customer|business|main|free|mobile|sales|front|private|repair|workshop|care|emergency|enquiry|booking)[\s-]$"
)
"""Before "line" where it is a telephone."""
_SHORTENED: Final = frozenset(
    listed(
        "msngr msgr wzp wsp wapp whapp wup tlgr tlgrm telegr telega vibr fejs msngr mesgr messngr icq kik "
        "telegrm wtsapp whtsp whtsapp watsap"
    )
)


def mentions_in(text: str, *, masked: bool = False) -> list[Mention]:
    """Of a folded text, in its order; at most MAX_CANDIDATES."""
    found: dict[int, Mention] = {}
    for number, at, _ in _STEMS.hits(text):
        if len(found) >= MAX_CANDIDATES:
            break
        one = _nickname(text, at) if number >= _NICKS_FROM else _named(text, at, masked)
        if one and one.nickname and (more := _TRAILING.match(text, one.end)):
            one = replace(one, end=more.end())
        if one and (one.start not in found or found[one.start].end < one.end):
            found[one.start] = one
    for short in _SHORT.finditer(text):
        found.setdefault(short.start(), Mention(*short.span(), sure=short[0] in _FB))
    for one in _masked(text):
        found.setdefault(one.start, one)
    return [found[at] for at in sorted(found)][:MAX_CANDIDATES]


def _masked(text: str) -> Iterator[Mention]:
    """Pictures that stand for an app, and names turned round, starred, or with digits for letters."""
    if not text.isascii():
        for sign in _EMOJI.finditer(text):
            yield Mention(*sign.span(), sure=False, nickname=True)
    if _BACK.hits(text):
        for back in _REVERSED.finditer(text):
            yield Mention(*back.span(), sure=True, masked=True)
    if _SIGN.search(text):
        yield from _spelled(text)


def _spelled(text: str) -> Iterator[Mention]:
    """With stars in it, or digits for letters."""
    if _STARS.search(text):
        for word in _STARRED.finditer(text):
            pattern = re.compile("".join("." if char in "*#$_." else char for char in word[0]))
            if any(pattern.fullmatch(name) for name in apps.LEET):
                yield Mention(*word.span(), sure=True, masked=True)
    if _MIXED.search(text):
        for word in _LEET.finditer(text):
            if {word[0].translate(_LEETED), word[0].translate(_LEETED_L)} & apps.LEET:
                yield Mention(*word.span(), sure=True, masked=True)


def _word_start(text: str, at: int) -> int:
    low = max(0, at - 20)
    while at > low and text[at - 1].isalnum():
        at -= 1
    return at


def _named(text: str, at: int, masked: bool) -> Mention | None:
    start = _word_start(text, at)
    for begin in dict.fromkeys((start, at if at == start else start)):
        if match := _SURE.match(text, begin):
            if _PRODUCT.match(text, match.end()):
                return None
            return Mention(begin, match.end(), sure=True, masked=masked or match[0] in _SHORTENED)
        if match := _MAYBE.match(text, begin):
            if _PRODUCT.match(text, match.end()):
                return None
            if account := _ACCOUNT.match(text, match.end()):
                return Mention(begin, account.end(1), sure=True, masked=masked)
            if match[0] == "line" and not masked and _LINE.search(text, max(0, begin - 14), begin):
                return None
            if match[0] in _NOUNS and _ARTICLE.search(text, max(0, begin - 8), begin):
                return None
            return Mention(begin, match.end(), sure=masked, masked=masked)
    return None


def _nickname(text: str, at: int) -> Mention | None:
    """From the word of the stem or one of three before it; or a colour or picture near a word for an app."""
    word = start = _word_start(text, at)
    for _ in range(4):
        if match := _NICK.match(text, start):
            bare = _BARE.fullmatch(match[0]) is not None
            if match.end() <= at:
                return None
            seen = _described(text, word) if bare else None
            return seen or Mention(start, match.end(), sure=False, nickname=not bare)
        if start < 2 or not text[start - 2].isalnum():
            break
        start = _word_start(text, start - 2)
    return _described(text, word)


def _described(text: str, at: int) -> Mention | None:
    """ "the app with the ghost", "komunikator w zielonym kolorze"."""
    seen = _ICON.match(text, at)
    near = seen or _COLOUR.match(text, at)
    if near is None:
        return None
    before = _APP.search(text, max(0, at - 26), at)
    if before and not _APART.search(text, before.end(), at):
        return Mention(before.start(), near.end(), sure=False, nickname=True)
    after = _APP.search(text, near.end(), near.end() + 20)
    if after and not _APART.search(text, near.end(), after.start()):
        return Mention(at, after.end(), sure=False, nickname=True)
    pointed = _POINTING.search(text, max(0, at - 34), at) if seen else None
    return Mention(pointed.start(), near.end(), sure=False, nickname=True) if pointed else None
