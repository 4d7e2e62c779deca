"""Every action makes an entry in the Archive, or stands in the list of marks with its reason."""

from collections.abc import Iterable, Iterator, Mapping
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
    """The dotted name of every action above the Archive."""
    for module, function in house.actions(modules):
        if module.room != "archive":
            yield f"{module.dotted}.{function.name}"


def is_sealed(action: str, graph: Calls) -> bool:
    """Whether the action reaches the function that stores an entry."""
    return any(name.startswith(ARCHIVE) and name.rsplit(".", 1)[-1] in SEALS for name in graph.reach(action))


def unaccounted(names: Iterable[str], marks: Mapping[str, str], graph: Calls) -> Iterator[str]:
    """Actions that are neither deed nor mark, and marks that are deeds after all."""
    marked = {graph.resolve(name) for name in marks}
    for name in names:
        if not is_sealed(name, graph) and name not in marked:
            yield f"{name} makes no entry and stands in no list of marks"
        if is_sealed(name, graph) and name in marked:
            yield f"{name} makes an entry, so it is no mark"


def test_every_action_is_a_deed_or_a_mark() -> None:
    found = [*unaccounted(actions(house.modules()), wiring.MARKS, calls())]
    assert not found, "\n" + "\n".join(found)


def test_every_mark_is_an_action_with_a_reason() -> None:
    known = {*actions(house.modules())} | {name for name in calls().mentions if name.startswith(ARCHIVE)}
    assert {name for name in wiring.MARKS if calls().resolve(name) not in known} == set()
    assert {name for name, reason in wiring.MARKS.items() if len(reason.split()) < 3} == set()


def test_a_deed_without_an_entry_is_noticed() -> None:
    room = house.module(
        "rooms/actions/open.py",
        "from helpdesk.archive import actions as archive\n"
        "def open_(*, actor, now): _seal()\n"
        "def close(*, actor, now): ...\n"
        "def _seal(): archive.append(kind='x')\n",
    )
    graph = calls_of([room])
    names = [*actions([room])]
    assert [*unaccounted(names, {}, graph)] == [
        "helpdesk.rooms.actions.open.close makes no entry and stands in no list of marks"
    ]
    assert not [*unaccounted(names, {"helpdesk.rooms.actions.open.close": "only a mark"}, graph)]
    assert [*unaccounted(names, {"helpdesk.rooms.actions.open.open_": "no"}, graph)]
