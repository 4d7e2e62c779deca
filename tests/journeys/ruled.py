"""Rules of the operator's own in the house: in force, announced, and tried over what was written there."""

from datetime import datetime
from typing import Any, Final

from helpdesk.archive import actions as archive
from helpdesk.conduct import actions as conduct
from helpdesk.conversations import actions as conversations
from helpdesk.kernel.actor import SYSTEM, Actor

PHRASE: Final = "Kaffeevollautomatenbrühgruppendichtungsnachfüllpackungsrabattaktionswochen"
TRIED: Final = "uszczelka 8,5 mm"
HOST: Final = "paketverfolgung.donaudampfschifffahrtselektrizitaetenhauptbetriebswerk.example"
NAMES: Final = (PHRASE, TRIED, HOST)


def make_rules(*, compliance: Actor, now: datetime) -> dict[str, object]:
    """Place `trial`: done, and something was found. Ask when everything has been written."""
    contents: tuple[dict[str, Any], ...] = ({"hosts": [HOST]}, _forbidding(PHRASE))
    for number, content in enumerate(contents):
        conduct.publish_amendment(
            actor=compliance,
            now=now,
            market="de",
            content=content,
            effective_at=None,
            expected_number=number,
            key=f"rules {number}",
        )
    tried = _forbidding(TRIED)
    trial = conduct.ask_trial(actor=compliance, now=now, market="", content=tried, key="trial")
    while archive.number_entries(actor=SYSTEM, now=now):
        pass
    while conversations.try_rules(actor=SYSTEM, now=now):
        pass
    return {"trial": trial}


def _forbidding(words: str) -> dict[str, object]:
    return {"hosts": [HOST], "phrases": [{"words": words, "label": "C_PROMO"}]}
