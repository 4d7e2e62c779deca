"""Signs explained: another sign or a word for a place where an address has its at, and words that say so."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.data.hosts import providers, signs
from helpdesk.conduct.rules import hosts
from helpdesk.conduct.rules.mailboxes import FILLER, NO_LOCAL
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.signs import DOT, DOT_WORD, PLAIN
from helpdesk.conduct.rules.views import View
from helpdesk.conduct.terms import MAX_CANDIDATES, Finding, Label

_REACH: Final = 70  # characters behind the address, or before it
_TOP: Final = r"(?:com|de|pl|fr|it|net|org|eu|shop|co\.uk|info|me|store|at|ch|be)"
_HOST: Final = rf"[a-z0-9][a-z0-9-]{{1,40}}(?:[.{DOT}{DOT_WORD}]{_TOP})"
_SIGNED: Final = re.compile(
    rf"(?<![\w.+-])(?P<name>[a-z0-9][\w.+-]{{1,40}})\s?(?P<sign>[*#$%&~|^=!\u00a7\u00a4/+])\s?"
    rf"(?P<host>{_HOST})(?![\w])"
)
_SAID: Final = re.compile(
    r"(?<!\w)(?:at[ -]?sign|proper at|real at|an at|the at|at zeichen|at-zeichen|et zeichen|"
    + "|".join(re.escape(one) for one in sorted(signs.AT_SURE, key=len, reverse=True) if one.isalpha())
    + r")(?!\w)|@(?!\w)|[\"'(]at[\"')]"
)
_MAIL: Final = re.compile(
    r"(?<!\w)(?:e-?mail\w*|mail\w*|mejl\w*|courriel|posta|indirizzo|adres\w*|address|skrzynk\w*|poczt\w*|"
    r"mailadresse|elektroni\w*|elettronic\w*)(?!\w)"
)
_NAMED: Final = re.compile(
    r"(?<!\w)(?:e-?mail|mail|mejl|posta|indirizzo|adres\w*|address|elettronica|elektroniczn\w|courriel)"
    r"(?::| is| ist| est| e| jest| to)? \Z"
)
"""What follows is the name of a box, even where it is a word."""
_LODGED: Final = re.compile(
    rf"(?<![\w.@+-])(?P<name>[a-z0-9][\w.+-]{{2,40}}),? (?:presso|chez|bei|beim|u|przy|at|@) "
    rf"(?P<host>{_HOST})(?!\w)"
)
_SPLIT: Final = re.compile(
    r"(?<![\w.@+-])(?P<name>[a-z0-9][\w.+-]{2,40}),? ?(?:at|@|chez|su|bei|na|presso|et|on|over on|auf) ?"
    r"(?P<host>g[ -]mail|gee[ -]?mail|dzi[ -]?mejl|ge[ -]mail|hot[ -]mail|out[ -]look|ya[ -]hoo|i[ -]cloud|"
    r"proton[ -]mail|gm@il|hotm@il|aol mail|yahoo mail|google mail)(?:[ .,](?:com|de|fr|it|pl))?(?!\w)"
)
_LEETED: Final = re.compile(
    r"(?<![\w.@+-])(?P<name>[a-z0-9][\w.+-]{2,40})[ ,]{1,2}(?P<host>(?:g|hot|proton)m@il)"
    r"(?:[ .,](?:com|de|fr|it|pl))?(?!\w)"
)
_GLUED: Final = re.compile(
    r"(?<![\w.+-])(?P<name>[a-z0-9][\w.+-]{1,40}) ?@{1,3} ?(?P<host>(?:"
    + "|".join(
        sorted((*providers.ALONE, "proton", "gmx", "libero", "virgilio", "freenet"), key=len, reverse=True)
    )
    + r")[-/*_|;:,]{0,3}(?:com|de|fr|it|pl|net|me))(?![\w.])"
)


def find(view: View, read: View, reading: Reading) -> Iterator[Finding]:
    """`read` is the view with the words for its signs put back."""
    text = view.text
    for found in [*_SIGNED.finditer(text)][:MAX_CANDIDATES]:
        if _explained(text, found) and hosts.suffix_of(found["host"]) is not None:
            yield _told(reading, view, "email.explained", found, 0.88)
    for pattern in (_GLUED, _LEETED, _SPLIT):
        for found in [*pattern.finditer(text)][:MAX_CANDIDATES]:
            if _is_name(found["name"]):
                yield _told(reading, view, "email.provider", found, 0.86)
    for found in [*_LODGED.finditer(read.text)][:MAX_CANDIDATES]:
        low = max(0, found.start() - _REACH)
        usual = not _is_name(found["name"]) and not _NAMED.search(read.text, low, found.start())
        if not usual and _MAIL.search(read.text, low, found.start()):
            yield _told(reading, read, "email.lodged", found, 0.82)


def _explained(text: str, found: re.Match[str]) -> bool:
    """Words near say what the sign stands for; a slash between two hosts is a page."""
    if "." in found["name"] and found["sign"] == "/" and hosts.suffix_of(found["name"]) is not None:
        return False
    low, high = max(0, found.start() - _REACH), found.end() + _REACH
    return bool(_SAID.search(text, found.end(), high) or _SAID.search(text, low, found.start()))


def _is_name(name: str) -> bool:
    return name not in hosts.COMMON and name not in FILLER and name not in NO_LOCAL


def _told(reading: Reading, view: View, rule: str, found: re.Match[str], score: float) -> Finding:
    return reading.found(
        Label.EMAIL,
        rule,
        found.start(),
        found.end(),
        score,
        view=view,
        evidence=("shape",),
        as_read=found[0].translate(PLAIN),
    )
