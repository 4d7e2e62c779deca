"""What leaves the house: each kind of entry is published here, or withheld with a reason. A test asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from helpdesk.archive.terms import Audience

TYPE = "helpdesk."  # in front of a kind: the `type` of its event
TEST_KIND = "webhook.test"


class Noun(StrEnum):
    """What an event is about. Events of one subject are those of one chain, in its order."""

    CONVERSATION = "conversation"
    LETTER = "letter"
    REPORT = "report"
    ORDER = "order"  # what a Buyer handed over beside the conversation of an order
    SELLER = "seller"
    HOUSE = "helpdesk"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a kind's events are about, and the audiences whose entries leave."""

    noun: Noun
    audiences: frozenset[Audience] = frozenset({Audience.BOTH})


_SELLERS = frozenset({Audience.SELLER})
_BUYERS = frozenset({Audience.BUYER})
_SIDES = _SELLERS | _BUYERS
_HOUSE = frozenset({Audience.OPERATOR})


_THREAD = Published(noun=Noun.CONVERSATION)
_OF_SELLER = Published(noun=Noun.SELLER, audiences=_SELLERS)
_OF_HOUSE = Published(noun=Noun.HOUSE, audiences=_HOUSE)

PUBLISHED: Mapping[str, Published] = {
    "administrator.joined": _THREAD,
    "agreement.confirmed": _THREAD,
    "agreement.declined": _THREAD,
    "agreement.kept": _THREAD,
    "agreement.lapsed": _THREAD,
    "agreement.proposed": _THREAD,
    "answer.complete": _THREAD,
    "answer.reopened": _THREAD,
    "appeal.filed": _OF_SELLER,
    "appeal.settled": _OF_SELLER,
    "attachment.examined": _THREAD,
    "attachment.settled": _THREAD,
    "calendar.published": _OF_HOUSE,
    "case.kind_changed": _THREAD,
    "case.lapsed": _THREAD,
    "case.opened": _THREAD,
    "case.step": _THREAD,
    "confirmation.asked": _THREAD,
    "confirmation.declined": _THREAD,
    "confirmation.given": _THREAD,
    "contact.noted": _THREAD,
    "contact.settled": _THREAD,
    "deadline.moved": _THREAD,
    "delivery.stated": Published(noun=Noun.ORDER),
    "erased": _THREAD,
    "letter": Published(noun=Noun.LETTER, audiences=_SIDES),
    "letter.closed": Published(noun=Noun.LETTER, audiences=_SIDES),
    "market.changed": _OF_HOUSE,
    "measure.announced": _OF_SELLER,
    "measure.imposed": _OF_SELLER,
    "measure.lifted": _OF_SELLER,
    "measure.resumed": _OF_SELLER,
    "measure.stayed": _OF_SELLER,
    "message": _THREAD,
    "obligation.excluded": _OF_SELLER,
    "obligation.included": _OF_SELLER,
    "obligation.overdue": _THREAD,
    "order.updated": _THREAD,
    "outage.published": _OF_HOUSE,
    "promise.missed": _THREAD,
    "refund.stated": Published(noun=Noun.ORDER, audiences=_BUYERS),
    "reply.insisted": _THREAD,
    "reply.waived": _THREAD,
    "report.filed": Published(noun=Noun.REPORT, audiences=_SIDES),
    "report.settled": Published(noun=Noun.REPORT, audiences=_SIDES),
    "standing.published": _OF_SELLER,
    "thread.imported": _THREAD,
    "tracks.published": _OF_HOUSE,
    "verdict.disputed": _OF_SELLER,
    "verdict.settled": _OF_SELLER,
    "waiver.objected": _THREAD,
    "weights.published": _OF_HOUSE,
}

_REVIEW = "what reviewers look at is the Platform's people's own work"
_REFUSED = "texts that were refused stay with their author and the reviewers"
_ERASING = "who asked for an erasure, and what the law says of it, is for compliance alone"

WITHHELD: Mapping[str, str] = {
    "attempt.confirmed": _REFUSED,
    "attempt.refused": _REFUSED,
    "check.requested": _REFUSED,
    "conduct.amended": "rules of conduct are shown where they are explained; their words help evaders",
    "conduct.measured": _REVIEW,
    "conduct.reviewed": _REVIEW,
    "connection.ended": "a setting of whoever would be told",
    "connection.made": "a setting of whoever would be told",
    "connection.renewed": "a setting of whoever would be told",
    "erasure.approved": _ERASING,
    "erasure.refused": _ERASING,
    "erasure.requested": _ERASING,
    "evidence.handed_out": "who took a package is for that side alone",
    "export.made": "who took their data is for them and the auditors",
    "export.requested": "who took their data is for them and the auditors",
    "hold.lifted": _ERASING,
    "hold.placed": _ERASING,
    "import": "whoever sent the records knows",
    "key": "keys are published at /log, with their proof",
    "launch.opened": "who came in by which link is for the auditors",
    "log.resumed": "the log says it itself, at /log",
    "market.decided": "what the Platform's own people decide of a market; its record follows",
    "measure.decided": "the desk's own considerations, before anything is imposed",
    "measure.proposed": "the desk's own considerations, before anything is imposed",
    "message.confirmed": _REFUSED,
    "note": "notes of a shop's own people are for them alone",
    "reading": "what an administrator reads is for the auditors",
    "retention.published": _ERASING,
    "sample.judged": _REVIEW,
    "subject.bound": "how the operator's own people sign in is for the auditors",
    "subject.released": "how the operator's own people sign in is for the auditors",
    "search": "what an administrator looks for is for the auditors",
    "seller.establishment": "the Platform's own record, which it sent",
    "webhook.added": "a setting of whoever is told",
    "webhook.changed": "a setting of whoever is told",
    "webhook.paused": "nobody is told by what is paused",
    "webhook.removed": "a setting of whoever is told",
    "webhook.rotated": "a setting of whoever is told",
}

FOR_SELLERS = frozenset({Audience.BOTH, Audience.SELLER})
SELLERS_KINDS = tuple(
    sorted(kind for kind, published in PUBLISHED.items() if published.audiences & FOR_SELLERS)
)
