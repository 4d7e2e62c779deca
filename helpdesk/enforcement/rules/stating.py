"""What a statement of reasons and a basis are as bytes: canonical JSON, sealed with their entry."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

import msgspec

from helpdesk.enforcement.terms import (
    Answers,
    Basis,
    Counted,
    Exemption,
    Ground,
    MeasureKind,
    Reasons,
    Source,
    StatementShown,
    Step,
    Track,
    ViolationKind,
)
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.law.bodies import Body, BodyKind

NAME = "statement"  # of the committed value; the database asks for it by this name
BASIS = "basis"


def sealed_basis(*, basis: Basis) -> bytes:
    """Codes, numbers and ids; no name and no text."""
    return canonical(_plain(basis))


def basis_from(*, data: bytes) -> Basis:
    """What was sealed."""
    return _basis(msgspec.json.decode(data))


def sealed_statement(
    *,
    language: str,
    title: str,
    sections: Any,
    explanation: str,
    facts: Mapping[str, object],
    basis: Basis,
) -> bytes:
    """The text as it is delivered, and the facts that it was made of."""
    return canonical(
        {
            "basis": _plain(basis),
            "explanation": explanation,
            "facts": dict(facts),
            "language": language,
            "sections": [[heading, list(lines)] for heading, lines in sections],
            "title": title,
        }
    )


def statement_facts(*, reasons: Reasons, step: Step) -> dict[str, object]:
    """The facts in codes, for machines: the fields of DSA Art. 17(3) and P2B Art. 4; no text but the names of
    bodies out of court.
    """
    sources = {one.source for one in reasons.basis.violations}
    reported, found = Source.REPORT in sources, Source.REVIEW in sources
    return {
        "appeal_until": to_us(reasons.appeal_until),
        "automated_decision": 0,
        "automated_detection": int(found or reasons.track is Track.RESPONSE),
        "bodies": [asdict(one) | {"kind": one.kind.value} for one in reasons.bodies],
        "bound": reasons.bound,
        "decided_by": reasons.persons,
        "ends": 0 if reasons.ends_at is None else to_us(reasons.ends_at),
        "exemption": reasons.exemption.value if reasons.exemption else "",
        "factor": reasons.factor,
        "ground": reasons.ground.value,
        "is_eu": int(reasons.is_eu),
        "measure": step.kind.value,
        "own_initiative": int(found or not reported),
        "starts": to_us(reasons.starts_at),
        "territory": "all",
        "third_party_notice": int(reported),
        "told": to_us(reasons.told_at),
        "track": step.track.value,
        "zone": reasons.zone,
    }


def reasons_from(*, facts: Mapping[str, Any], basis: Basis) -> Reasons:
    """Of the facts of a statement: what it is said from in another language. KeyError for an erased one."""
    return Reasons(
        kind=MeasureKind(facts["measure"]),
        track=Track(facts["track"]),
        ground=Ground(facts["ground"]),
        factor=facts["factor"],
        told_at=from_us(facts["told"]),
        starts_at=from_us(facts["starts"]),
        ends_at=from_us(facts["ends"]) if facts["ends"] else None,
        appeal_until=from_us(facts["appeal_until"]),
        exemption=Exemption(facts["exemption"]) if facts["exemption"] else None,
        persons=facts["decided_by"],
        zone=facts["zone"],
        is_eu=bool(facts["is_eu"]),
        basis=basis,
        bound=facts["bound"],
        bodies=tuple(_body(one) for one in facts.get("bodies", ())),
    )


def _body(said: Mapping[str, str]) -> Body:
    return Body(kind=BodyKind(said["kind"]), name=said["name"], url=said["url"])


def statement_from(*, data: bytes | None) -> tuple[StatementShown, Basis]:
    """What was sealed; without a word where it was erased."""
    if data is None:
        return StatementShown(language="", title="", sections=(), explanation="", facts={}), Basis()
    found = msgspec.json.decode(data)
    shown = StatementShown(
        language=found["language"],
        title=found["title"],
        sections=[(heading, tuple(lines)) for heading, lines in found["sections"]],
        explanation=found["explanation"],
        facts=found["facts"],
    )
    return shown, _basis(found["basis"])


def _plain(basis: Basis) -> dict[str, Any]:
    said = asdict(basis)
    said["violations"] = [
        {
            name: str(value) if isinstance(value, UUID) else value
            for name, value in one.items()
            if value is not None
        }
        for one in said["violations"]
    ]
    return {name: value for name, value in said.items() if value is not None}


def _basis(found: Mapping[str, Any]) -> Basis:
    answers = found.get("answers")
    return Basis(
        points=found["points"],
        buyers=found["buyers"],
        violations=tuple(map(_counted, found["violations"])),
        answers=Answers(**answers) if answers else None,
    )


def _counted(row: Mapping[str, Any]) -> Counted:
    return Counted(
        id=UUID(row["id"]),
        kind=ViolationKind(row["kind"]),
        source=Source(row["source"]),
        points=row["points"],
        at=row["at"],
        chain=UUID(row["chain"]) if "chain" in row else None,
        subject=UUID(row["subject"]) if "subject" in row else None,
    )
