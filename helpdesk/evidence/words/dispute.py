"""A dispute for people and for programs: one order of time, the same sentences, the reader's language."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from helpdesk.cases.terms.deeds import CaseShown
from helpdesk.cases.terms.names import Decision
from helpdesk.cases.words import DATES, DECISIONS, KINDS, OUTCOMES, REMEDIES, SITUATIONS, STAGES, WAITING
from helpdesk.evidence.terms import DISPUTE, Checked, Disputed
from helpdesk.evidence.words import events, moments
from helpdesk.evidence.words.document import document, gone, side_name
from helpdesk.evidence.words.verdicts import VERDICTS
from helpdesk.kernel.clock import to_us

Said = Mapping[str, Any]
_LATE = ("late", "missed")


def dispute(of: Disputed) -> Mapping[str, Any]:
    """What the template prints: the conversation's document, the case before it, the dates behind it."""
    with translation.override(of.told.language):
        whole = dict(document(of.told))
        return whole | {
            "heading": gettext("Dispute pack"),
            "title": _title(of.case),
            "_title": _title(of.case),
            "facts": [*_facts(of), *whole["facts"]],
            "tables": [_dates(of), _replies(of), _checks(of)],
            "files": [_file(one, of) for one in of.attached],
            "proof": [
                gettext(
                    "This document is for reading. What proves it lies beside it, in the file %(name)s:"
                    " anybody can check that without the Platform, also offline."
                )
                % {"name": of.package},
                *whole["proof"][1:],
            ],
        }


def retold(of: Disputed) -> Mapping[str, Any]:
    """The content of dispute.json: codes for programs, and beside them `said`, what people read."""
    with translation.override(of.told.language):
        return {
            "attachments": [{**one, "verdict": _fits(one, of)} for one in of.attached],
            "case": _case(of.case),
            "case_dates": [dict(one) for one in of.dates],
            "conversation": str(of.told.id),
            "evidence": {"name": of.package, "sha256": of.digest},
            "format": DISPUTE,
            "language": of.told.language,
            "made_at": to_us(of.told.made_at),
            "replies": [dict(one) for one in of.replies],
            "time_zone": of.told.zone,
            "timeline": [_retold(one, of) for one in of.line],
            "verification": _verification(of),
        }


def _title(case: CaseShown) -> str:
    return f"{KINDS[case.kind]} · {case.number}"


def _facts(of: Disputed) -> Iterator[list[str]]:
    case, zone = of.case, of.told.zone
    yield [gettext("Order"), case.title]
    yield [gettext("What happened"), str(SITUATIONS[case.situation])]
    yield [gettext("Opened"), moments.moment(us=to_us(case.at), zone=zone)]
    if case.dated_at != case.at:
        yield [pgettext("a case", "Counts from"), moments.moment(us=to_us(case.dated_at), zone=zone)]
    if wanted := case.facts.get("wanted"):
        yield [gettext("The Buyer wants"), str(REMEDIES.get(str(wanted), wanted))]
    if decision := case.facts.get("decision"):
        yield [gettext("Decision of the Platform"), str(DECISIONS[Decision(str(decision))])]
    yield [gettext("Where it stands"), str(STAGES.get(case.stage, case.stage))]
    if case.outcome:
        yield [gettext("Outcome"), str(OUTCOMES.get(case.outcome, case.outcome))]
    elif case.until is not None:
        until = moments.moment(us=to_us(case.until), zone=zone)
        yield [str(WAITING[case.waiting_on]), gettext("until %(when)s") % {"when": until}]


def _dates(of: Disputed) -> Said:
    rows = [
        {
            "label": str(DATES.get(one["date"], one["date"])),
            "value": _verdict(one, of.told.zone),
            "_late": one["verdict"] in _LATE,
        }
        for one in of.dates
    ]
    none = gettext("No date of the case has ended yet.")
    return {"heading": gettext("Dates of the case"), "rows": rows, "none": none}


def _verdict(one: Said, zone: str) -> str:
    due = gettext("due %(when)s") % {"when": moments.moment(us=one["due_at"], zone=zone)}
    return f"{side_name(one['owner'])} · {VERDICTS[one['verdict']]} · {due}"


