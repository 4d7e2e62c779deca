"""Edges: a sentence without the greeting before it and the thanks after it."""

import re
from typing import Final

from helpdesk.conduct.rules.answers.prose import Prose

Span = tuple[int, int]
_LEAD: Final = re.compile(r"[\s,:;.!\-*•–)(\"'>]+|\d{1,2}[.)]\s+|[a-e]\)\s*")
_TAIL: Final = re.compile(r"[\s,;:.!\-]+$")


def after_greeting(prose: Prose, start: int, end: int) -> int:
    """Where the sentence begins after "Hello," and "and"."""
    greetings = {one.start: one.end for one in prose.within(start, end) if one.name == "GREETING"}
    at = start
    while at < end:
        if lead := _LEAD.match(prose.text, at, end):
            at = lead.end()
        elif at in greetings and _may_leave(prose, at, greetings[at]):
            at = greetings[at]
        else:
            break
    return at


def _may_leave(prose: Prose, start: int, greeting: int) -> bool:
    """ "and" before a question belongs to it: "And the magnet?"."""
    word = prose.text[start:greeting]
    return len(word) > 3 or word in ("hi", "hey", "hej", "slt", "bjr", "ps", "btw", "hi")


def without_thanks(prose: Prose, start: int, end: int) -> Span:
    """Without "thanks" at its end."""
    thanks = [
        one
        for one in prose.within(start, end)
        if one.name in ("GREETING", "COURTESY") and len(prose.text[one.start : one.end]) > 2
    ]
    while thanks and not prose.text[thanks[-1].end : end].strip(" ,.!-") and thanks[-1].start > start:
        end = thanks.pop().start
    return trimmed(prose, start, end)


def trimmed(prose: Prose, start: int, end: int) -> Span:
    """Without the stops and spaces at its end."""
    tail = _TAIL.search(prose.text[start:end])
    return start, end - (len(tail[0]) if tail else 0)
