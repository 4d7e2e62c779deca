"""Imports of threads: one that was tried and waits for a word, one that is over."""

from datetime import datetime

from helpdesk.archive.database.scope import everything
from helpdesk.conversations.models import Intake
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import uuid7

NAME = "Kaffeevollautomatenersatzteilmarktplatz-Gespraeche_2019-2024_Ueberseehafen_(letzte-Fassung).ndjson"
_FLAWS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("/buyer", "record.unknown_reference", {"kind": "buyer", "id": "000000000123456789012345678901234567"}),
    ("/order", "import.has_thread", {}),
    ("/messages/12/text", "text.empty", {}),
)


def bring(*, admin: Actor, now: datetime) -> dict[str, object]:
    """Place `import`: tried, with something refused."""
    id = uuid7()
    counted = {"threads": 12_402, "begun": 12_000, "extended": 399, "messages": 48_006, "known": 1_204}
    whose = {"person_id": admin.person, "written": "ndjson", "asked_at": now, "tried_at": now}
    problems = [
        {"line": 1 + 999 * n, "thread": f"T-{n}", "pointer": pointer, "code": code, "params": params}
        for n, (pointer, code, params) in enumerate(_FLAWS)
    ]
    with everything():
        Intake.objects.create(
            id=id,
            name=NAME,
            size=4_711_000,
            **whose,
            **counted,
            rejected=3,
            remarked=17,
            problems=problems,
            read=4_711_000,
        )
        Intake.objects.create(
            id=uuid7(), **whose, **counted, run_at=now, ended_at=now, name="threads.csv", rejected=0
        )
    return {"import": id}
