"""`bin/conduct-train answers`: the judge of answers, trained anew from tests/conduct/rows/answers*.jsonl.

Logistic regression over what `witnesses` hears, twice: whether a question is left open, and whether what was
said evades it; then how far its margin and the verdict of the rules are to be believed, on rows that neither
has seen. Rows are also put together, two of a language. What `--check` says of a row comes from models that
were trained without it, without its mirrors in other languages and without what it is a part of.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpdesk.conduct.rules.answers.judge import EVADED, OPEN, TOLD, Head, packed, verdict_of
from helpdesk.conduct.rules.answers.prose import Prose
from helpdesk.conduct.rules.answers.treating import heard
from helpdesk.conduct.rules.answers.witnesses import BUCKETS, Features, witnesses
from helpdesk.conduct.terms import Question
from tests.conduct.authoring import compiled
from tests.conduct.figures import HERE
from tests.conduct.scoring import Count
from tests.conduct.training import Floats, _least, _squashed

MODEL = Path(__file__).parents[2] / "helpdesk/conduct/data/answers.bin"
PARTS = 5
MIRRORED = "answers4"  # the same line says the same in all languages; no rule saw its even lines
RIDGE, DOUBT = 1.0, 0.3
Bools = NDArray[np.bool_]
TOGETHER = 0.6  # how much two rows put together count


class Asked(NamedTuple):
    """A question of a row: what the witnesses and the rules say of it, and what people said."""

    row: str
    part: int
    weight: float  # of the row in training
    unseen: float  # how far it tells what the rules are worth
    features: Features
    verdict: tuple[float, float, float]
    supposed: bool
    status: str


def questions() -> list[Asked]:
    """Of all rows, and of pairs of rows."""
    found: list[Asked] = []
    for n, path in enumerate(sorted(HERE.glob("rows/answers*.jsonl"))):
        rows, kind = compiled(path), path.stem.split("-")[0]
        parts = [line % PARTS if kind == MIRRORED else n % PARTS for line in range(1, len(rows) + 1)]
        for at, row in enumerate(rows):
            unseen = {"answers3": 0.5, MIRRORED: 1.0 if at % 2 else 0.5}.get(kind, 0.0)
            found += _of(row, parts[at], 1.0, unseen)
            other = next((rows[k] for k in range(at + 1, len(rows)) if parts[k] == parts[at]), None)
            if other is not None:
                found += _of(_together(row, other), parts[at], TOGETHER, 0.0)
    return found


def _together(row: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Both messages and both replies."""
    shift = len(row["buyer_text"]) + 1
    behind = [
        one | {"start": one["start"] + shift, "end": one["end"] + shift, "id": f"{one['id']}b"}
        for one in other["questions"]
    ]
    return {
        "id": f"{row['id']}+",
        "buyer_text": f"{row['buyer_text']}\n{other['buyer_text']}",
        "questions": [*row["questions"], *behind],
        "text": f"{row['text']}\n{other['text']}",
    }


def _of(row: Mapping[str, Any], part: int, weight: float, unseen: float) -> Iterator[Asked]:
    named = [
        Question(**{name: one[name] for name in ("id", "start", "end", "text")}) for one in row["questions"]
    ]
    case = heard(buyer=Prose(row["buyer_text"]), reply=row["text"], questions=named)
    found = witnesses(wanted=case.wanted, clauses=case.clauses, languages=case.languages)
    for n, (one, ruled) in enumerate(zip(row["questions"], case.ruled, strict=True)):
        supposed = n in case.supposed
        yield Asked(row["id"], part, weight, unseen, found[n], verdict_of(ruled), supposed, one["status"])


class Table:
    """The questions as arrays: features one after another."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self.asked = asked
        self.of = np.repeat(np.arange(len(asked)), [len(one.features) for one in asked])
        self.at = np.array([at for one in asked for at in one.features], dtype=np.int64)
        self.worth = np.array([worth for one in asked for worth in one.features.values()])
        self.part = np.array([one.part for one in asked])
        self.weight = np.array([one.weight for one in asked])
        self.unseen = np.array([one.unseen for one in asked])
        self.verdict = np.array([one.verdict for one in asked])
        self.open = np.array([one.status != "answered" for one in asked], dtype=float)
        self.vague = np.array([one.status == "vague" for one in asked], dtype=float)

    def margins(self, point: Floats) -> Floats:
        """Of every question."""
        raised = np.bincount(self.of, self.worth * point[self.at], len(self.asked))
        return np.asarray(raised + point[-1])

    def slope(self, pull: Floats) -> Floats:
        """Of a sum over the questions."""
        return np.append(np.bincount(self.at, self.worth * pull[self.of], BUCKETS), pull.sum())


def trained(table: Table, gold: Floats, weight: Floats) -> Floats:
    """The weights of all buckets, and the bias behind them."""

    def loss(point: Floats) -> tuple[float, Floats]:
        margins = table.margins(point)
        ridge = np.append(np.full(BUCKETS, RIDGE), 1e-3)
        value = weight @ (np.logaddexp(0, margins) - gold * margins) + ridge @ point**2 / 2
        return float(value), table.slope(weight * (_squashed(margins) - gold)) + ridge * point

    return _least(loss, np.zeros(BUCKETS + 1))


def believed(margins: Floats, verdict: Floats, gold: Floats, weight: Floats) -> Floats:
    """How far margin, bias and the three verdicts are, by Newton's method."""
    seen = _stacked(margins, verdict)
    point = np.zeros(seen.shape[1])
    for _ in range(30):
        chances = _squashed(seen @ point)
        slope = seen.T @ (weight * (chances - gold)) + DOUBT * point
        bend = (seen * (weight * chances * (1 - chances))[:, None]).T @ seen + DOUBT * np.eye(len(point))
        point = point - np.linalg.solve(bend, slope)
    return point


