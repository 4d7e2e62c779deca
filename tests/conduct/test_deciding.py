"""What follows from a finding: by label, by side, by how sure it is."""

import pytest

from helpdesk.conduct.rules.deciding import decide, strictest
from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.terms import Attached, Decision, Finding, Label, Place, Said
from helpdesk.kernel.actor import Side


def decided(
    label: Label, score: float, side: Side = Side.SELLER, pack: Pack | None = None, marked: str | None = None
) -> Decision:
    file = 1 if marked else None
    found = Finding(label=label, rule="x.y", start=0, end=1, score=score, file=file, place=Place.TEXT)
    said = Said(text="x", side=side, attachments=[Attached(name="a.pdf", marked=marked)] if marked else ())
    return decide(finding=found, said=said, pack=pack or Pack()).decision


@pytest.mark.parametrize(
    ("score", "decision"),
    [
        (0.29, Decision.NONE),
        (0.30, Decision.LOG),
        (0.59, Decision.LOG),
        (0.60, Decision.WARN),
        (0.94, Decision.WARN),
        (0.95, Decision.REFUSE),
    ],
)
def test_how_sure(score: float, decision: Decision) -> None:
    assert decided(Label.EMAIL, score) is decision


@pytest.mark.parametrize("side", [Side.SELLER, Side.BUYER])
@pytest.mark.parametrize("label", ["A_EMAIL", "A_PHONE", "A_URL", "A_BANK", "A_PAYH", "A_MSGR", "D_THREAT"])
def test_refused_to_either_side(label: str, side: Side) -> None:
    assert decided(Label(label), 0.95, side) is Decision.REFUSE


@pytest.mark.parametrize("label", ["B_PAY", "B_DEAL"])
def test_deals_are_refused_to_sellers_and_held_for_buyers(label: str) -> None:
    assert decided(Label(label), 0.99) is Decision.REFUSE
    assert decided(Label(label), 0.99, Side.BUYER) is Decision.HOLD_AUTHOR


@pytest.mark.parametrize("side", [Side.SELLER, Side.BUYER])
@pytest.mark.parametrize("label", ["A_POST", "A_MOVE", "B_TERMS", "D_INSULT"])
def test_held_for_their_author(label: str, side: Side) -> None:
    assert decided(Label(label), 0.99, side) is Decision.HOLD_AUTHOR


@pytest.mark.parametrize(
    "label", ["C_PROMO", "C_REVIEW", "D_SHOUT", "E_IGNORED", "E_VAGUE", "M_CONTRADICTS", "M_RIGHTS"]
)
def test_never_more_than_a_warning(label: str) -> None:
    assert decided(Label(label), 1.0) is Decision.WARN


def test_a_marked_document_goes_to_a_person() -> None:
    assert decided(Label.BANK, 0.99, marked="invoice") is Decision.HOLD_REVIEWER
    assert decided(Label.BANK, 0.7, marked="invoice") is Decision.WARN


@pytest.mark.parametrize("name", ["x.y", "A_EMAIL"])
def test_a_pack_may_say_at_most_that(name: str) -> None:
    assert decided(Label.EMAIL, 0.99, pack=Pack(ceilings={name: Decision.WARN})) is Decision.WARN
    assert decided(Label.EMAIL, 0.4, pack=Pack(ceilings={name: Decision.WARN})) is Decision.LOG


def test_the_strictest_of_all() -> None:
    found = [
        Finding(label=Label.URL, rule="a", start=0, end=1, score=1, decision=one)
        for one in (Decision.LOG, Decision.HOLD_AUTHOR, Decision.WARN)
    ]
    assert strictest(found) is Decision.HOLD_AUTHOR
    assert strictest(()) is Decision.NONE
