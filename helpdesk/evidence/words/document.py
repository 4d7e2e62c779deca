"""The printed record as data for its template: every sentence in the reader's language."""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import gettext, pgettext

from helpdesk.archive.terms import ChainName
from helpdesk.evidence.terms import State, Told
from helpdesk.evidence.words import events, moments, reasons
from helpdesk.kernel.clock import to_us

Row = dict[str, Any]
_LONG = 900  # characters: what is shorter stays on one page


def document(told: Told) -> Mapping[str, Any]:
    """All that the template prints; names that begin with "_" are for the template, not for readers."""
    with translation.override(told.language):
        made = moments.moment(us=to_us(told.made_at), zone=told.zone)
        return {
            "_keywords": str(told.id),
            "_language": told.language,
            "_title": _title(told),
            "heading": gettext("Evidence of a conversation"),
            "title": _title(told),
            "facts": [*_facts(told, made)],
            "rows": [*_rows(told)],
            "files_heading": pgettext("sent with messages", "Files"),
            "files": [*_files(told)],
            "proof_heading": gettext("How this can be verified"),
            "proof": [*_proof(told)],
            "proof_facts": [*_proof_facts(told)],
            "foot": gettext("Helpdesk · conversation %(id)s · made %(when)s")
            % {"id": str(told.id), "when": made},
        }


def _title(told: Told) -> str:
    said = told.conversation
    if "order" in said:
        return gettext("Order %(number)s") % {"number": said["order"]}
    return str(said.get("title") or gettext("Title withheld"))


def _facts(told: Told, made: str) -> Iterator[list[str]]:
    said = told.conversation
    messages = said["messages"]
    yield [gettext("Seller"), said["seller"]]
    yield [gettext("Buyer"), said.get("buyer") or gettext("withheld in this package")]
    yield [gettext("Market"), moments.country(code=said["market"])]
    if messages:
        first, last = (moments.moment(us=messages[n]["at"], zone=told.zone) for n in (0, -1))
        yield [gettext("First message"), first]
        yield [gettext("Last message"), last]
    yield [gettext("Messages"), moments.number(len(messages))]
    yield [gettext("Time zone"), moments.city(zone=told.zone)]
    yield [gettext("Package made"), made]


def _rows(told: Told) -> Iterator[Row]:
    """Messages and events in one order of time, a rule for each day."""
    said = told.conversation
    both = [*((one, True) for one in said["messages"]), *((one, False) for one in said["events"])]
    today = ""
    for one, is_message in sorted(both, key=lambda pair: pair[0]["at"]):
        if (day := moments.day(us=one["at"], zone=told.zone)) != today:
            today = day
            yield {"_row": "day", "text": day}
        yield _message(one, told) if is_message else _event(one, told.zone)


def _message(one: Mapping[str, Any], told: Told) -> Row:
    text = one.get("text")
    return {
        "_row": "message",
        "_side": one["side"],
        "_known": "name" in one,
        "_long": len(text or "") > _LONG,
        "_language": _language(one["language"]),
        "_dir": _direction(text or ""),
        "who": one.get("name") or gone(one.get("name_state", "")),
        "role": side_name(one["side"]),
        "time": moments.second(us=one["at"], zone=told.zone),
        "text": text if text is None else text.split("\n"),
        "gone": "" if text is not None else gone(one.get("state", "")),
        "remarks": _remarks(one, told),
        "files": [_attached(file) for file in one["files"]],
        "id": f"{one['n']} · {one['entry']}",
    }


def _remarks(one: Mapping[str, Any], told: Told) -> list[str]:
    facts = told.facts[one["entry"]]
    return [*reasons.why(facts=facts, side=one["side"]), *events.remarks(facts=facts, zone=told.zone)]


