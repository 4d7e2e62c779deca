"""Rows: messages read from and findings written to files, an object a line (docs/reference/conduct.md)."""

import base64
import binascii
import json
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from helpdesk.conduct.rules.answers import treat
from helpdesk.conduct.rules.examining import examine
from helpdesk.conduct.rules.packs import SHIPPED, Pack
from helpdesk.conduct.terms import (
    Attached,
    Decision,
    Finding,
    Label,
    Place,
    Question,
    Said,
    Treatment,
    Verdict,
)
from helpdesk.kernel.actor import Side

ReadFile = Callable[[str, str, bytes, str], Sequence[tuple[Place, str]]]
"""The texts in a file: its name, its type, its content, and the language of its sender."""

_MORE: Final = frozenset({Label.CONTRADICTS, Label.RIGHTS})
_LANGUAGES: Final = frozenset({"en", "pl", "de", "fr", "it"})


class BadRow(ValueError):
    """A line that is no message; says what is wrong with it."""


def answer(line: str, *, read_file: ReadFile, pack: Pack = SHIPPED) -> dict[str, Any]:
    """What is found in the message of one line; a line that is none gets an "error"."""
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise BadRow("a row is an object")
    except ValueError as error:
        return {"error": str(error)}
    try:
        said = _said(row, read_file)
        named = [_question(_mapping(one)) for one in _list(row, "questions")]
    except BadRow as error:
        return {"id": row.get("id"), "error": str(error)}
    started = time.perf_counter_ns()
    verdict = examine(said=said, pack=pack)
    spent = time.perf_counter_ns() - started
    answered = _answered(said, named)
    return {"id": row.get("id"), **_answer(verdict), "answered": answered, "us": round(spent / 1000, 1)}


def _answered(said: Said, named: Sequence[Question]) -> list[str]:
    """Which of the questions that the row itself names are answered; else of those that were found."""
    treated = treat(asked=said.asked, reply=said.text, questions=named or None) if said.asked else ()
    return [one.question.id for one in treated if one.treatment is Treatment.ANSWERED]


def _answer(verdict: Verdict) -> dict[str, Any]:
    """`labels` are those of the public list at the strength of a warning; all else stands in `more`."""
    told = [f for f in verdict.findings if f.decision.strength >= Decision.WARN.strength]
    quiet = [f for f in verdict.findings if f.decision is Decision.LOG or f.label in _MORE]
    return {
        "labels": sorted({f.label.value for f in told if f.label not in _MORE}),
        "spans": [
            {"start": f.start, "end": f.end, "label": f.label.value} for f in told if f.start is not None
        ],
        "decision": verdict.decision.value,
        "questions": [{"start": t.question.start, "end": t.question.end} for t in verdict.treated],
        "more": [_finding(f) for f in quiet],
        "findings": [_finding(f) for f in told],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "label": finding.label.value,
        "rule": finding.rule,
        "start": finding.start,
        "end": finding.end,
        "place": finding.place.value,
        "score": round(finding.score, 3),
        "decision": finding.decision.value,
        "evidence": list(finding.evidence),
        "against": list(finding.against),
    }


def _said(row: Mapping[str, Any], read_file: ReadFile) -> Said:
    language = row.get("lang", "en")
    if language not in _LANGUAGES:
        raise BadRow(f"lang is one of {', '.join(sorted(_LANGUAGES))}")
    return Said(
        text=_text(row, "text"),
        side=_side(row),
        language=language,
        earlier=[_text(_mapping(one), "text") for one in _list(row, "context")],
        attachments=[_attached(_mapping(one), language, read_file) for one in _list(row, "attachments")],
        asked=_text(row, "buyer_text") if row.get("buyer_text") is not None else None,
    )


def _side(row: Mapping[str, Any]) -> Side:
    try:
        return {"seller": Side.SELLER, "buyer": Side.BUYER}[row.get("sender", "")]
    except (KeyError, TypeError) as error:
        raise BadRow("sender is seller or buyer") from error


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise BadRow(f"{name} is a text")
    return value


def _list(row: Mapping[str, Any], name: str) -> Sequence[Any]:
    value = row.get(name) or []
    if not isinstance(value, list):
        raise BadRow(f"{name} is a list")
    return value


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BadRow("context, attachments and questions are lists of objects")
    return value


def _question(row: Mapping[str, Any]) -> Question:
    start, end = row.get("start"), row.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise BadRow("start and end of a question are numbers")
    return Question(id=_text(row, "id"), start=start, end=end, text=_text(row, "text"))


def _attached(row: Mapping[str, Any], language: str, read_file: ReadFile) -> Attached:
    name = _text(row, "name")
    if row.get("b64") is None:
        return Attached(name=name)
    try:
        content = base64.b64decode(_text(row, "b64"), validate=True)
    except binascii.Error as error:
        raise BadRow("b64 is base64") from error
    return Attached(name=name, texts=read_file(name, str(row.get("mime", "")), content, language))
