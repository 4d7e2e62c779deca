"""What happened between messages, in a line of the printed record: told from the leaf's own facts."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext, pgettext

from helpdesk.deadlines.words.measures import may_not_write, not_writing, standing_still
from helpdesk.evidence.words import agreed, cased, moments

Event = Mapping[str, Any]


def sentence(*, event: Event, zone: str) -> str:
    """One event, on the wall clock of `zone` (IANA); a kind without words of its own by its code."""
    say = _SAID.get(event["kind"])
    return say(event, zone) if say else str(event["kind"])


def is_late(*, event: Event) -> bool:
    """Whether it may raise its voice."""
    late = ("agreement.lapsed", "case.lapsed", "obligation.overdue", "promise.missed")
    return str(event["kind"]) in late


def remarks(*, facts: Event, zone: str) -> list[str]:
    """What a message did to the clock."""
    said = [_MANNERS[facts["manner"]]()] if facts.get("manner") in _MANNERS else []
    if "verdict" in facts:
        used = {"used": moments.duration(us=facts["counted"])}
        if facts["verdict"] == "met":
            said.append(gettext("Answered in time; business time used: %(used)s") % used)
        else:
            said.append(gettext("Answered late; business time used: %(used)s") % used)
    if "promise_due" in facts:
        when = {"when": moments.moment(us=facts["promise_due"], zone=zone)}
        said.append(gettext("Full answer promised for %(when)s") % when)
    return [*said, _due({"facts": facts}, zone)] if "deadline" in facts else said


def _due(event: Event, zone: str) -> str:
    when = moments.moment(us=event["facts"]["deadline"], zone=zone)
    return gettext("Answer due: %(when)s") % {"when": when}


def _with_due(said: str, event: Event, zone: str) -> str:
    return f"{said} {_due(event, zone)}" if "deadline" in event["facts"] else said


def _overdue(event: Event, zone: str) -> str:
    when = moments.moment(us=event["facts"]["deadline"], zone=zone)
    return gettext("Answer overdue since %(when)s") % {"when": when}


def _waived(event: Event, _zone: str) -> str:
    reason = {
        "courtesy": pgettext("no reply needed", "It only says thanks"),
        "duplicate": pgettext("no reply needed", "It repeats an earlier message"),
        "answered": pgettext("no reply needed", "It is answered already"),
        "no_question": pgettext("no reply needed", "It asks for nothing"),
    }.get(event["facts"]["reason"], event["facts"]["reason"])
    return gettext("Marked as needing no reply: “%(reason)s”") % {"reason": reason}


def _needed(event: Event, zone: str) -> str:
    return _with_due(gettext("The Buyer does need an answer."), event, zone)


def _reopened(event: Event, zone: str) -> str:
    partly = event["facts"]["how"] == "partly"
    said = gettext("The Buyer says: partly answered.") if partly else gettext("The Buyer says: not answered.")
    return _with_due(said, event, zone)


def _complete(_event: Event, _zone: str) -> str:
    return gettext("The Buyer says: completely answered.")


def _moved(event: Event, zone: str) -> str:
    when = moments.moment(us=event["facts"]["deadline"], zone=zone)
    if str(event["facts"].get("stopped", "")).endswith("-"):
        return standing_still(reason=may_not_write(start="", end=None))
    said = gettext("Deadline moved to %(when)s") % {"when": when}
    return f"{said}: {not_writing()}" if event["facts"]["cause"] == "measure" else said


def _missed(event: Event, zone: str) -> str:
    said = gettext("The promised day passed without the full answer; a new time to answer has begun.")
    return _with_due(said, event, zone)


def _judged(event: Event, _zone: str) -> str:
    if event["facts"]["judgment"] == "stands":
        return gettext("A reviewer of the Platform found that it stands.")
    return gettext("A reviewer of the Platform found that the question was not answered.")


def _refused(event: Event, _zone: str) -> str:
    said = gettext("A text was refused by the rules, and not sent.")
    text = event["texts"].get("body")
    return f"{said} “{text}”" if text else said


def _stood_by(event: Event, _zone: str) -> str:
    said = gettext("The author said why a message is sent as it is, although a rule speaks against it.")
    reason = event["texts"].get("reason")
    return f"{said} “{reason}”" if reason else said


def _reviewed(event: Event, _zone: str) -> str:
    return {
        "fine": gettext("A reviewer of the Platform found nothing wrong with the text."),
        "warn": gettext("A reviewer of the Platform pointed out a rule; nothing counts."),
        "violation": gettext("A reviewer of the Platform found that the text breaks a rule."),
    }[event["facts"]["decision"]]


def _confirmed(event: Event, zone: str) -> str:
    said = gettext("A reviewer of the Platform found the refusal right.")
    return f"{said} {_reviewed(event, zone)}" if "decision" in event["facts"] else said


def _delivery(event: Event, _zone: str) -> str:
    if event["facts"]["state"] == "withdrawn":
        return gettext("The Buyer took back the details for the delivery.")
    texts = [event["texts"][name] for name in ("phone", "note") if name in event["texts"]]
    return " ".join([gettext("The Buyer gave details for the delivery."), *(f"“{one}”" for one in texts)])


def _refund(event: Event, _zone: str) -> str:
    if event["facts"]["state"] == "withdrawn":
        return gettext("The Buyer took back the account for refunds.")
    texts = [event["texts"][name] for name in ("holder", "iban") if name in event["texts"]]
    return " ".join([gettext("The Buyer gave an account for refunds."), *(f"“{one}”" for one in texts)])


def _imported(event: Event, zone: str) -> str:
    on = {"on": moments.moment(us=event["facts"]["said_at"], zone=zone)}
    said = {
        "buyer": gettext("Imported from an older system: the Buyer is said to have written this on %(on)s."),
        "seller": gettext(
            "Imported from an older system: the Seller is said to have written this on %(on)s."
        ),
    }.get(
        event["facts"]["side"],
        gettext("Imported from an older system: the Platform is said to have written this on %(on)s."),
    )
    text = event["texts"].get("body")
    return f"{said % on} “{text}”" if text else said % on


def _joined(event: Event, _zone: str) -> str:
    reason = {
        "asked": pgettext("why the Platform joins", "One of you asked the Platform"),
        "dispute": pgettext("why the Platform joins", "You disagree"),
        "rules": pgettext("why the Platform joins", "The rules for messages"),
        "safety": pgettext("why the Platform joins", "Safety"),
        "technical": pgettext("why the Platform joins", "A technical problem"),
    }.get(event["facts"]["reason"], event["facts"]["reason"])
    return gettext("The Platform joined the conversation. Reason: %(reason)s") % {"reason": reason}


def _letter(event: Event, _zone: str) -> str:
    if event["side"] == "administrator":
        said = gettext("A letter of the Platform.")
    else:
        said = gettext("A letter to the Platform.")
    text = event["texts"].get("body")
    return f"{said} “{text}”" if text else said


def _letter_closed(event: Event, _zone: str) -> str:
    reason = {
        "no_question": pgettext("why a letter is closed", "It asks for nothing"),
        "answered": pgettext("why a letter is closed", "It is answered elsewhere"),
        "settled": pgettext("why a letter is closed", "The matter is solved"),
        "other_side": pgettext("why a letter is closed", "The other side can answer it"),
    }.get(event["facts"]["reason"], event["facts"]["reason"])
    return gettext("The Platform closed a letter without an answer. Reason: %(reason)s") % {"reason": reason}


def _note(event: Event, _zone: str) -> str:
    said = gettext("An internal note of the shop.")
    text = event["texts"].get("body")
    return f"{said} “{text}”" if text else said


_MANNERS: dict[str, Callable[[], str]] = {
    "interim": lambda: gettext("Interim note"),
    "automatic": lambda: gettext("Automatic message: it is no answer"),
}
_SAID: dict[str, Callable[[Event, str], str]] = {
    **agreed.SAID,
    **cased.SAID,
    "administrator.joined": _joined,
    "answer.complete": _complete,
    "answer.reopened": _reopened,
    "attachment.examined": lambda _event, _zone: gettext("A file was examined."),
    "attachment.settled": lambda _event, _zone: gettext("A reviewer of the Platform decided about a file."),
    "attempt.confirmed": _confirmed,
    "attempt.refused": _refused,
    "check.requested": lambda _event, _zone: gettext(
        "The author of the refused text asked for a person to check it."
    ),
    "conduct.reviewed": _reviewed,
    "deadline.moved": _moved,
    "delivery.stated": _delivery,
    "erased": lambda _event, _zone: gettext(
        "A text or a file was erased; that it was there stays on record."
    ),
    "evidence.handed_out": lambda _event, _zone: gettext(
        "An evidence package of this conversation was taken."
    ),
    "letter": _letter,
    "letter.closed": _letter_closed,
    "message.confirmed": _stood_by,
    "note": _note,
    "obligation.overdue": _overdue,
    "promise.missed": _missed,
    "refund.stated": _refund,
    "reply.insisted": _needed,
    "reply.waived": _waived,
    "sample.judged": _judged,
    "thread.imported": _imported,
    "waiver.objected": _needed,
}
