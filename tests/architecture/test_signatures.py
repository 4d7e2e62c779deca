"""Public functions name their arguments; an action says who and when; nobody but a door reads the clock."""

import ast
from collections.abc import Iterable, Iterator

from tests.architecture import house

BY_POSITION = {
    "actions": 0,
    "queries": 0,
    "rules": 1,
    "policies": 2,
}  # a rule its subject, a policy actor and thing
MAY_READ_THE_CLOCK = house.DOORS | {house.TOP, "kernel"}
CLOCK_KEEPERS = {
    "conduct/queries/amendments.py": "the rules of the present, where nobody asks for another instant",
    "conduct/queries/packs.py": "the rules of the present, where nobody asks for another instant",
    "archive/queries/logs.py": "measures this node's clock against the database's",
}
PARTS = {"archive.entry_parameters": "the arguments of the SQL function that a hot deed calls itself"}


def positional(modules: Iterable[house.Module]) -> Iterator[str]:
    """What a room offers but can be called without naming the arguments.

    A rule may take its one subject by position (`contact_details_in(text)`), a policy the actor and the
    thing (`can_reply(actor, thread)`).
    """
    modules = [*modules]
    for piece, most in BY_POSITION.items():
        for module, function in house.offered(modules, piece):
            arguments = function.args
            if arguments.vararg or len(arguments.posonlyargs + arguments.args) > most:
                yield f"{module.at(function)}: `{function.name}` takes positional arguments"


def undocumented(module: house.Module) -> Iterator[str]:
    """Public functions of rooms without a docstring."""
    if not module.in_room or module.piece not in BY_POSITION:
        return
    for function in module.public_functions():
        if not ast.get_docstring(function):
            yield f"{module.at(function)}: `{function.name}` does not say what it promises"


def anonymous(modules: Iterable[house.Module]) -> Iterator[str]:
    """Actions that do not take `actor` and `now`."""
    for module, function in house.offered(modules, "actions"):
        names = {argument.arg for argument in function.args.kwonlyargs}
        if f"{module.room}.{function.name}" in PARTS:
            continue
        if missing := {"actor", "now"} - names:
            yield f"{module.at(function)}: `{function.name}` lacks {', '.join(sorted(missing))}"


def clock_readers(module: house.Module) -> Iterator[str]:
    """Calls of the clock on the floors between the kernel and the doors."""
    if module.room in MAY_READ_THE_CLOCK or str(module.path) in CLOCK_KEEPERS:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "helpdesk.kernel.clock":
            reads = any(name.name == "now" for name in node.names)
        else:
            reads = isinstance(node, ast.Call) and house.called(node).endswith("clock.now")
        if reads:
            yield f"{module.at(node)}: `now` comes from the door"


def test_public_functions_name_their_arguments() -> None:
    house.show(positional(house.modules()))


def test_public_functions_say_what_they_promise() -> None:
    house.hold(undocumented)


def test_every_action_says_who_and_when() -> None:
    house.show(anonymous(house.modules()))


def test_only_doors_read_the_clock() -> None:
    house.hold(clock_readers)


def test_every_exception_still_exists() -> None:
    assert CLOCK_KEEPERS.keys() <= {str(module.path) for module in house.modules()}


def test_violations_are_noticed() -> None:
    action = "conversations/actions/post_reply.py"
    assert [*positional([house.module(action, "def post_reply(actor, *, now): ...")])]
    assert [*positional([house.module("conversations/rules/runs.py", "def runs_of(*messages): ...")])]
    assert [*positional([house.module("conversations/rules/runs.py", "def is_late(at, deadline): ...")])]
    assert [*undocumented(house.module(action, "def post_reply(*, actor, now): ..."))]
    assert [*anonymous([house.module(action, "def post_reply(*, actor): ...")])]
    assert [*clock_readers(house.module(action, "at = clock.now()"))]
    assert [*clock_readers(house.module(action, "from helpdesk.kernel.clock import now"))]


def test_what_is_right_passes() -> None:
    action = house.module("accounts/actions/sign_in.py", 'def sign_in(*, actor, now):\n    """Does."""\n')
    for check in (undocumented, clock_readers):
        assert not [*check(action)]
    assert not [*anonymous([action]), *positional([action])]
    assert not [*clock_readers(house.module("portal/clock.py", "now = clock.now()"))]
    assert not [*anonymous([house.module("accounts/queries.py", "def people(*, actor): ...")])]
