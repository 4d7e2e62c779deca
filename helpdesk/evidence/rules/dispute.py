"""A dispute in one order of time: what was said, what was done, which dates were kept."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from helpdesk.evidence.rules.conversation import file_said
from helpdesk.evidence.terms import Record, Withheld

Said = Mapping[str, Any]
_FILE = "file-"


def in_order(*, conversation: Said) -> list[Said]:
    """Messages and events together; those of one instant in the order of their chain."""
    both = [*conversation["messages"], *conversation["events"]]
    return sorted(both, key=lambda one: (one["at"], one["n"]))


def case_dates(*, conversation: Said) -> list[dict[str, Any]]:
    """The dates that ended in cases of the conversation, in order: `due_at` in microseconds UTC."""
    steps = [one for one in in_order(conversation=conversation) if "facts" in one]
    return [
        {
            "case": step["facts"].get("of", step["n"]),
            "date": code,
            "due_at": int(due),
            "ended_at": step["at"],
            "entry": step["entry"],
            "owner": owner,
            "verdict": verdict,
        }
        for step in steps
        for code, owner, due, verdict in _closed(step)
    ]


def replies(*, conversation: Said, facts: Mapping[str, Said]) -> list[dict[str, Any]]:
    """What the reply clock says of each answer: `counted` business time used, in microseconds."""
    return [
        {
            "at": one["at"],
            "counted": said["counted"],
            "entry": one["entry"],
            "n": one["n"],
            "verdict": said["verdict"],
        }
        for one in in_order(conversation=conversation)
        if {"verdict", "counted"} <= (said := facts[one["entry"]]).keys()
    ]


def attached(*, record: Record, withheld: Collection[Withheld]) -> list[dict[str, Any]]:
    """Every file of the thread, of messages and of steps: name, size and SHA-256, or what became of it."""
    return [
        {"entry": str(leaf.id), "n": leaf.n, "side": str(leaf.content["by"]["role"]), **said}
        for leaf in record.shared.leaves
        for name in sorted(leaf.content["c"], key=lambda name: (len(name), name))
        if name.startswith(_FILE)
        for said in [file_said(leaf=leaf, name=name, record=record, withheld=withheld)]
    ]


def _closed(step: Said) -> Iterator[Sequence[str]]:
    for one in str(step["facts"].get("closed", "")).split():
        yield one.rsplit(":", 3)
