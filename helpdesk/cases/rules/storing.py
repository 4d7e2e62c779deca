"""A case's state as JSON, for its row and its leaf, and back."""

from collections.abc import Mapping
from typing import Any

from helpdesk.cases.terms.names import Kind, Owner
from helpdesk.cases.terms.states import Asked, CaseState


def stored(state: CaseState) -> dict[str, Any]:
    """Plain values, the same for the same state."""
    return {
        "kind": state.kind.value,
        "version": state.version,
        "stage": state.stage,
        "facts": dict(sorted(state.facts.items())),
        "opened_at": state.opened_at,
        "dated_at": state.dated_at,
        "since": dict(sorted(state.since.items())),
        "asked": {"of": state.asked.of.value, "at": state.asked.at} if state.asked else None,
        "requested": sorted(state.requested),
        "pauses": [list(pause) for pause in state.pauses],
        "booked": sorted(state.booked),
        "kept": dict(sorted(state.kept.items())),
    }


def restored(given: Mapping[str, Any]) -> CaseState:
    """The state that was stored. KeyError or ValueError for what never was one."""
    asked = given["asked"]
    return CaseState(
        kind=Kind(given["kind"]),
        version=given["version"],
        stage=given["stage"],
        facts=dict(given["facts"]),
        opened_at=given["opened_at"],
        dated_at=given["dated_at"],
        since=dict(given["since"]),
        asked=Asked(of=Owner(asked["of"]), at=asked["at"]) if asked else None,
        requested=frozenset(given["requested"]),
        pauses=tuple((start, end) for start, end in given["pauses"]),
        booked=frozenset(given["booked"]),
        kept=dict(given.get("kept", {})),
    )