def _replies(of: Disputed) -> Said:
    rows = [
        {
            "label": moments.moment(us=one["at"], zone=of.told.zone),
            "value": f"{VERDICTS[one['verdict']]} · "
            + gettext("business time used: %(used)s") % {"used": moments.duration(us=one["counted"])},
            "_late": one["verdict"] in _LATE,
        }
        for one in of.replies
    ]
    none = gettext("The Seller has not answered a message here yet.")
    return {"heading": gettext("Answers of the Seller within 24 hours"), "rows": rows, "none": none}


def _checks(of: Disputed) -> Said:
    found = [
        {"label": one.code, "value": f"{one.name} {one.entry}".strip(), "_late": True}
        for one in of.checked.faults
    ]
    said = {"label": gettext("Result"), "value": _whole(of.checked), "_late": of.checked.verdict == "altered"}
    counts = {
        "count": moments.number(of.told.entries),
        "proved": moments.number(of.told.proved),
    }
    entries = {
        "label": gettext("Entries"),
        "value": gettext("%(count)s, of them in the signed log: %(proved)s") % counts,
        "_late": False,
    }
    digest = {"label": of.package, "value": of.digest, "_late": False, "_code": True}
    return {"heading": gettext("Verification"), "rows": [said, entries, *found, digest], "none": ""}


def _whole(checked: Checked) -> str:
    if checked.verdict == "altered":
        return gettext("ALTERED: something differs from what was sealed.")
    if checked.verdict == "incomplete":
        count = len(checked.faults)
        said = ngettext(
            "Incomplete: %(count)d part is not here.", "Incomplete: %(count)d parts are not here.", count
        )
        return said % {"count": count}
    return gettext(
        "Whole: every entry, value, file and signature fits, by the keys that the Platform publishes."
    )


def _verification(of: Disputed) -> dict[str, Any]:
    return {
        "entries": of.told.entries,
        "findings": [{"code": one.code, "entry": one.entry, "name": one.name} for one in of.checked.faults],
        "proved": of.told.proved,
        "said": _whole(of.checked),
        "values": dict(of.told.states),
        "verdict": of.checked.verdict,
    }


def _case(case: CaseShown) -> dict[str, Any]:
    found: dict[str, Any] = {
        "dates": [
            {
                "date": one.code,
                "owner": one.owner.value,
                "said": str(DATES.get(one.code, one.code)),
                "source": one.source,
            }
            | ({"due_at": one.due} if one.due is not None else {})
            | ({"article": one.article} if one.article else {})
            for one in case.dates
        ],
        "dated_at": to_us(case.dated_at),
        "facts": dict(case.facts),
        "flow_version": case.version,
        "id": str(case.ref.id),
        "kind": case.kind.value,
        "kind_said": str(KINDS[case.kind]),
        "number": case.number,
        "opened_at": to_us(case.at),
        "opened_by": case.opened_by.value,
        "outcome": case.outcome,
        "situation": case.situation.value,
        "stage": case.stage,
        "stage_said": str(STAGES.get(case.stage, case.stage)),
        "waiting_on": case.waiting_on.value,
    }
    return found | ({"until": to_us(case.until)} if case.until is not None else {})


def _retold(one: Said, of: Disputed) -> dict[str, Any]:
    if "facts" not in one:
        said = events.remarks(facts=of.told.facts[one["entry"]], zone=of.told.zone)
        return {"kind": "message", **one, "remarks": said}
    return {**one, "said": events.sentence(event=one, zone=of.told.zone)}


def _fits(one: Said, of: Disputed) -> str:
    """What the verifier says of a file: "whole", "altered", or "absent" where it is not beside."""
    if any((fault.entry, fault.name) == (one["entry"], one["value"]) for fault in of.checked.faults):
        return "altered" if "path" in one else "absent"
    return "whole" if "path" in one else "absent"


def _file(one: Said, of: Disputed) -> dict[str, str]:
    results = {
        "whole": gettext("It lies beside, and fits this digest."),
        "altered": gettext("It lies beside, and does NOT fit this digest."),
        "absent": gettext("It does not lie beside."),
    }
    return {
        "result": results[_fits(one, of)],
        "name": one.get("name") or one["value"],
        "size": moments.size(count=one["size"]) if "size" in one else "",
        "digest": one.get("sha256") or gone(one.get("state", "")),
        "of": str(one["n"]),
    }
