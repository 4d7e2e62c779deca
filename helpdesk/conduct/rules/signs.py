"""Signs: the folded text with every spelled-out sign of an address put back, each as a character of its own.

"name (at) mail kropka com" becomes name, AT_WORD, mail, DOT_WORD, com: rules see how sure each sign is.
"""

import re
from collections.abc import Iterable
from typing import Final

from helpdesk.conduct.data.hosts import signs as words
from helpdesk.conduct.rules.views import View

AT: Final = "\ue000"  # beyond doubt: "małpa", "[at]"
AT_WORD: Final = "\ue001"  # may be the word: "at", "et"
DOT: Final = "\ue002"  # beyond doubt: "[.]", " . "
DOT_WORD: Final = "\ue003"  # may be the word: "punkt", "point"
UNDER: Final = "\ue004"
DASH: Final = "\ue005"
SLASH: Final = "\ue006"
PLAIN: Final = str.maketrans(
    {AT: "@", AT_WORD: "@", DOT: ".", DOT_WORD: ".", UNDER: "_", DASH: "-", SLASH: "/"}
)
"""What each of them stands for."""


def _any(found: Iterable[str]) -> str:
    return "|".join(re.escape(one).replace("\\ ", r"\s") for one in sorted(found, key=len, reverse=True))


_THEN: Final = (
    r"(?>(?:(?:then|followed by|and then|(?:then )?(?:comes|goes|put|write|add|type)|after that|(?:and )?"
    r"finally|"
    r"puis|(?:puis )?(?:vient|mettez|ajoutez|ecrivez|tapez)|(?:et )?enfin|(?:et )?a la fin|ensuite|suivi de|"
    r"dann|(?:dann |danach |da )?(?:kommt|folgt|schreiben sie|setzen sie)|danach|(?:und )?(?:am ende|"
    r"zum schluss|zuletzt)|potem|(?:potem )?(?:idzie|wpisz|wstaw|dodaj|jest)|nastepnie|(?:i )?na koncu|"
    r"poi|(?:poi |dopo )?(?:ci va|viene|segue|scriva|metta|aggiunga|ci metta)|dopo|ancora|seguito da|"
    r"(?:e )?(?:alla fine|infine|per finire))"
    r"\s(?:the\s|an?\s|un\s|une\s|ein\s|eine\s|der\s|das\s|le\s|la\s|il\s|l')?)?)"
)
_BEFORE: Final = rf"[\s,;:]{{0,3}}+{_THEN}(?>(?:[(\[{{<\"'*_/|~+=-]{{1,3}}+\s?)?)"
_AFTER: Final = rf"(?>(?:\s?[)\]}}>\"'*_/|~+=-]{{1,3}}+)?)[\s,;]{{0,3}}+{_THEN}"
_SYMBOLS: Final = "\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff"
_TOP: Final = (
    rf"(?:com|net|org|info|shop|store|online|site|de|pl|fr|it|me|io|co\s?[.{_SYMBOLS}]?\s?uk|uk|eu|at|ch|"
    rf"be|co)"
)
_EMOJI: Final = frozenset(one for one in words.AT_SURE if not one.isalpha())
_BRACKETED_AT: Final = _any({*words.AT_BRACKETED, *words.AT_MAYBE, *words.AT_SURE, *words.AT_SURE_PHRASES})
_BRACKETED_DOT: Final = _any({*words.DOT_BRACKETED, *words.DOT_WORDS, *words.DOT_PHRASES})
_OPEN, _CLOSE = r"[\s,]{0,3}+[(\[{<|*=~]{1,2}+\s?", r"\s?[)\]}>|*=~]{1,2}+[\s,]{0,3}+"
_SIGN: Final = re.compile(
    r"(?:(?<![a-z0-9])|(?![a-z0-9]))(?:"  # nowhere within a word: that soon fails
    rf"(?P<at_bracket>{_OPEN}(?:{_BRACKETED_AT}){_CLOSE})"
    rf"|(?P<dot_bracket>{_OPEN}(?:{_BRACKETED_DOT}){_CLOSE})"
    rf"|(?P<at_emoji>\s?(?:{_any(_EMOJI)})\s?)"
    rf"|(?P<dot_symbol>(?<=[a-z0-9])\s?[{_SYMBOLS}]{{1,2}}\ufe0f?\s?(?={_TOP}(?![a-z0-9])))"
    rf"|(?P<at_symbol>(?<=[a-z0-9])\s?[{_SYMBOLS}]{{1,2}}\ufe0f?\s?(?=[a-z0-9-]{{2,30}}\s?"
    rf"(?:[{_SYMBOLS}]{{1,2}}\ufe0f?|\.)\s?{_TOP}(?![a-z0-9])))"
    rf"|(?P<at_sign>[\s,]{{0,3}}+{_THEN}[*\"'_(\[{{<]?@{{1,3}}+[*\"'_)\]}}>]?[\s,]{{0,3}}+{_THEN})"
    rf"|(?P<at_between>[-_.](?:at|malpa|arobase|chiocciola|klammeraffe)[-_.](?=[a-z0-9]))"
    rf"|(?P<dot_between>[-_.](?:dot|kropka|punkt|point|punto)[-_.](?=[a-z0-9]))"
    rf"|{_BEFORE}(?<![a-z0-9])(?:"
    rf"(?P<at_sure>{_any({*words.AT_SURE, *words.AT_SURE_PHRASES} - _EMOJI)})"
    rf"|(?P<at_word>{_any(words.AT_MAYBE)})"
    rf"|(?P<under>{_any(words.UNDER)})"
    rf"|(?P<slash>{_any(words.SLASH)})"
    rf"|(?P<dash>{_any(words.DASH)})"
    rf"|(?P<dot_word>{_any({*words.DOT_WORDS, *words.DOT_PHRASES})})"
    rf")(?![a-z0-9]){_AFTER}"
    r"|(?P<dot_spaced>(?<=[a-z0-9])\s{1,2}+[.,]\s{0,2}+(?=[a-z])(?!net(?:\s(?:\d|core|framework|runtime|"
    r"sdk|one|and|und|or|oder)|[-,.!?]|$)))"
    r"|(?P<dot_wide>(?<=[a-z0-9])\.\s{1,2}+(?=(?:com|net|org|eu|info|pl|fr|co\.uk)(?![a-z0-9])))"
    r")"
)
_SYMBOLLED: Final = re.compile(rf"[\w]\s?[{_SYMBOLS}]{{1,2}}\ufe0f?\s?{_TOP}(?![a-z0-9])")
_READ: Final = {
    "at_bracket": AT, "at_emoji": AT, "at_sign": "@", "at_between": AT, "at_sure": AT, "at_word": AT_WORD,
    "dot_bracket": DOT, "dot_between": DOT, "dot_spaced": DOT, "dot_wide": DOT,
    "dot_symbol": DOT, "at_symbol": AT,
    "dot_word": DOT_WORD,
    "under": UNDER, "dash": DASH, "slash": SLASH,
}  # fmt: skip


