"""What the rules of conduct found in a text, and what follows, in the caller's language."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from django.utils import translation
from ninja import Query, Schema
from pydantic import Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.problems import refused
from helpdesk.api.sentences import language_of, sentence
from helpdesk.api.v1.shapes import RemarkShape, utc
from helpdesk.conduct.terms import Finding, Treated, Verdict
from helpdesk.conduct.words import DECISIONS, reason_of, remedy_of, statement_of, title_of
from helpdesk.conversations.queries import Checked, place_of
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Refusal, RefusalKind
from helpdesk.law.bodies import BodyKind
from helpdesk.marketplace.queries import bodies_in

DryRun = Annotated[
    bool,
    Query(description="Only say what would be found: 200, nothing is stored, and no key is needed."),
]


class QuestionShape(Schema):
    """A question that waits for an answer: characters of the Buyer's message `n`, and what the reply does
    with it (`answered`, `vague`, `ignored`). By its `id` a reply says what it answers.
    """

    id: str
    n: int
    start: int
    end: int
    text: str
    treatment: str
    score: float


class StatementShape(Schema):
    """A statement of reasons: the restriction, the facts, what a machine did, the ground, the redress."""

    measure: str
    facts: str
    automated: str
    ground: str
    redress: str


class CheckedShape(Schema):
    """What sending it would meet with; `code` is that of the problem, null where it would be sent."""

    dry_run: bool
    code: str | None
    title: str
    decision: str
    findings: list[RemarkShape]
    questions: list[QuestionShape] = Field(description="Of a reply; else there are none.")


def finding_shape(*, finding: Finding, side: Side) -> dict[str, Any]:
    """In the active language."""
    return {
        "label": finding.label.value,
        "title": title_of(finding.label),
        "rule": finding.rule,
        "start": finding.start,
        "end": finding.end,
        "place": finding.place.value,
        "file": finding.file,
        "score": round(finding.score, 3),
        "decision": finding.decision.value,
        "reason": reason_of(finding),
        "remedy": remedy_of(finding, side=side),
    }


def told(*, request: ApiRequest, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """In the caller's language, as they can be told again: what words were read as is kept nowhere."""
    if not findings:
        return []
    with translation.override(language_of(request)):
        side = request.auth.side
        return [finding_shape(finding=replace(one, as_read=""), side=side) for one in findings]


def dry(*, request: ApiRequest, checked: Checked) -> HttpResponse:
    """200: what would be found."""
    with translation.override(language_of(request)):
        shown = [finding_shape(finding=one, side=request.auth.side) for one in checked.findings]
        title = str(DECISIONS[checked.decision]) if checked.code is None else sentence(checked.code, {})
    return answers.of(
        {
            "dry_run": True,
            "code": checked.code,
            "title": title,
            "decision": checked.decision.value,
            "findings": shown,
            "questions": [_question(one) for one in checked.treated],
        }
    )


def kept_back(*, request: ApiRequest, refusal: Refusal) -> HttpResponse:
    """The problem of a text that the rules did not let through: what was found, and, where it is on record,
    the attempt, the statement of reasons, and until when a person looks at it.
    """
    verdict: Verdict = refusal.params["verdict"]  # type: ignore[assignment]
    with translation.override(language_of(request)):
        more: dict[str, Any] = {
            "decision": verdict.decision.value,
            "findings": [finding_shape(finding=one, side=request.auth.side) for one in verdict.told],
        }
    if refusal.kind is RefusalKind.REFUSED:
        country = str(refusal.params.get("country", ""))
        more["statement"] = statement(
            request=request, findings=verdict.told, code=refusal.code, confirmed=False, country=country
        )
    if isinstance(due := refusal.params.get("due_at"), datetime):
        more["due_at"] = utc(due)
    if attempt := refusal.params.get("attempt"):
        more["attempt"] = attempt
    return refused(request, type(refusal)(refusal.code, field=refusal.field), **more)


def statement(
    *, request: ApiRequest, findings: Sequence[Finding], code: str, confirmed: bool, country: str
) -> dict[str, str]:
    """Why a text was not sent, in the caller's language. `confirmed`: by a person."""
    labels = [one.label for one in findings]
    with translation.override(language_of(request)):
        held = code == "conduct.held" and not confirmed
        bodies = bodies_in(country=country, kinds=[BodyKind.CERTIFIED])
        of = statement_of(labels=labels, held=held, confirmed=confirmed, country=country, bodies=bodies)
        said = asdict(of)
        return said if labels else said | {"facts": sentence(code, {})}


def _question(treated: Treated) -> dict[str, Any]:
    asked = treated.question
    n, start, end = place_of(id=asked.id)
    return {
        "id": asked.id,
        "n": n,
        "start": start,
        "end": end,
        "text": asked.text,
        "treatment": treated.treatment.value,
        "score": round(treated.score, 3),
    }
