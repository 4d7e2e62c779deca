"""Pictures and tables of the flows, from their data; `python -m tests.cases.rules.drawn` writes them.

Run it where a flow has changed; a test compares.
"""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from helpdesk.cases.rules import known
from helpdesk.cases.rules.drawing import Box, boxes
from helpdesk.cases.terms.flows import Due, Flow, Step
from helpdesk.cases.terms.names import Basis, Effect, Kind
from tests.architecture.house import ROOT

PAGE = ROOT / "docs" / "reference" / "cases.md"
BEGIN, END = "<!-- drawn from the flows: begin -->\n", "<!-- drawn from the flows: end -->"
UNITS = {
    Basis.ANSWER: "24 h",
    Basis.BUSINESS_DAYS: "{} bd",
    Basis.CALENDAR_DAYS: "{} cd",
    Basis.LAW: "the law, else {} cd",
}
WIDE, HIGH, GAP = 172, 74, 24
STYLE = (
    "text{font:12px system-ui,sans-serif;fill:#1d2430}.due{font-size:10.5px;fill:#5b6472}"
    "rect{fill:#fff;stroke:#8a93a3}.buyer{stroke:#0b7285;stroke-width:2}.seller{stroke:#8a4b08;stroke-width:2}"
    ".platform{stroke:#5f3dc4;stroke-width:2}line{stroke:#8a93a3}"
    "@media(prefers-color-scheme:dark){text{fill:#e7eaf0}.due{fill:#a5adba}rect{fill:#1b202a}}"
)


def said(due: Due) -> str:
    """A respond-by as the tables of the design have it."""
    length = UNITS[due.basis].format(due.amount)
    since = {"stage": "", "dated": " from the declaration"}.get(due.since, f" after `{due.since}`")
    held = ", may wait for goods or proof" if due.hold else ""
    return f"{length}{since}{held}"


def picture(flow: Flow) -> str:
    """The usual ways of a case, a row each; a box has the colour of whoever must act."""
    rows = list(reversed([path.stages for path in flow.paths]))
    width = max(map(len, rows)) * (WIDE + GAP) + GAP
    height = len(rows) * (HIGH + GAP) + GAP
    drawn = "\n".join(part for n, row in enumerate(rows) for part in _row(flow, row, GAP + n * (HIGH + GAP)))
    title = escape(flow.kind.value.replace("_", " "))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' role="img" aria-label="{title}">\n<style>{STYLE}</style>\n{drawn}\n</svg>\n'
    )


def _row(flow: Flow, stages: Sequence[str], y: int) -> Iterator[str]:
    for n, name in enumerate(stages):
        x = GAP + n * (WIDE + GAP)
        if n:
            yield f'<line x1="{x - GAP}" y1="{y + HIGH // 2}" x2="{x}" y2="{y + HIGH // 2}"/>'
        owner = flow.stages[name].owner.value
        yield f'<rect class="{owner}" x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" rx="8"/>'
        yield f'<text x="{x + 10}" y="{y + 21}">{name.replace("_", " ")}</text>'
        short = [_short(due) for due in flow.dues if name in due.stages]
        lines = [owner if owner != "nobody" else "end", *short]
        for line, text in enumerate(lines):
            yield f'<text class="due" x="{x + 10}" y="{y + 38 + 14 * line}">{escape(text)}</text>'


def _short(due: Due) -> str:
    length = f"law, {due.amount} cd" if due.basis is Basis.LAW else UNITS[due.basis].format(due.amount)
    return f"{due.code.replace('_', ' ')}: {length}"


def table(flow: Flow) -> Iterator[str]:
    """Every stage: who must act, by when, what follows if not, which steps lead where."""
    yield "| stage | who | respond-by | when it passes | steps |"
    yield "| --- | --- | --- | --- | --- |"
    for box in boxes(flow):
        cells = (f"`{box.stage.name}`", box.stage.owner.value, _dues(box), _lapses(box), _steps(flow, box))
        yield f"| {' | '.join(cells)} |"


def _dues(box: Box) -> str:
    return "<br>".join(f"{due.code.replace('_', ' ')}: {said(due)}" for due in box.dues)


def _lapses(box: Box) -> str:
    return "<br>".join(_lapse(due) for due in box.dues)


def _lapse(due: Due) -> str:
    what = [one.step if one.effect is Effect.STEP else one.effect.value for one in due.lapses]
    return ", else ".join(f"`{one}`" if one != "escalation" else one for one in what) or due.why.replace(
        "_", " "
    )


def _steps(flow: Flow, box: Box) -> str:
    beside = {"delayed", "escalate", "put_before_platform", "where_is_it"}
    beside -= {"escalate"} if box.stage.name in ("refused", "rested") else set()
    return "<br>".join(
        f"{'/'.join(arrow.by)}: `{arrow.step}`{' → ' + ', '.join(arrow.to) if arrow.to else ''}"
        f"{_fields(flow.steps[arrow.step])}"
        for arrow in box.arrows
        if arrow.step not in beside
    )


def _fields(step: Step) -> str:
    wanted = [use.name for use in step.fields if use.required and use.name != "decider"]
    return f" ({', '.join(wanted)})" if wanted else ""


def written() -> str:
    """The part of the page that is drawn."""
    parts: list[str] = []
    for kind in Kind:
        flow = known.flow(kind, version=known.versions(kind)[-1])
        name = kind.value.replace("_", " ").capitalize()
        parts += [f"### {name}", "", f"![{name}](../pictures/cases-{kind.value}.svg)", "", *table(flow), ""]
    return "\n".join(parts)


def picture_of(kind: Kind) -> Path:
    return ROOT / "docs" / "pictures" / f"cases-{kind.value}.svg"


def main() -> None:
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    PAGE.write_text(before + BEGIN + written() + END + rest.partition(END)[2], "utf-8")
    for kind in Kind:
        picture_of(kind).write_text(picture(known.flow(kind, version=known.versions(kind)[-1])), "utf-8")


if __name__ == "__main__":
    main()
