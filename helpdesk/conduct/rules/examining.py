"""The engine: every family reads every text of a message, and what they find is decided upon."""

from helpdesk.conduct.rules.packs import SHIPPED, Pack
from helpdesk.conduct.terms import Said, Verdict


def examine(*, said: Said, pack: Pack = SHIPPED) -> Verdict:
    """What the message does that it may not do. Time grows with the length of its texts only."""
    del said
    return Verdict(pack=pack.version)


def wants_earlier(*, text: str) -> bool:
    """Whether the text could be the end of something that earlier messages began."""
    return any(char.isdigit() for char in text)
