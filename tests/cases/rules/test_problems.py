"""A broken flow is never handed out, and says what is wrong with it."""

import tomllib
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from helpdesk.cases.rules import known
from helpdesk.cases.rules.problems import problems, reachable
from helpdesk.cases.terms.names import By, Kind, Situation
from tests.cases.rules import slow

Change = Callable[[dict[str, Any]], None]


def claim() -> dict[str, Any]:
    path = files("helpdesk.cases") / "data" / "flows" / "claim.v1.toml"
    return tomllib.loads(path.read_text("utf-8"))


def put(place: str, value: object) -> Change:
    """Set what stands at "a/b/c"."""

    def change(given: dict[str, Any]) -> None:
        *way, last = place.split("/")
        for name in way:
            given = given[name]
        given[last] = value

    return change


@pytest.mark.parametrize("kind", list(Kind))
def test_the_flows_that_come_with_the_package_are_whole(kind: Kind) -> None:
    assert known.versions(kind) == (1,)
    flow = known.newest(kind, on=date(2026, 11, 1))
    assert problems(flow) == ()
    assert reachable(flow) == flow.stages.keys()


@pytest.mark.parametrize("kind", list(Kind))
def test_their_respond_bys_are_those_of_the_design(kind: Kind) -> None:
    """Which dates there are, and in which stages; how long each is, the random walks compare to the day."""
    flow = known.flow(kind, version=1)
    here = {(due.code, stage, due.since) for due in flow.dues for stage in due.stages}
    there = {
        (code, stage, since)
        for code, stages, since, _ in slow.RESPOND_BYS[kind.value]
        for stage in stages.split()
    }
    assert here == there


def test_every_situation_opens_a_case() -> None:
    opened = [one for kind in Kind for one in known.flow(kind, version=1).opening.situations]
    assert set(opened) == set(Situation)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("stages/made/owner", "somebody"), "somebody"),
        (put("stages/island", {"owner": "seller", "open_ended": "x"}), "island cannot be reached"),
        (put("stages/agreed/owner", "buyer"), "an ended case has no owner"),
        (put("stages/made/owner", "nobody"), "an ended case has no owner"),
        (put("stages/agreed/outcome", ""), "agreed ends without an outcome"),
        (put("stages/made/dues", []), "made has no date and does not say why"),
        (put("stages/made/speed", 3), "unknown"),
        (put("steps/accept/to", "heaven"), "no stage heaven"),
        (put("steps/accept/from", ["hell"]), "no stage hell"),
        (put("steps/accept/fields", ["weather"]), "no field weather"),
        (put("steps/accept/fields", ["amount=1|2"]), "amount has no such choices"),
        (put("steps/accept/guards", ["luck"]), "no guard luck"),
        (put("steps/accept/by", ["ghost"]), "ghost"),
        (put("steps/accept/by", []), "accept is nobody's"),
        (put("steps/accept/tone", "loud"), "no tone loud"),
        (put("steps/accept/to", {"by": "wanted", "repair": "agreed"}), "nobody says wanted"),
        (put("steps/let_lie/fields", ["words"]), "time gives no fields"),
        (put("steps/let_lie/by", ["buyer"]), "time cannot take let_lie"),
        (put("steps/ask_information", {"by": ["buyer"], "from": ["made"]}), "a step of the engine"),
        (put("steps/made", {"by": ["buyer"], "from": ["made"]}), "made is a stage and a step"),
        (put("steps/escalate", {"by": ["buyer"], "from": ["made"]}), "escalate stands twice"),
        (put("stages/made/dues", [{"code": "x", "owner": "seller", "basis": "law", "why": "y"}]), "its row"),
        (
            put("stages/made/dues", [{"code": "x", "owner": "seller", "basis": "answer", "why": "y"}]),
            "x has no length",
        ),
        (
            put("stages/made/dues", [{"code": "x", "owner": "seller", "basis": "answer", "amount": 24}]),
            "nothing follows, and it does not say why",
        ),
        (
            put(
                "stages/made/dues",
                [
                    {
                        "code": "x",
                        "owner": "seller",
                        "basis": "answer",
                        "amount": 1,
                        "why": "y",
                        "since": "noon",
                    }
                ],
            ),
            "no event noon",
        ),
        (put("upheld", {"refund": "heaven"}), "no stage heaven"),
        (put("opening/stage", "heaven"), "no stage heaven"),
        (put("opening/situations", ["boredom"]), "no situation boredom"),
        (put("paths", [{"stages": ["made"], "when": "luck"}]), "no guard luck"),
        (put("fragments", ["updates.v1", "nothing.v9"]), "fragments/nothing.v9"),
    ],
)
def test_what_is_broken_is_said(change: Change, said: str) -> None:
    given = claim()
    change(given)
    with pytest.raises(known.BrokenFlow) as broken:
        known.checked(given)
    assert said in str(broken.value)


def test_an_owner_without_a_way_on_is_noticed() -> None:
    given = claim()
    given["steps"]["carry_out"]["by"] = [By.BUYER.value]
    with pytest.raises(known.BrokenFlow, match="ordered: its owner can do nothing"):
        known.checked(given)


def test_a_way_that_never_ends_is_noticed() -> None:
    given = claim()
    given["steps"]["accept"]["to"] = given["steps"]["agree"]["to"] = "made"
    with pytest.raises(known.BrokenFlow, match="agreed cannot be reached"):
        known.checked(given)


def test_no_flow_is_older_than_the_first() -> None:
    with pytest.raises(known.BrokenFlow, match="in force"):
        known.newest(Kind.CLAIM, on=date(2020, 1, 1))
    with pytest.raises(known.BrokenFlow, match="v99"):
        known.flow(Kind.CLAIM, version=99)
