"""The step bar says what is behind a case, where it is, and what is to come."""

from helpdesk.cases.rules.drawing import Bar, bar, boxes
from helpdesk.cases.terms.names import By, Kind
from tests.cases.rules.played import Played


def drawn(case: Played) -> Bar:
    return bar(case.flow, state=case.state, at=case.at, reckoning=case.by)


def marks(case: Played) -> str:
    return " ".join(f"{one.stage}:{one.mark[0]}" for one in drawn(case).steps)


def test_the_usual_way() -> None:
    case = Played(Kind.RETURN, at="2026-11-30 10:00")
    assert marks(case) == "asked:c to_send:e sent:e received:e inspected:e refunded:e"
    assert drawn(case)[1:] == (1, 6)
    case.step("accept", By.SELLER)
    case.step("receive", By.SELLER)
    assert marks(case) == "asked:d to_send:d sent:d received:c inspected:e refunded:e"
    assert [one.at is not None for one in drawn(case).steps] == [True, True, False, True, False, False]
    case.step("refund", By.SELLER, amount=20_000)
    assert marks(case) == "asked:d to_send:d sent:d received:d inspected:d refunded:d"
    assert drawn(case)[1:] == (6, 6)


def test_the_way_of_the_remedy() -> None:
    case = Played(Kind.COMPLAINT, at="2026-11-30 10:00", wanted="refund")
    case.step("accept", By.SELLER, remedy="refund")
    assert marks(case) == "made:d to_send:c sent:e refunding:e refunded:e"


def test_beside_the_way() -> None:
    case = Played(Kind.WITHDRAWAL, at="2026-11-30 10:00")
    case.step("instruct", By.SELLER, words=1)
    case.step("refuse", By.SELLER, ground="exclusion", letter="c", words=1)
    assert marks(case) == "declared:d to_send:d refused:c sent:e received:e inspected:e refunded:e"
    case.step("drop", By.BUYER)
    assert marks(case) == "declared:d to_send:d dropped:d"


def test_every_stage_has_its_box() -> None:
    for kind in Kind:
        flow = Played(kind, at="2026-11-30 10:00").flow
        found = boxes(flow)
        assert {box.stage.name for box in found} == flow.stages.keys()
        assert {arrow.step for box in found for arrow in box.arrows} == flow.steps.keys()