def spelled(of: View) -> View:
    """`of`, the folded view, with its signs read; the same view where it spells none."""
    text, parts, starts, ends, at = of.text, list[str](), list[int](), list[int](), 0
    for found in _SIGN.finditer(text):
        start, end = found.span()
        if found.lastgroup == "at_word" and _is_suffix(text, found.start("at_word"), at):
            continue
        parts += [text[at:start], _READ[found.lastgroup or ""]]
        starts.extend((*range(at, start), start))
        ends.extend((*range(at + 1, start + 1), end))
        at = end
    if not parts:
        return of
    parts.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    if of.starts is None or of.ends is None:
        return View("spelled", "".join(parts), starts, ends)
    return View("spelled", "".join(parts), [of.starts[n] for n in starts], [of.ends[n - 1] for n in ends])


def _is_suffix(text: str, word: int, last: int) -> bool:
    """ "at" behind a full stop is Austria's suffix: `last` is where the sign before it ends."""
    return text[word - 1 : word] == "." or (last > 0 and not text[last:word].strip())


def symbolled(text: str) -> bool:
    """Whether a picture stands where an address has its full stop: "anvil⚫shop"."""
    return not text.isascii() and _SYMBOLLED.search(text) is not None


def is_symbol(written: str) -> bool:
    """Whether a picture stands in what is written."""
    return not written.isascii() and re.search(f"[{_SYMBOLS}]", written) is not None
