"""`bin/conduct-figures ROWS`: how good the rules are on rows of known answers.

ROWS is a file of rows, `heldout` (whose texts are never shown: nobody may fit rules to them), `dev` (the rows
that rules are written with), `dev:FAMILY`, or `fresh` (rows of a later hand, with which no model is trained).
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from helpdesk.conduct.rules.intervals import wilson
from tests.conduct.scoring import LABELS, Count, Figures, figures

HERE = Path(__file__).parent
HELD_OUT = HERE / "heldout.jsonl"
SHIPPED = HERE.parents[1] / "helpdesk/conduct/data/figures.json"
LANGUAGES = ("en", "pl", "de", "fr", "it")


def rows_of(name: str) -> list[dict[str, Any]]:
    """The rows that `name` stands for."""
    if name.partition(":")[0] == "dev":
        from tests.conduct.authoring import compiled

        wanted = name.partition(":")[2]
        return [row for path in sorted(HERE.glob(f"rows/{wanted}*.jsonl")) for row in compiled(path)]
    if name == "fresh":
        from tests.conduct.authoring import compiled

        return [row for path in sorted(HERE.glob("fresh/*.jsonl")) for row in compiled(path)]
    path = HELD_OUT if name == "heldout" else Path(name)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def answers_to(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """What the rules say, as `helpdesk conduct` would. Each is judged twice: the second time is measured."""
    from helpdesk.conduct.queries import judged
    from tests.conduct.reading import remembering

    gold = ("labels", "spans", "ignore", "difficulty", "kind", "origin")
    result = {}
    read_file = remembering()
    for row in rows:
        line = json.dumps({name: value for name, value in row.items() if name not in gold})
        judged(line=line, read_file=read_file)
        result[row["id"]] = judged(line=line, read_file=read_file)
    return result


def show(found: Figures) -> None:
    """As a table."""
    print(f"{'':15}" + "".join(f"{one:>7}" for one in ("P", "R", "F1", "n", *LANGUAGES, "plain", "evasive")))
    for name in (*LABELS, *"ABCDEM"):
        whole = found.cells["all", "all", name]
        by = [found.cells["lang", one, name].f1 for one in LANGUAGES]
        recall = [found.cells["difficulty", one, name].recall for one in ("plain", "evasive")]
        if whole.tp + whole.fn + whole.fp:
            numbers = "".join(f"{one:7.3f}" for one in (*by, *recall))
            n = whole.tp + whole.fn
            print(f"{name:15}{whole.precision:7.3f}{whole.recall:7.3f}{whole.f1:7.3f}{n:7}{numbers}")
    counts = [found.cells["all", "all", one] for one in LABELS]
    known = [one for one in counts if one.tp + one.fn]
    print(f"macro-F1 {sum(one.f1 for one in known) / len(known or '1'):.3f} over {len(known)} labels")
    for what in ("hard_negative", "plain"):
        _false(found, what)
    for name, count in (("A spans", found.spans), ("question spans", found.asked), ("open", found.left_open)):
        _line(name, count)
    print(f"complete replies accused {found.accused[0]} of {found.accused[1]}")
    us = sorted(found.us)
    print(f"us p50 {us[len(us) // 2]:.0f} p99 {us[int(len(us) * 0.99)]:.0f} max {us[-1]:.0f}")


def write(found: Figures) -> None:
    """What the desk shows of the shipped set: precision, recall, F1 and rows, by label and language."""
    cells = {
        label: {
            language: {"p": round(one.precision, 3), "r": round(one.recall, 3), "f1": round(one.f1, 3)}
            | {"n": one.tp + one.fn}
            for language in LANGUAGES
            for one in [found.cells["lang", language, label]]
        }
        for label in LABELS
    }
    SHIPPED.write_text(json.dumps(cells, indent=1) + "\n", "utf-8")


def _false(found: Figures, what: str) -> None:
    whole, told, refused = (found.hard[f"{what}{one}"] for one in ("", " told", " refused"))
    if not whole:
        return
    low, high = wilson(k=told, n=whole)
    families = {one: found.hard[f"{what} {one}"] for one in "ABCDEM" if found.hard[f"{what} {one}"]}
    print(f"clean, {what}: told {told} of {whole} ({low:.3f}-{high:.3f}), refused {refused}, {families}")


def _line(name: str, count: Count) -> None:
    print(f"{name:15}P {count.precision:.3f} R {count.recall:.3f} F1 {count.f1:.3f}")


def main(arguments: list[str]) -> None:
    """ROWS [--by-kind] [--errors N] [--write]"""
    name = arguments[0]
    rows = rows_of(name)
    found = figures(rows, answers_to(rows))
    show(found)
    if "--write" in arguments:
        write(found)
    if "--by-kind" in arguments:
        for kind, (right, whole) in sorted(found.kinds.items()):
            print(f"{kind:24}{right:4} of {whole}")
    if "--errors" in arguments and name != "heldout":
        for one in found.errors[: int(arguments[arguments.index("--errors") + 1])]:
            print(*one, sep=" | ")


if __name__ == "__main__":
    import django

    django.setup()
    main(sys.argv[1:])
