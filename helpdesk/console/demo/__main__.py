"""`python -m helpdesk.console.demo seed | welcome ADDRESS [SQUARE] | square ... | tamper | heal`: what needs
the rooms.
"""

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
        case ["welcome", address, *square]:
            for text in import_module("helpdesk.console.demo.welcome").lines(address=address, square=square):
                say.line(text)
        case ["square", program, address, host, port]:
            import_module("helpdesk.console.demo.square").become(
                program=program, address=address, host=host, port=port
            )
        case ["tamper" | "heal" as deed]:
            for text in import_module("helpdesk.console.demo.told").lines(deed=deed):
                say.line(text)
        case _:
            raise SystemExit(exits.USAGE)


with exits.translated():
    main()
