"""Figures of the rules: how often each finds something, how often people agree, and what it misses."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.conduct.models import Sample
from helpdesk.conduct.rules.intervals import wilson
from helpdesk.conduct.terms import Decided, Label, Measured
from helpdesk.kernel.actor import Actor

_SHIPPED = Path(__file__).parent.parent / "data" / "figures.json"

# One row for each finding that a person may have decided on: what was found, what was done, what was decided.
_FOUND = """
    WITH found AS (
        SELECT DISTINCT ON (v.seller_id, v.entry_id, f.label, f.rule)
               v.seller_id, v.entry_id, v.language, f.label, f.rule, f.decision
        FROM conduct_verdict v, jsonb_to_recordset(v.findings) AS f(label text, rule text, decision text)
        WHERE v.at >= %s AND v.at < %s
        ORDER BY v.seller_id, v.entry_id, f.label, f.rule, v.at
    ), decided AS (
        SELECT DISTINCT ON (r.seller_id, r.subject_id) r.seller_id, r.subject_id, r.decision, r.labels
        FROM conduct_review r
        WHERE r.at >= %s
        ORDER BY r.seller_id, r.subject_id, r.at DESC, r.id DESC
    )
    SELECT f.label, f.rule, f.language, f.decision, coalesce(d.decision, ''),
           f.label = ANY(string_to_array(d.labels, ' ')), count(*)
    FROM found f LEFT JOIN decided d ON d.seller_id = f.seller_id AND d.subject_id = f.entry_id
    GROUP BY 1, 2, 3, 4, 5, 6
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """How a label did on the set that ships with it: precision, recall, F1 (0..1), violations in it."""

    precision: float
    recall: float
    f1: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFigures:
    """One rule in one language. `upheld` of `reviewed` decisions of people agreed with it.

    `overturned` were stopped by it and let through by a person. `shipped` is None where it was not measured.
    """

    label: Label
    rule: str
    language: str
    found: int
    by_decision: Mapping[str, int]
    reviewed: int
    upheld: int
    overturned: int
    shipped: Shipped | None

    @property
    def precision(self) -> float | None:
        """Share of reviewed findings that people found right; None where nobody has looked."""
        return self.upheld / self.reviewed if self.reviewed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedFigures:
    """Of `read` messages without a finding in one language, so many in which people found something.

    `low` and `high` bound the share, with 95 % confidence (Wilson). `labels` says what was missed how often.
    """

    language: str
    read: int
    missed: int
    low: float
    high: float
    labels: Mapping[str, int]

    @property
    def share(self) -> float:
        """0..1."""
        return self.missed / self.read


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Findings from `since` to `until` (half-open), and what was read of the clean ones in that time."""

    since: datetime
    until: datetime
    rules: Sequence[RuleFigures]
    missed: Sequence[MissedFigures]


def figures(*, actor: Actor, since: datetime, until: datetime) -> Figures:
    """Two SQL statements beside the scope's. The caller asks whether the actor may know them."""
    with acting(actor):
        rules = _rules(since, until)
        missed = _missed(since, until)
    return Figures(since=since, until=until, rules=rules, missed=missed)


def _rules(since: datetime, until: datetime) -> list[RuleFigures]:
    grouped: dict[tuple[str, str, str], list[tuple[Any, ...]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, [since, until, since])
        for label, rule, language, *rest in cursor.fetchall():
            grouped[label, rule, language].append(tuple(rest))
    return [_rule(*place, rows) for place, rows in sorted(grouped.items())]


_STOPPING = frozenset({"hold_author", "hold_reviewer", "refuse"})


def _rule(label: str, rule: str, language: str, rows: list[tuple[Any, ...]]) -> RuleFigures:
    done: Counter[str] = Counter()
    reviewed = upheld = overturned = 0
    for action, decided, agrees, number in rows:
        done[action] += number
        if not decided:
            continue
        reviewed += number
        upheld += number * bool(agrees)
        overturned += number * (action in _STOPPING and decided == Decided.FINE)
    return RuleFigures(
        label=Label(label),
        rule=rule,
        language=language,
        found=done.total(),
        by_decision=done,
        reviewed=reviewed,
        upheld=upheld,
        overturned=overturned,
        shipped=shipped_figures().get((label, language)),
    )


def _missed(since: datetime, until: datetime) -> list[MissedFigures]:
    read = Sample.objects.filter(read_at__gte=since, read_at__lt=until)
    languages: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for language, found, labels in read.values_list("language", "found", "labels"):
        languages[language].append((found or "", labels))
    return [_missed_in(language, rows) for language, rows in sorted(languages.items())]


def _missed_in(language: str, rows: list[tuple[str, str]]) -> MissedFigures:
    missed = [labels for found, labels in rows if found == Measured.MISSED]
    low, high = wilson(k=len(missed), n=len(rows))
    named = Counter(label for labels in missed for label in labels.split())
    return MissedFigures(
        language=language, read=len(rows), missed=len(missed), low=low, high=high, labels=named
    )


@cache
def shipped_figures() -> Mapping[tuple[str, str], Shipped]:
    """By label and language; empty in a release without figures."""
    if not _SHIPPED.is_file():
        return {}
    said: dict[str, dict[str, dict[str, Any]]] = json.loads(_SHIPPED.read_text())
    return {
        (label, language): Shipped(precision=one["p"], recall=one["r"], f1=one["f1"], n=one["n"])
        for label, languages in said.items()
        for language, one in languages.items()
    }
