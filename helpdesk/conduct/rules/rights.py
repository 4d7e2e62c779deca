"""M_RIGHTS: a seller denies what the law gives to consumers (Directives 2011/83/EU and (EU) 2019/771)."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.rights_words import CUE, DENIALS, TRUE
from helpdesk.conduct.rules.scanning import Words
from helpdesk.conduct.terms import Finding, Label
from helpdesk.kernel.actor import Side

_GAP: Final = r"[^.!?\n]{0,40}?"


def _compiled(lines: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines.replace("~", _GAP).split("\n") if line))


_CUE: Final = Words(CUE.split("|"))
_DENIAL: Final = _compiled(DENIALS)
_TRUE: Final = _compiled(TRUE)
_ASKING: Final = re.compile(r"\?\s*$")
_NEAR: Final = 120  # characters around a denial in which what makes it true may stand


def find(reading: Reading) -> Iterator[Finding]:
    """Denials in a seller's words, unless what is said with them makes them true."""
    text = reading.folded.text
    cues = _CUE.hits(text) if reading.said.side is Side.SELLER else ()
    for start, end in reading.sentences if cues else ():
        cued = any(start <= first and last <= end for _, first, last in cues)
        if not cued or _ASKING.search(text[start:end]):
            continue
        denial = _DENIAL.search(text, start, end)
        if denial is None:
            continue
        around = text[max(0, start - _NEAR) : end + _NEAR]
        if _TRUE.search(around):
            yield reading.found(Label.RIGHTS, "rights.denied", *denial.span(), 0.4, against=("exception",))
        else:
            yield reading.found(Label.RIGHTS, "rights.denied", *denial.span(), 0.8, evidence=("denial",))
