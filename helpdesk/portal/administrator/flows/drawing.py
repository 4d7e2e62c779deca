"""Where the boxes and lines of a flow lie: its usual ways one by one, the Platform's own below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from textwrap import wrap
from typing import Final

from helpdesk.cases.terms.drawn import BoxDrawn, FlowDrawn
from helpdesk.cases.words import STAGES
from helpdesk.portal.administrator.flows.words import OTHER_WAY, PLATFORM_WAY, USUAL_WAY, WHO, brief

WIDE: Final = 148  # of a box, in units of the picture (CSS pixels at its own size)
HIGH: Final = 106
GAP: Final = 26  # between boxes, where the lines run
EDGE: Final = 4
TITLE: Final = 26  # above the boxes of a way
COLUMNS: Final = {"wide": 6, "narrow": 2}  # boxes beside each other: on a desk, on a telephone
_LETTERS: Final = 17  # of a name in one line
PLATFORM: Final = ("refused", "escalated", "deciding", "decided_for_buyer", "appealed", "closed_for_seller")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A stage as it is drawn: `lines` its name, `who` must act, `date` until when; heights within the box."""

    owner: str
    ends: bool
    lines: Sequence[tuple[int, str]]
    who: str
    who_y: int
    date: str
    date_y: int
    wide: int = WIDE
    high: int = HIGH

    @property
    def name(self) -> str:
        """The same for boxes that look the same: each is drawn once on the page."""
        return f"b{sha256(repr(self).encode()).hexdigest()[:6]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A box at its place."""

    x: int
    y: int
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A flow as an SVG of `width` and `height`. `titles` name its ways, `said` says each of them in words,
    for those who cannot see it. `lines` and the `heads` of their arrows are a path each.
    """

    size: str
    width: int
    height: int
    titles: Sequence[tuple[int, str]]
    boxes: Sequence[Placed]
    lines: str
    heads: str
    said: Sequence[str]


def pictures(flow: FlowDrawn) -> list[Picture]:
    """One for wide windows, one for narrow ones."""
    return [_picture(flow, size, columns) for size, columns in COLUMNS.items()]


def _picture(flow: FlowDrawn, size: str, columns: int) -> Picture:
    known = {box.stage: box for box in flow.boxes}
    titles: list[tuple[int, str]] = []
    boxes: list[Placed] = []
    lines: list[tuple[str, str]] = []
    said: list[str] = []
    y = EDGE
    for title, way in _ways(flow):
        stages = [known[stage] for stage in way if stage in known]
        titles.append((y + 15, title))
        places = [_place(n, y + TITLE, columns) for n in range(len(stages))]
        boxes += [Placed(x=x, y=y, box=_box(of)) for of, (x, y) in zip(stages, places, strict=True)]
        lines += [_line(before, after) for before, after in pairwise(places)]
        said.append(f"{title}: {' → '.join(str(STAGES[of.stage]) for of in stages)}")
        y = places[-1][1] + HIGH + GAP
    return Picture(
        size=size,
        width=columns * (WIDE + GAP) - GAP + 2 * EDGE,
        height=y - GAP + EDGE,
        titles=titles,
        boxes=boxes,
        lines="".join(line for line, _ in lines),
        heads="".join(head for _, head in lines),
        said=said,
    )


def _ways(flow: FlowDrawn) -> Iterator[tuple[str, Sequence[str]]]:
    for n, way in enumerate(flow.ways):
        yield str(OTHER_WAY if n else USUAL_WAY), way
    yield str(PLATFORM_WAY), PLATFORM


def _place(n: int, y: int, columns: int) -> tuple[int, int]:
    row, column = divmod(n, columns)
    return EDGE + column * (WIDE + GAP), y + row * (HIGH + GAP)


def _line(before: tuple[int, int], after: tuple[int, int]) -> tuple[str, str]:
    """To the right, or down and back to the beginning of the next row; and the head of its arrow."""
    (x1, y1), (x2, y2) = before, after
    if y1 == y2:
        y = y1 + HIGH // 2
        return f"M{x1 + WIDE} {y}H{x2}", f"M{x2 - 6} {y - 4}l6 4-6 4z"
    turn, to, down = y1 + HIGH + GAP // 2, x2 + WIDE // 2, x1 + WIDE // 2
    return f"M{down} {y1 + HIGH}V{turn}H{to}V{y2}", f"M{to - 4} {y2 - 6}l4 6 4-6z"


def _box(of: BoxDrawn) -> Box:
    lines = wrap(str(STAGES[of.stage]), _LETTERS)[:3]
    after = 20 + 16 * len(lines)
    mine = next((due for due in of.dues if due.owner is of.owner), None)
    return Box(
        owner=of.owner.value,
        ends=of.ends,
        lines=tuple((22 + 16 * n, line) for n, line in enumerate(lines)),
        who=str(WHO[of.owner]),
        who_y=after + 6,
        date=brief(mine) if mine else "",
        date_y=after + 22,
    )