def _stacked(margins: Floats, verdict: Floats) -> Floats:
    return np.column_stack([margins, np.ones_like(margins), verdict])


def left_out(table: Table, gold: Floats, weight: Floats) -> Floats:
    """Margins by models that were trained without the question's part."""
    found = np.zeros(len(gold))
    for n in range(PARTS):
        mine = table.part == n
        found[mine] = table.margins(trained(table, gold, weight * ~mine))[mine]
    return found


def chances(table: Table, margins: Floats, gold: Floats, weight: Floats) -> Floats:
    """Of each question, all witnesses heard that were not trained on its part."""
    found = np.zeros(len(gold))
    for n in range(PARTS):
        mine = table.part == n
        point = believed(margins, table.verdict, gold, weight * ~mine)
        found[mine] = _squashed(np.column_stack([margins, np.ones_like(margins), table.verdict]) @ point)[
            mine
        ]
    return found


def head(table: Table, gold: Floats, share: Floats) -> tuple[Head, Floats]:
    """Trained on all, where `share` says how far each question counts; the chances when left out."""
    margins = left_out(table, gold, table.weight * share)
    found = chances(table, margins, gold, table.unseen * share)
    point = trained(table, gold, table.weight * share)
    part, bias, *verdicts = map(float, believed(margins, table.verdict, gold, table.unseen * share))
    scale = max(1e-9, float(np.abs(point[:-1]).max())) / 127
    weights = (np.rint(point[:-1] / scale) + 128).astype(np.uint8).tobytes()
    return Head(part * scale, bias + part * float(point[-1]), tuple(verdicts), weights), found


def show(table: Table, is_open: Floats, evaded: Floats) -> None:
    """The rules alone and the judge on rows that were left out; those that no rule saw apart."""
    ignored, vague, doubted = (table.verdict[:, n] > 0 for n in range(3))
    supposed = np.array([one.supposed for one in table.asked])
    ruled = ignored | vague
    judged, told = ((is_open >= least) & ~supposed | vague for least in (OPEN, TOLD))
    for name, least in (("no rule saw them", 1.0), ("few rules did", 0.5)):
        seen = [n for n, one in enumerate(table.asked) if one.unseen >= least]
        _line(f"rules, {name}", table.asked, seen, (ruled, ruled & ~doubted, vague))
        _line(f"judge, {name}", table.asked, seen, (judged, told, evaded >= EVADED))


def _line(name: str, asked: Sequence[Asked], seen: Sequence[int], said: Sequence[Bools]) -> None:
    """`said`: of each question, whether it is found open, whether its author is told, whether it evades."""
    messages: dict[str, list[int]] = {}
    for n in seen:
        messages.setdefault(asked[n].row, []).append(n)
    is_open, told, vague = said
    counts = {what: Count() for what in ("open", "ignored", "vague", "E")}
    accused, complete = 0, 0
    for rows in messages.values():
        gold = {asked[n].status for n in rows} - {"answered"}
        found = {"vague" if vague[n] else "ignored" for n in rows if told[n]}
        for n in rows:
            counts["open"].add(asked[n].status != "answered", bool(is_open[n]))
        for what in ("ignored", "vague"):
            counts[what].add(what in gold, what in found)
        counts["E"].add(bool(gold), bool(found))
        accused += bool(found) and not gold
        complete += not gold
    figures = [
        f"{what} P {of.precision:.3f} R {of.recall:.3f} F1 {of.f1:.3f}," for what, of in counts.items()
    ]
    print(f"{name:24}", *figures, f"accused {accused} of {complete}")


def main(arguments: list[str]) -> None:
    """[--check]"""
    table = Table(questions())
    first, is_open = head(table, table.open, np.ones(len(table.asked)))
    second, evaded = head(table, table.vague, table.open)
    show(table, is_open, evaded)
    if "--check" not in arguments:
        MODEL.write_bytes(packed([first, second]))
        print(f"{MODEL.name}: {MODEL.stat().st_size} bytes from {len(table.asked)} questions")


if __name__ == "__main__":
    main(sys.argv[1:])
