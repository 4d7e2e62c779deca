"""From TOML to a flow: its own file and the fragments that it names, put together."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from helpdesk.cases.terms.flows import Due, FieldUse, Flow, Lapse, Opening, Path, Route, Stage, Step
from helpdesk.cases.terms.names import Basis, By, Effect, Kind, Owner, Weight

Given = Mapping[str, Any]
# In `from`: every stage of the flow's own way that has not ended; that has; that waits for the Seller.
OPEN, ENDED, SELLERS = "*", "*ended", "*seller"
PLATFORM: Final = "platform."  # the fragment whose stages are not the flow's own way
_STEP: Final = frozenset(
    {"by", "from", "to", "fields", "guards", "sets", "update", "asks", "tone", "counts_as"}
)
_STAGE: Final = frozenset({"owner", "ends", "outcome", "may_ask", "keeps", "passes", "open_ended", "dues"})


def read(own: Given, *, fragments: Mapping[str, Given]) -> Flow:
    """The flow of these parsed files; `fragments` by name. ValueError or KeyError for what is no flow."""
    parts = {"": own, **fragments}
    stages = _stages(parts)
    way = {name for part, given in parts.items() if part[:9] != PLATFORM for name in given.get("stages", {})}
    meant = {
        OPEN: frozenset(name for name in way if not stages[name].ends),
        ENDED: frozenset(name for name in way if stages[name].ends),
        SELLERS: frozenset(
            name for name in way if not stages[name].ends and stages[name].owner is Owner.SELLER
        ),
    }
    return Flow(
        kind=Kind(own["kind"]),
        version=own["version"],
        starts_on=own["starts_on"],
        opening=_opening(own["opening"]),
        stages=stages,
        steps=_steps(parts, meant),
        dues=tuple(_dues(parts)),
        paths=tuple(Path(stages=tuple(one["stages"]), when=one.get("when", "")) for one in own["paths"]),
        upheld=own["upheld"],
    )


def _stages(parts: Mapping[str, Given]) -> Mapping[str, Stage]:
    found: dict[str, Stage] = {}
    for given in parts.values():
        for name, one in given.get("stages", {}).items():
            _known_only(name, one, _STAGE)
            _once(name, found)
            found[name] = _stage(name, one)
    return found


def _stage(name: str, one: Given) -> Stage:
    passes = one.get("passes")
    return Stage(
        name=name,
        owner=Owner(one["owner"]),
        ends=one.get("ends", False),
        outcome=one.get("outcome", ""),
        may_ask=one.get("may_ask", False),
        keeps=one.get("keeps", False),
        passes=(passes[0], passes[1]) if passes else None,
        open_ended=one.get("open_ended", ""),
    )


def _dues(parts: Mapping[str, Given]) -> Iterable[Due]:
    for given in parts.values():
        for one in given.get("dues", ()):
            yield _due(one, one["stages"])
        for name, stage in given.get("stages", {}).items():
            for one in stage.get("dues", ()):
                yield _due(one, [name])


def _due(one: Given, stages: Sequence[str]) -> Due:
    return Due(
        code=one["code"],
        owner=Owner(one["owner"]),
        basis=Basis(one["basis"]),
        amount=one.get("amount", 0),
        since=one.get("since", "stage"),
        law_key=one.get("law_key", ""),
        stages=frozenset(stages),
        until=frozenset(one.get("until", ())),
        weight=Weight(one.get("weight", Weight.RESPOND_BY)),
        hold=frozenset(one.get("hold", ())),
        lapses=tuple(
            Lapse(effect=Effect(each["effect"]), step=each.get("step", ""), when=each.get("when", ""))
            for each in one.get("lapses", ())
        ),
        why=one.get("why", ""),
    )


def _steps(parts: Mapping[str, Given], meant: Mapping[str, frozenset[str]]) -> Mapping[str, Step]:
    found: dict[str, Step] = {}
    for given in parts.values():
        for name, one in given.get("steps", {}).items():
            _known_only(name, one, _STEP)
            _once(name, found)
            found[name] = _step(name, one, meant)
    return found


def _step(name: str, one: Given, meant: Mapping[str, frozenset[str]]) -> Step:
    return Step(
        name=name,
        by=frozenset(map(By, one["by"])),
        frm=frozenset().union(*(meant.get(each, frozenset({each})) for each in one["from"])),
        route=_route(one.get("to", "")),
        fields=_uses(one.get("fields", ())),
        guards=tuple(one.get("guards", ())),
        sets=one.get("sets", {}),
        update=one.get("update", False),
        asks=one.get("asks", False),
        tone=one.get("tone", ""),
        counts_as=one.get("counts_as", ""),
    )


def _route(to: str | Given) -> Route:
    if isinstance(to, str):
        return Route(to=to)
    return Route(by=to["by"], stages={value: _route(one) for value, one in to.items() if value != "by"})


def _uses(written: Iterable[str]) -> tuple[FieldUse, ...]:
    """`name`, `name?` for one that may be left out, `name=a|b` for one with fewer choices."""
    parted = [one.partition("=") for one in written]
    return tuple(
        FieldUse(
            name=name.rstrip("?"),
            required=not name.endswith("?"),
            choices=tuple(choices.split("|")) if choices else (),
        )
        for name, _, choices in parted
    )


def _opening(one: Given) -> Opening:
    return Opening(
        stage=one["stage"],
        situations=tuple(one["situations"]),
        fields=_uses(one.get("fields", ())),
        guards=tuple(one.get("guards", ())),
        sets=one.get("sets", {}),
        message_answers=one.get("message_answers", True),
        notice=one.get("notice", ""),
    )


def _known_only(name: str, one: Given, known: frozenset[str]) -> None:
    if unknown := one.keys() - known:
        raise ValueError(f"{name}: unknown {sorted(unknown)}")


def _once(name: str, found: Mapping[str, object]) -> None:
    if name in found:
        raise ValueError(f"{name} stands twice")
