"""A text read while it is written, and what was found in it said in the reader's words. Nothing is kept."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.http import HttpResponse, JsonResponse
from django.utils.translation import ngettext

from helpdesk.conduct.terms import Decision, Finding, Label, Place, Verdict
from helpdesk.conduct.words import reason_of, remedy_of
from helpdesk.conversations.queries import Checked, holds_address
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Refusal

_FIELDS = {Label.PHONE: "delivery", Label.EMAIL: "delivery", Label.BANK: "refund"}
_LISTED = frozenset({Label.IGNORED, Label.VAGUE})  # the list of questions says it
_EXCERPT = 60  # characters of a text's words that a remark repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding beside the text: `weight` is stop where it is not sent as it is, else think."""

    label: str
    start: int | None
    end: int | None
    weight: str
    words: str
    reason: str
    remedy: str
    field: str = ""  # of what a buyer hands over: where it belongs instead


def remarks(*, findings: Sequence[Finding], text: str, side: Side) -> list[Remark]:
    """In the order of the text."""
    return [_remark(finding, text, side) for finding in findings]


def remarks_of(refusal: Refusal, *, text: str, side: Side) -> list[Remark]:
    """Those of a text that was not sent; none where something else was in the way."""
    verdict = refusal.params.get("verdict")
    if not isinstance(verdict, Verdict):
        return []
    told = [one for one in verdict.findings if one.decision.strength >= Decision.WARN.strength]
    told = [one for one in told if one.label not in _LISTED]
    return remarks(findings=told, text=text, side=side)


def answer(*, checked: Checked, text: str, side: Side) -> HttpResponse:
    """For the script of the composer."""
    told = [one for one in checked.findings if one.label not in _LISTED]
    found = remarks(findings=told, text=text, side=side)
    said = ngettext("%(count)d remark on your text", "%(count)d remarks on your text", len(found))
    return JsonResponse(
        {
            "findings": [asdict(one) for one in found],
            "said": said % {"count": len(found)} if found else "",
            "address": side is Side.BUYER and holds_address(text=text),
            "questions": [
                {"id": one.question.id, "text": one.question.text, "treatment": one.treatment.value}
                for one in checked.treated
            ],
        },
        headers={"Cache-Control": "no-store"},
    )


def _remark(finding: Finding, text: str, side: Side) -> Remark:
    stops = finding.decision.strength >= Decision.HOLD_AUTHOR.strength
    inside = finding.start is not None and finding.place in (Place.TEXT, Place.SEAM)
    words = text[finding.start : finding.end] if inside else ""
    return Remark(
        label=finding.label.value,
        start=finding.start if inside else None,
        end=finding.end if inside else None,
        weight="stop" if stops else "think",
        words=words if len(words) <= _EXCERPT else words[: _EXCERPT - 1] + "\N{HORIZONTAL ELLIPSIS}",
        reason=reason_of(finding),
        remedy=remedy_of(finding, side=side),
        field=_FIELDS.get(finding.label, "") if side is Side.BUYER else "",
    )
