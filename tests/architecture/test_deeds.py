"""Every action makes an entry in the Archive, or stands in the list of marks with its reason."""

from collections.abc import Iterable, Iterator
from functools import cache

from helpdesk.config import wiring
from tests.architecture import house
from tests.architecture.calls import Calls, calls_of

SEALS = frozenset({"append", "append_many", "seal"})
ARCHIVE = "helpdesk.archive.actions."


@cache
def calls() -> Calls:
    return calls_of(house.modules())


def actions(modules: Iterable[house.Module]) -> Iterator[str]:
    """The dotted name of every action."""
    return (f"{module.dotted}.{function.name}" for module, function in house.offered(modules, "actions"))


def is_sealed(action: str, graph: Calls) -> bool:
    """Whether the action reaches the function that stores an entry."""
    return any(name.startswith(ARCHIVE) and name.rsplit(".", 1)[-1] in SEALS for name in graph.reach(action))


def unaccounted(
    names: Iterable[str], deeds: Iterable[str], marks: Iterable[str], graph: Calls
) -> Iterator[str]:
    """Actions that stand in neither list, and those that stand in the wrong one."""
    deeds, marks = {*map(graph.resolve, deeds)}, {*map(graph.resolve, marks)}
    for name in names:
        if (name in deeds) == (name in marks):
            yield f"{name} stands in {'both lists' if name in deeds else 'neither list'}"
        elif name in deeds and not is_sealed(name, graph):
            yield f"{name} makes no entry, so it is no deed"
        elif name in marks and is_sealed(name, graph) and not name.startswith(ARCHIVE):
            yield f"{name} makes an entry, so it is no mark"


def test_every_action_is_a_deed_or_a_mark() -> None:
    house.show(unaccounted(actions(house.modules()), wiring.DEEDS, wiring.MARKS, calls()))


def test_the_lists_name_actions_only() -> None:
    known = {*actions(house.modules())}
    assert {name for name in [*wiring.DEEDS, *wiring.MARKS] if calls().resolve(name) not in known} == set()


def test_every_mark_has_a_reason_and_every_deed_a_kind() -> None:
    assert {name for name, reason in wiring.MARKS.items() if len(reason.split()) < 3} == set()
    assert set(wiring.DEEDS.values()) <= set(wiring.REACTIONS)


def test_a_deed_without_an_entry_is_noticed() -> None:
    room = house.module(
        "rooms/actions/open.py",
        "from helpdesk.archive import actions as archive\n"
        "def open_(*, actor, now): _seal()\n"
        "def close(*, actor, now): ...\n"
        "def _seal(): archive.append(kind='x')\n",
    )
    graph = calls_of([room])
    names = [opening, closing] = [*actions([room])]
    assert [*unaccounted(names, [opening], [closing], graph)] == []
    assert [*unaccounted(names, [closing], [opening], graph)] == [
        f"{opening} makes an entry, so it is no mark",
        f"{closing} makes no entry, so it is no deed",
    ]
    assert [*unaccounted(names, [opening], [opening], graph)] == [
        f"{opening} stands in both lists",
        f"{closing} stands in neither list",
    ]