def _event(one: Mapping[str, Any], zone: str) -> Row:
    return {
        "_row": "event",
        "_long": len(str(one["texts"])) > _LONG,
        "_late": events.is_late(event=one),
        "time": moments.second(us=one["at"], zone=zone),
        "who": side_name(one["side"]),
        "text": events.sentence(event=one, zone=zone).split("\n"),
        "id": f"{one['n']} · {one['entry']}",
    }


def _attached(file: Mapping[str, Any]) -> str:
    if "name" not in file:
        return f"{file['value']}: {gone(file.get('state', ''))}"
    return f"{file['name']} ({moments.size(count=file['size'])})"


def _files(told: Told) -> Iterator[Row]:
    both = [*told.conversation["messages"], *told.conversation["events"]]
    for one in sorted(both, key=lambda each: (each["at"], each["n"])):
        for file in one.get("files", ()):
            yield {
                "name": file.get("name") or file["value"],
                "size": moments.size(count=file["size"]) if "size" in file else "",
                "digest": file.get("sha256") or gone(file.get("state", "")),
                "of": str(one["n"]),
            }


def _proof(told: Told) -> Iterator[str]:
    yield gettext(
        "This document is the readable part of an evidence package. It proves nothing by itself: the proof"
        " lies in the files beside it, and anybody can check it without the Platform, also offline."
    )
    yield gettext(
        "Open verify.html in a browser, or run “python3 verify.py”, in the folder of the package. Compare the"
        " key that it shows with the one that the Platform publishes: %(address)s"
    ) % {"address": told.published.keys_at}
    yield gettext(
        "Each entry is a sealed leaf of an append-only log; its id stands beside it. What is withheld or"
        " erased is named here, and its seal still proves that it was there, when and by which side."
    )


def _proof_facts(told: Told) -> Iterator[Row]:
    yield _fact(gettext("Log"), told.published.origin, code=True)
    if told.published.checkpoint is not None:
        _origin, size, root, *_ = told.published.checkpoint.split("\n")
        yield _fact(gettext("Entries in the checkpoint"), moments.number(int(size)))
        yield _fact(gettext("Root of the checkpoint"), root, code=True)
    counts = {"count": moments.number(told.entries), "proved": moments.number(told.proved)}
    yield _fact(gettext("Entries here"), gettext("%(count)s, of them in the checkpoint: %(proved)s") % counts)
    for name, head, digest in told.heads:
        last = (
            gettext("Thread up to entry %(n)s")
            if name == ChainName.SHARED
            else gettext("Behind it, up to entry %(n)s")
        )
        yield _fact(last % {"n": head}, digest, code=True)
    yield _fact(gettext("Values"), _states(told))


def _fact(label: str, value: str, *, code: bool = False) -> Row:
    return {"label": label, "value": value, "_code": code}


def _states(told: Told) -> str:
    counts = {name: moments.number(count) for name, count in told.states.items()}
    said = gettext("%(shown)s shown, %(withheld)s withheld, %(erased)s erased") % counts
    if not told.states["missing"]:
        return said
    missing = gettext("%(missing)s MISSING") % counts
    return f"{said}, {missing}"


def gone(state: str) -> str:
    """What became of a value that is not shown."""
    if state == State.WITHHELD:
        return gettext("withheld in this package")
    if state == State.ERASED:
        return gettext("erased")
    return gettext("MISSING")


def side_name(side: str) -> str:
    """Who acted."""
    return {
        "buyer": gettext("Buyer"),
        "seller": gettext("Seller"),
        "administrator": gettext("Platform Administrator"),
        "platform": gettext("Platform"),
    }.get(side, pgettext("side", "Helpdesk"))


def _language(code: str) -> str:
    """Its two letters, by which the typesetter hyphenates."""
    return code[:2] if code[:2].isascii() and code[:2].islower() and code[:2].isalpha() else "en"


def _direction(text: str) -> str:
    """That of the first letter that has one."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return "ltr"
        if direction in ("R", "AL"):
            return "rtl"
    return "ltr"
