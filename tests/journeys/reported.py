"""Reports, and a message that leads outside: in the thread with the files, which is open to the desk."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast as as_type

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from helpdesk.reports import actions as reports
from helpdesk.reports.terms import Outcome, Ruling, Said, Subject
from tests.cast import EDDA

_ASKED = "Wann kommt die Rechnung?"
_OUTSIDE = "Die Rechnung ist unterwegs. Überweisen Sie den Rest einfach direkt an uns."
_CALLED = (
    "Abends rief mich jemand an und wollte die Kaffeevollautomatenbrühgruppendichtung am Telefon verkaufen."
)
_FLOODED = "Od wczoraj dwadzieścia razy to samo pytanie, o każdej porze."
_WHY = "Die Nachricht nennt nur den Preis, der auch auf der Seite des Angebots steht; das ist erlaubt."


def report_all(
    *, clara: Actor, anna: Actor, now: datetime, places: Mapping[str, object]
) -> dict[str, object]:
    """Places `led`, with `led_message` and `led_question`, and `report_settled`, `_waits`, `_sellers`."""
    led, closed = as_type("Ref", places["files"]), as_type("Ref", places["moved"])
    conversations.post_question(actor=clara, now=now, conversation=led, draft=_ASKED, key="led")
    conversations.post_reply(actor=anna, now=now, conversation=led, draft=_OUTSIDE, key="led")
    said = thread(actor=clara, conversation=led).messages
    mine = next(one for one in said if one.side is clara.side)

    def file(actor: Actor, what: str, words: str, subject: Subject, channel: str = "") -> Ref:
        report = Said(what=what, words=words, channel=channel)
        filed = reports.file_report(actor=actor, now=now, subject=subject, said=report, key=f"{subject}")
        return filed.report

    settled = file(clara, "marketing", _CALLED, Subject(conversation=led), "phone")
    oversight.settle_report(
        actor=EDDA,
        now=now,
        report=settled,
        ruling=Ruling(outcome=Outcome.UNFOUNDED, reason=_WHY),
        key="report-settled",
    )
    return {
        "led": led,
        "led_message": said[-1].id,
        "led_question": mine.id,
        "report_settled": settled,
        "report_waits": file(clara, "contact_outside", _CALLED, Subject(order=_order_of(places)), "post"),
        "report_closed": file(clara, "misleading", "", Subject(conversation=closed)),
        "report_sellers": file(anna, "flood", _FLOODED, Subject(conversation=led)),
    }


def _order_of(places: Mapping[str, object]) -> Ref:
    return as_type("Ref", places["order"])
