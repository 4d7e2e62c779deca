"""`bin/conduct-train`: the second opinion, trained anew from the rows of tests/conduct/rows.

The same rows give the same bytes. `--check` says how good it is on rows that it was not trained on, a fifth
of them in turn.
"""

import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpdesk.conduct.rules import families
from helpdesk.conduct.rules.doubting import ALONE
from helpdesk.conduct.rules.opinion import BUCKETS, MAGIC, buckets_of
from helpdesk.conduct.rules.packs import SHIPPED
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Label, Said
from helpdesk.kernel.actor import Side
from tests.conduct.figures import rows_of
from tests.conduct.scoring import Count

LEARNT = (
    Label.POST, Label.MOVE, Label.PAY, Label.DEAL, Label.TERMS, Label.PROMO, Label.REVIEW, Label.INSULT,
    Label.THREAT, Label.RIGHTS,
)  # fmt: skip
MODEL = Path(__file__).parents[2] / "helpdesk/conduct/data/opinion.bin"
ROUNDS, RATE, DECAY, POSITIVE = 60, 0.5, 1e-6, 3
Floats = NDArray[np.float64]


class Texts:
    """Rows as the model sees them: the buckets of each, one after another."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        self.rows = [row for row in rows if "buyer_text" not in row]
        found = [_pieces(row) for row in self.rows]
        self.sizes = np.array([max(1, len(one)) for one in found])
        self.buckets = np.concatenate([np.array(one, dtype=np.int64) for one in found])
        self.of = np.repeat(np.arange(len(found)), [len(one) for one in found])
        self.share = (1 / np.sqrt(self.sizes))[self.of]

    def wanted(self, label: Label) -> tuple[Floats, Floats]:
        """1 where a row has the label, and how much it counts: not at all where that is arguable."""
        gold = np.array([float(label in row["labels"]) for row in self.rows])
        counts = np.array(
            [float(label in row["labels"] or label not in row.get("ignore", ())) for row in self.rows]
        )
        return gold, counts


def _pieces(row: dict[str, Any]) -> list[int]:
    said = Said(text=row["text"], side=Side(row["sender"]), language=row["lang"])
    reading = Reading(text=row["text"], said=said, pack=SHIPPED)
    for family in families.SPEAKING:
        for _ in family(reading):
            pass
    return buckets_of([word.text for word in reading.words], reading.classes, row["sender"])


def trained(texts: Texts, gold: Floats, counts: Floats) -> tuple[Floats, float]:
    """Weights and bias of a logistic regression, found by AdaGrad over all rows at once."""
    weights, bias = np.zeros(BUCKETS), -2.0
    seen, seen_bias = np.full(BUCKETS, 1e-9), 1e-9
    heavy = counts * np.where(gold > 0, POSITIVE, 1)
    for _ in range(ROUNDS):
        error = (_chance(texts, weights, bias) - gold) * heavy / heavy.sum()
        slope = np.bincount(texts.buckets, texts.share * error[texts.of], BUCKETS) + DECAY * weights
        seen += slope**2
        seen_bias += error.sum() ** 2
        weights -= RATE * slope / np.sqrt(seen)
        bias -= 0.2 * error.sum() / np.sqrt(seen_bias)
    return weights, float(bias)


def _chance(texts: Texts, weights: Floats, bias: float) -> Floats:
    raised = np.bincount(texts.of, texts.share * weights[texts.buckets], len(texts.rows)) + bias
    return np.asarray(1 / (1 + np.exp(-np.clip(raised, -30, 30))))


def packed(texts: Texts) -> bytes:
    """All labels as one file."""
    heads, bodies = [], []
    for label in LEARNT:
        weights, bias = trained(texts, *texts.wanted(label))
        scale = max(1e-9, float(np.abs(weights).max())) / 127
        heads.append(f"{label.value} {bias:.6f} {scale:.9f}")
        bodies.append((np.rint(weights / scale) + 128).astype(np.uint8).tobytes())
    return MAGIC + zlib.compress(";".join(heads).encode() + b"\n" + b"".join(bodies), 9)


def checked(rows: Sequence[dict[str, Any]], parts: int = 5) -> None:
    """Precision, recall and F1 of the model alone over parts that were left out in turn."""
    rows = [row for row in rows if "buyer_text" not in row]
    for label in LEARNT:
        count = Count()
        for part in range(parts):
            texts = Texts([row for n, row in enumerate(rows) if n % parts != part])
            weights, bias = trained(texts, *texts.wanted(label))
            others = Texts([row for n, row in enumerate(rows) if n % parts == part])
            gold, counts = others.wanted(label)
            for right, weight, chance in zip(gold, counts, _chance(others, weights, bias), strict=True):
                if weight:
                    count.add(bool(right), bool(chance > ALONE))
        print(f"{label.value:15} P {count.precision:.3f} R {count.recall:.3f} F1 {count.f1:.3f}")


def main(arguments: list[str]) -> None:
    """[--check]"""
    rows = rows_of("dev")
    if "--check" in arguments:
        checked(rows)
    else:
        MODEL.write_bytes(packed(Texts(rows)))
        print(f"{MODEL.name}: {MODEL.stat().st_size} bytes from {len(rows)} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
