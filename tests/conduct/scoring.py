"""How good the rules are: precision, recall and F1 over rows of known answers.

A label in a row's `ignore` counts neither way. A family is right where any label of it is; spans match one
to one, same label, at an intersection over union of .5, or one inside the other and .3 of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpdesk.conduct.terms import Label

Row = Mapping[str, Any]
Span = tuple[int, int, str]


@dataclass(slots=True)
class Count:
    """Right, wrong and missed."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, gold: bool, told: bool) -> None:
        """One row."""
        self.tp += gold and told
        self.fp += told and not gold
        self.fn += gold and not told

    @property
    def precision(self) -> float:
        """Of what was told, the share that is so; 1 where nothing was told and nothing is."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else float(not self.fn)

    @property
    def recall(self) -> float:
        """Of what is so, the share that was told."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Figures:
    """Counts by (axis, value, what): axis `all`, `lang` or `difficulty`; what: a label or a family."""

    cells: dict[tuple[str, str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    kinds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    hard: Counter[str] = field(default_factory=Counter)
    spans: Count = field(default_factory=Count)
    asked: Count = field(default_factory=Count)
    left_open: Count = field(default_factory=Count)
    accused: list[int] = field(default_factory=lambda: [0, 0])
    us: list[float] = field(default_factory=list)
    errors: list[tuple[Any, ...]] = field(default_factory=list)


def figures(rows: Iterable[Row], answers: Mapping[str, Row]) -> Figures:
    """Over all rows; a row without an answer is one where nothing was found."""
    result = Figures()
    for row in rows:
        answer = answers.get(row["id"], {})
        gold, told = set(row["labels"]), _told(row, answer)
        _label(result, row, gold, told)
        _hard(result, row, answer, gold, told)
        _spans(result.spans, row, answer)
        _questions(result, row, answer)
        result.us += [answer["us"]] if "us" in answer else []
        if gold != told:
            result.errors.append((row["id"], sorted(gold - told), sorted(told - gold), row["text"]))
    return result


def _told(row: Row, answer: Row) -> set[str]:
    strong = ("warn", "hold_author", "hold_reviewer", "refuse")
    more = {one["label"] for one in answer.get("more", ()) if one["decision"] in strong}
    told = set(answer.get("labels", ())) | more
    return {one for one in told if one in row["labels"] or one not in row.get("ignore", ())}


def _label(result: Figures, row: Row, gold: set[str], told: set[str]) -> None:
    families = ({one[0] for one in gold}, {one[0] for one in told})
    for axis, value in (("all", "all"), ("lang", row["lang"]), ("difficulty", row["difficulty"])):
        for one in LABELS:
            result.cells[axis, value, one].add(one in gold, one in told)
        for one in "ABCDEM":
            result.cells[axis, value, one].add(one in families[0], one in families[1])
    if gold:
        result.kinds[row.get("kind", "")][0] += bool(families[0] & families[1])
        result.kinds[row.get("kind", "")][1] += 1


def _hard(result: Figures, row: Row, answer: Row, gold: set[str], told: set[str]) -> None:
    if row.get("kind") == "complete_reply":
        result.accused[0] += any(one[0] == "E" for one in told)
        result.accused[1] += 1
    if gold:
        return
    difficulty = row["difficulty"]
    result.hard[difficulty] += 1
    result.hard[f"{difficulty} told"] += bool(told)
    result.hard[f"{difficulty} refused"] += answer.get("decision") == "refuse"
    for family in {one[0] for one in told}:
        result.hard[f"{difficulty} {family}"] += 1


def _spans(count: Count, row: Row, answer: Row) -> None:
    ignored = {one for one in row.get("ignore", ()) if one not in row["labels"]}
    gold = [_span(one) for one in row.get("spans", ()) if one["label"] != "A_MOVE"]
    told = [_span(one) for one in answer.get("spans", ()) if one["label"] not in {*ignored, "A_MOVE"}]
    matched = _matched([one for one in gold if one[2][0] == "A"], [one for one in told if one[2][0] == "A"])
    count.tp += matched
    count.fp += sum(one[2][0] == "A" for one in told) - matched
    count.fn += sum(one[2][0] == "A" for one in gold) - matched


def _questions(result: Figures, row: Row, answer: Row) -> None:
    questions = row.get("questions") or ()
    if not questions:
        return
    gold = [(one["start"], one["end"], "") for one in questions]
    told = [(one["start"], one["end"], "") for one in answer.get("questions", ())]
    matched = _matched(gold, told)
    result.asked.tp += matched
    result.asked.fp += len(told) - matched
    result.asked.fn += len(gold) - matched
    for one in questions:
        result.left_open.add(one["status"] != "answered", one["id"] not in answer.get("answered", ()))


def _span(one: Mapping[str, Any]) -> Span:
    return one["start"], one["end"], one["label"]


def _matched(gold: Sequence[Span], told: Sequence[Span]) -> int:
    """How many pairs, the best first."""
    pairs = sorted(
        ((_overlap(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(told) if a[2] == b[2]),
        reverse=True,
    )
    left, right = set[int](), set[int]()
    for overlap, i, j in pairs:
        if overlap >= 0.5 and i not in left and j not in right:
            left.add(i)
            right.add(j)
    return len(left)


def _overlap(a: Span, b: Span) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    sizes = a[1] - a[0], b[1] - b[0]
    share = shared / union if (union := sum(sizes) - shared) else 0.0
    return max(0.5, share) if shared in sizes and share >= 0.3 else share


LABELS = tuple(one.value for one in Label)
