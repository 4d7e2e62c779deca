"""`bin/conduct-train`: the second opinion, trained anew from the rows of tests/conduct/rows.

A support vector machine with squared hinge loss for each label, over the parts that `opinion` names; then how
far its margin and the rules' own findings are to be believed, by logistic regression on rows that neither has
seen. `--check` says how good that is, a fifth of the rows in turn being left out.
"""

import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpdesk.conduct.rules import families
from helpdesk.conduct.rules.deciding import LIKELY
from helpdesk.conduct.rules.doubting import TOLD
from helpdesk.conduct.rules.opinion import MAGIC
from helpdesk.conduct.rules.packs import SHIPPED
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.traits import BUCKETS, PARTS, buckets_of
from helpdesk.conduct.terms import Label, Said
from helpdesk.kernel.actor import Side
from tests.conduct.authoring import compiled
from tests.conduct.figures import HERE
from tests.conduct.scoring import Count

LEARNT = (
    Label.POST, Label.MOVE, Label.PAY, Label.DEAL, Label.TERMS, Label.PROMO, Label.REVIEW, Label.INSULT,
    Label.THREAT, Label.RIGHTS,
)  # fmt: skip
MODEL = Path(__file__).parents[2] / "helpdesk/conduct/data/opinion.bin"
UNSEEN = (
    "corpus7",
    "corpus8",
)  # rows to which no rule was fitted: they tell how far rules are to be believed
COST, POSITIVE, HONEST, PARTS_LEFT_OUT = 1.5, 2.0, 1.4, 5
Floats = NDArray[np.float64]


class Witness(NamedTuple):
    """How far margin, weak and strong rules are to be believed."""

    share: float
    bias: float
    weak: float
    strong: float

    def chances(self, margins: Floats, weak: Floats, strong: Floats) -> Floats:
        """Of rows."""
        return _squashed(self.share * margins + self.bias + self.weak * weak + self.strong * strong)


class Texts:
    """Rows as the model sees them: the buckets of each, one after another, and what rules found there."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        self.rows = rows
        read = [_read(row) for row in rows]
        self.buckets = np.concatenate([np.array(one, dtype=np.int64) for one, _ in read])
        self.of = np.repeat(np.arange(len(rows)), [len(one) for one, _ in read])
        self.found = [scores for _, scores in read]
        seen = np.bincount(np.unique(self.of * BUCKETS + self.buckets) % BUCKETS, minlength=BUCKETS)
        values = np.concatenate([np.full(part.size, part.value) for part in PARTS])
        self.rarity = values * (np.log((1 + len(rows)) / (1 + seen)) + 1)
        length = np.sqrt(np.bincount(self.of, self.rarity[self.buckets] ** 2, len(rows)))
        self.values = self.rarity[self.buckets] / length[self.of]

    def wanted(self, label: Label) -> tuple[Floats, Floats]:
        """1 where a row has the label, and how much it counts: not at all where that is arguable."""
        gold = np.array([float(label in row["labels"]) for row in self.rows])
        counts = np.array(
            [float(label in row["labels"] or label not in row.get("ignore", ())) for row in self.rows]
        )
        return gold, counts

    def witnesses(self, label: Label) -> tuple[Floats, Floats]:
        """1 where a rule found the label weakly, and 1 where strongly."""
        scores = np.array([found.get(label, 0.0) for found in self.found])
        return ((scores > 0) & (scores < LIKELY)).astype(float), (scores >= LIKELY).astype(float)

    def margins(self, weights: Floats, bias: float) -> Floats:
        """Of every row."""
        raised = np.bincount(self.of, self.values * weights[self.buckets], len(self.rows))
        return np.asarray(raised + bias)


def _read(row: dict[str, Any]) -> tuple[list[int], dict[Label, float]]:
    said = Said(text=row["text"], side=Side(row["sender"]), language=row["lang"])
    reading = Reading(text=row["text"], said=said, pack=SHIPPED)
    found: dict[Label, float] = {}
    for family in families.SPEAKING:
        for one in family(reading):
            found[one.label] = max(one.score, found.get(one.label, 0.0))
    return buckets_of(reading), found


def trained(texts: Texts, gold: Floats, counts: Floats) -> tuple[Floats, float]:
    """Weights and bias of least squared hinge loss, by L-BFGS."""
    side, heavy = gold * 2 - 1, COST * counts * np.where(gold > 0, POSITIVE, 1)

    def loss(point: Floats) -> tuple[float, Floats]:
        weights, bias = point[:-1], float(point[-1])
        short = np.maximum(0, 1 - side * texts.margins(weights, bias))
        pull = -2 * heavy * side * short
        slope = weights + np.bincount(texts.buckets, texts.values * pull[texts.of], BUCKETS)
        return weights @ weights / 2 + heavy @ short**2, np.append(slope, bias + pull.sum())

    point = _least(loss, np.zeros(BUCKETS + 1))
    return point[:-1], float(point[-1])


def _least(
    loss: Callable[[Floats], tuple[float, Floats]], point: Floats, *, rounds: int = 60, kept: int = 8
) -> Floats:
    """Where a smooth function is least (Nocedal and Wright, Numerical Optimization, algorithm 7.5)."""
    value, slope = loss(point)
    past: list[tuple[Floats, Floats]] = []
    for _ in range(rounds):
        way, shares = slope.copy(), []
        for step, change in reversed(past):
            shares.append(step @ way / (step @ change))
            way -= shares[-1] * change
        way *= past[-1][0] @ past[-1][1] / (past[-1][1] @ past[-1][1]) if past else 1 / np.abs(slope).sum()
        for (step, change), share in zip(past, reversed(shares), strict=True):
            way += step * (share - change @ way / (step @ change))
        length = 1.0
        while (nearer := loss(point - length * way))[0] > value - 1e-4 * length * (
            slope @ way
        ) and length > 1e-6:
            length /= 2
        step, change = -length * way, nearer[1] - slope
        point, (value, slope) = point + step, nearer
        past = [*past, (step, change)][-kept:] if step @ change > 0 else past
        if np.abs(slope).max() < 1e-3 * max(1.0, value / len(point)):
            break
    return point


def believed(margins: Floats, weak: Floats, strong: Floats, gold: Floats, counts: Floats) -> Witness:
    """How far each witness is, by logistic regression (Newton's method with a little ridge)."""
    seen = np.stack([margins, np.ones_like(margins), weak, strong], axis=1)
    point = np.array([2.0, 0.0, 0.0, 0.0])
    for _ in range(30):
        chances = _squashed(seen @ point)
        slope = seen.T @ (counts * (chances - gold)) + 0.5 * point
        bend = (seen * (counts * chances * (1 - chances))[:, None]).T @ seen + 0.5 * np.eye(4)
        point = point - np.linalg.solve(bend, slope)
    return Witness(*map(float, point))


def _squashed(raised: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(raised, -30, 30))))


