"""M_RIGHTS: a seller denies what the law gives to consumers (Directives 2011/83/EU and (EU) 2019/771)."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.rights_words import CUE, DENIALS, TRUE
from helpdesk.conduct.terms import Finding, Label
from helpdesk.kernel.actor import Side

_GAP: Final = r"[^.!?\n]{0,40}?"


def _compiled(lines: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in lines.replace("~", _GAP).split("\n") if line))


_CUE: Final = re.compile(CUE)
_DENIAL: Final = _compiled(DENIALS)
_TRUE: Final = _compiled(TRUE)
_ASKING: Final = re.compile(r"\?\s*$")
_NEAR: Final = 120  # characters around a denial in which what makes it true may stand


def find(reading: Reading) -> Iterator[Finding]:
    """Denials in a seller's words, unless what is said with them makes them true."""
    text = reading.folded.text
    if reading.said.side is not Side.SELLER or _CUE.search(text) is None:
        return
    for start, end in reading.sentences:
        if _ASKING.search(text[start:end]) or _CUE.search(text, start, end) is None:
            continue
        denial = _DENIAL.search(text, start, end)
        if denial is None:
            continue
        around = text[max(0, start - _NEAR) : end + _NEAR]
        if _TRUE.search(around):
            yield reading.found(Label.RIGHTS, "rights.denied", *denial.span(), 0.4, against=("exception",))
        else:
            yield reading.found(Label.RIGHTS, "rights.denied", *denial.span(), 0.8, evidence=("denial",))
