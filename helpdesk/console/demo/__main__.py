"""`python -m helpdesk.console.demo seed | welcome ADDRESS | tamper | heal`: the steps that need the rooms."""

import sys
from importlib import import_module

from helpdesk.console import exits, family, rooms, say
from helpdesk.kernel import clock


def main() -> None:
    """Run one step."""
    family.die_with_named_parent()
    exits.leave_in_order_when_told()
    rooms.set_up()
    match sys.argv[1:]:
        case ["seed"]:
            with say.step("Demo marketplace: records, and conversations in five languages"):
                import_module("helpdesk.console.demo.seeding").seed(now=clock.now())
        case ["welcome", address]:
            for text in import_module("helpdesk.console.demo.welcome").lines(address=address):
                say.line(text)
        case ["tamper" | "heal" as deed]:
            for text in import_module("helpdesk.console.demo.told").lines(deed=deed):
                say.line(text)
        case _:
            raise SystemExit(exits.USAGE)


with exits.translated():
    main()
