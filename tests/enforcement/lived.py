"""A shop to which everything of this room has happened once."""

import pytest

from helpdesk.conduct.terms import Label
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel.ids import Ref
from helpdesk.reports.terms import Subject
from tests.cast import ANNAS_SHOP, FELIX
from tests.enforcement.appealed import appeal
from tests.enforcement.told import IRIS, Tale
from tests.past import any_present
from tests.reports.voice import file
from tests.shops import Shops


def lived(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Refs of a measure, an appeal against it, a proposal that waits, a report, and the thread."""
    present = any_present(monkeypatch)
    tale = Tale(shops, known=True)
    tale.found(Label.DEAL)
    tale.follow()
    tale.approve(FELIX, MeasureKind.MESSAGING_LIMIT, grave=True)
    done = tale.approve(IRIS, MeasureKind.MESSAGING_LIMIT, grave=True)
    assert done.measure is not None
    filed = appeal(tale, done.measure)
    tale.found(Label.PHONE)
    tale.follow()
    waits = tale.proposed()
    assert waits is not None
    report = file(Subject(conversation=tale.thread()), now=tale.later(), key=tale.key()).report
    present.set(tale.later())
    found = {
        "measure": done.measure,
        "appeal": Ref(ANNAS_SHOP, filed.receipt.entry),
        "proposal": waits.id,
        "report": report,
        "thread": tale.thread(),
    }
    return {name: str(ref) for name, ref in found.items()}
