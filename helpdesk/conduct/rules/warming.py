"""Warming: lexicons, number plans and models are read when a text first needs them, once in a process."""

from functools import cache
from importlib.resources import files

from helpdesk.conduct.rules.examining import examine
from helpdesk.conduct.terms import Attached, Said
from helpdesk.kernel.actor import Side


@cache
def warm() -> None:
    """No message pays for it with the time in which it has to be read."""
    for language, text in _texts():
        for side in (Side.SELLER, Side.BUYER):
            examine(
                said=Said(
                    text=text,
                    side=side,
                    language=language,
                    asked=text,
                    earlier=(text,),
                    attachments=(Attached(name="a.png"),),
                )
            )


def _texts() -> list[tuple[str, str]]:
    """Nobody's words: of everything a little, so that every family looks closer in each language."""
    lines = (files("helpdesk.conduct") / "data" / "first.txt").read_text("utf-8").splitlines()
    return [(line[:2], line[3:]) for line in lines]
