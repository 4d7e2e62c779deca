"""Letters to the Platform, and an Administrator who joined the thread with the files."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast as as_type

from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.letters import actions as letters
from helpdesk.oversight import actions as oversight
from tests.cast import EDDA

_ASKED = "Der Verkäufer verlangt die Rücksendekosten ein zweites Mal. Ist das in Ordnung?"
_ANSWERED = "Nein. Wir sehen uns das an und schreiben Ihnen bis morgen."
_GENERAL = "Jak zmienić numer rachunku, na który trafiają nasze wypłaty?"
_SAID = "Ich habe dieses Gespräch gelesen und helfe Ihnen beiden, sich zu einigen."


def speak_out(*, clara: Actor, anna: Actor, now: datetime, places: Mapping[str, object]) -> dict[str, object]:
    """Place `letter`: Clara's, answered, beside the thread `files`, which is open to the desk."""
    thread = as_type("Ref", places["files"])
    written = letters.write_letter(actor=clara, now=now, draft=_ASKED, key="letter", conversation=thread)
    letters.write_letter(actor=anna, now=now, draft=_GENERAL, key="letter")
    oversight.join_thread(actor=EDDA, now=now, conversation=thread, reason="dispute", key="join")
    oversight.speak(actor=EDDA, now=now, conversation=thread, draft=_SAID, key="remark")
    oversight.answer_letter(
        actor=EDDA, now=now, correspondence=written.correspondence, draft=_ANSWERED, key="answer"
    )
    return {"letter": written.correspondence}