def left_out(texts: Texts, gold: Floats, counts: Floats) -> Floats:
    """Margins of every row by models that were trained without it."""
    part = np.arange(len(texts.rows)) % PARTS_LEFT_OUT
    found = np.zeros(len(texts.rows))
    for n in range(PARTS_LEFT_OUT):
        found[part == n] = texts.margins(*trained(texts, gold, counts * (part != n)))[part == n]
    return found


def packed(texts: Texts) -> bytes:
    """All labels as one file, and on standard output what is to be expected of each."""
    heads, bodies = [], []
    for label in LEARNT:
        gold, counts = texts.wanted(label)
        witness = _believed(texts, label, left_out(texts, gold, counts))
        weights, bias = trained(texts, gold, counts)
        folded = weights * texts.rarity
        scale = max(1e-9, float(np.quantile(np.abs(folded[folded != 0]), 0.9995))) / 127
        numbers = (witness.share * scale, witness.bias + witness.share * bias, witness.weak, witness.strong)
        heads.append(" ".join([label.value, *(f"{one:.9f}" for one in numbers)]))
        bodies.append((np.clip(np.rint(folded / scale), -127, 127) + 128).astype(np.uint8).tobytes())
    length = np.clip(np.rint(texts.rarity**2), 1, 65535).astype(np.uint16)
    lengths = (length % 256).astype(np.uint8).tobytes() + (length // 256).astype(np.uint8).tobytes()
    return MAGIC + zlib.compress(";".join(heads).encode() + b"\n" + b"".join(bodies) + lengths, 9)


def _believed(texts: Texts, label: Label, margins: Floats) -> Witness:
    """As they are on rows that neither rules nor model have seen; says how good they are there."""
    gold, counts = texts.wanted(label)
    weak, strong = texts.witnesses(label)
    unseen = np.array([row["from"].startswith(UNSEEN) for row in texts.rows])
    honest = np.array([not row["labels"] for row in texts.rows])
    heavy = counts * unseen * np.where(honest, HONEST, 1.0)
    witness = believed(margins, weak, strong, gold, heavy)
    told = witness.chances(margins, weak, strong) > TOLD
    count = Count()
    for right, weight, said in zip(gold, counts * unseen, told, strict=True):
        if weight:
            count.add(bool(right), bool(said))
    accused = int((told & honest & unseen).sum())
    print(
        f"{label.value:10} P {count.precision:.3f} R {count.recall:.3f} F1 {count.f1:.3f}"
        f" honest {accused} of {int((honest & unseen).sum())} {[round(one, 2) for one in witness]}",
        flush=True,
    )
    return witness


def rows_from() -> list[dict[str, Any]]:
    """All rows, with the name of their file."""
    return [row | {"from": path.stem} for path in sorted(HERE.glob("rows/*.jsonl")) for row in compiled(path)]


def main(arguments: list[str]) -> None:
    """[--check]"""
    rows = rows_from()
    model = packed(Texts(rows))
    if "--check" not in arguments:
        MODEL.write_bytes(model)
        print(f"{MODEL.name}: {MODEL.stat().st_size} bytes from {len(rows)} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
