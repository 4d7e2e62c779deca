"""What the Platform knows of a thread, as the rules of conduct compare it with what a message says."""

import re
from collections.abc import Iterable

from helpdesk.conduct.rules.letters import FOLD
from helpdesk.conduct.terms import Facts
from helpdesk.marketplace.terms.particulars import Particulars

_WORD = re.compile(r"[^\W_]+")


def facts_in(known: Particulars) -> Facts:
    """In the shapes in which readings have them: folded words, numbers without what stands between."""
    return Facts(
        numbers=frozenset(map(_plain, known.numbers)),
        amounts=frozenset(known.amounts),
        address=_words(known.place),
        names=_words(known.names),
        seller=frozenset(map(_plain, known.contact)),
        dispatched=known.dispatched,
        dates={name: on.isoformat() for name, on in known.dates.items()},
    )


def _plain(text: str) -> str:
    return "".join(_WORD.findall(text.translate(FOLD)))


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _WORD.findall(text.translate(FOLD)))
