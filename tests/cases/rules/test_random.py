"""Whatever people and time do, lawful or not, in whatever order: what must hold of every case holds.

The judge reads the TOML files itself and knows nothing of the engine; dates come from the slow reference.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from helpdesk.cases.rules import engine, known, opening, storing
from helpdesk.cases.rules.drawing import CURRENT, bar
from helpdesk.cases.rules.own import OWN
from helpdesk.cases.terms.fields import FIELDS, FieldType
from helpdesk.cases.terms.flows import FieldUse
from helpdesk.cases.terms.names import By, Kind, Owner, Remedy, Verdict, Weight
from helpdesk.cases.terms.states import ANSWERED, ASKED, CaseState, Move, Reckoning
from tests.cases.rules import slow
from tests.cases.rules.played import FACTS, MINUTE, reckoning, us

HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE
PEOPLE = (By.BUYER, By.SELLER, By.PLATFORM)
REPAIRS = {"start_repair", "complete"}


@cache
def written(kind: Kind) -> Mapping[str, Any]:
    """The file and its fragments, merged as plain tables; each step with its stages spelt out."""
    folder = files("helpdesk.cases") / "data"
    own = tomllib.loads((folder / "flows" / f"{kind.value}.v1.toml").read_text("utf-8"))
    parts = {
        n: tomllib.loads((folder / "fragments" / f"{n}.toml").read_text("utf-8")) for n in own["fragments"]
    }
    stages = {**own["stages"]}
    for name, part in parts.items():
        for stage, said in part.get("stages", {}).items():
            stages[stage] = {**said, "platform": name.startswith("platform")}
    steps = {**own["steps"]}
    for part in parts.values():
        steps |= part.get("steps", {})
    way = {name: said for name, said in stages.items() if not said.get("platform")}
    spelt = {
        "*": {name for name, said in way.items() if not said.get("ends")},
        "*ended": {name for name, said in way.items() if said.get("ends")},
        "*seller": {name for name, said in way.items() if not said.get("ends") and said["owner"] == "seller"},
    }
    return {
        "stages": stages,
        "steps": {
            name: {**step, "from": set().union(*(spelt.get(one, {one}) for one in step["from"]))}
            for name, step in steps.items()
        },
    }


def proper(draw: st.DrawFn, use: FieldUse, state: CaseState, by: Reckoning, at: int) -> str | int:
    """A value that the field takes."""
    field = FIELDS[use.name]
    if field.type in (FieldType.WORDS, FieldType.FILES):
        return 1
    if field.type is FieldType.MONEY:
        return draw(st.sampled_from([1, 20_000, int(state.facts.get("paid", 7))]))
    if field.type is FieldType.FLAG:
        return draw(st.sampled_from([0, 1]))
    if field.type is FieldType.DAY:
        return (slow.day_of(at, by.market) + timedelta(days=draw(st.integers(0, 9)))).isoformat()
    if field.type is FieldType.CODE:
        return draw(st.sampled_from(sorted(use.choices or field.choices)))
    return draw(st.sampled_from(["a", "m", "InPost", "another"]))


@st.composite
def offers(draw: st.DrawFn, state: CaseState, step: str, by: Reckoning, at: int) -> dict[str, str | int]:
    """What somebody gives: all of it, some of it, or something that nobody asked for."""
    flow = known.flow(state.kind, version=state.version)
    uses = (flow.steps.get(step) or OWN[step]).fields
    found: dict[str, Any] = {
        use.name: proper(draw, use, state, by, at)
        for use in uses
        if draw(st.integers(0, 9)) > (0 if use.required else 4)
    }
    if draw(st.integers(0, 19)) == 0:
        found[draw(st.sampled_from(["tracking", "nonsense", "amount"]))] = draw(
            st.sampled_from(["", "x", -1])
        )
    return found


class Judge:
    """Follows one case, and says what is wrong."""

    def __init__(self, kind: Kind, by: Reckoning, begun: Move) -> None:
        self.kind, self.by, self.state = kind, by, begun.state
        self.flow = known.flow(kind, version=1)
        self.ledger = {(one.code, one.event) for one in begun.opened}
        self.noticed = False

    def takes(self, moved: Move, given: Mapping[str, str | int], side: By) -> None:
        self.lawful(moved, given, side)
        before, self.state = self.state, moved.state
        self.noticed = (self.noticed or moved.step == "repair_notice") and moved.to != self.flow.opening.stage
        self.noticed = self.noticed or moved.step == "repair_notice"
        closed = {one.code for one in moved.closed}
        assert closed <= {code for code, _ in self.ledger}
        self.ledger = {key for key in self.ledger if key[0] not in closed}
        self.ledger |= {(one.code, one.event) for one in moved.opened}
        self.stands(moved.at)
        self.verdicts(moved)
        if moved.to != self.flow.opening.stage:
            told = {k: v for k, v in given.items() if v != "" and FIELDS[k].kept and k != "of"}
            told.pop("promised_on", None)  # kept in a case's stage alone
            assert told.items() <= moved.state.facts.items()
        assert before.opened_at == moved.state.opened_at
        assert before.dated_at == moved.state.dated_at

    def lawful(self, moved: Move, given: Mapping[str, str | int], side: By) -> None:
        """By the file alone, and by what the law and the design forbid."""
        if moved.step in OWN:
            return
        said = written(self.kind)["steps"][moved.step]
        assert side.value in said["by"]
        assert self.state.stage in said["from"]
        wanted = {one.split("=")[0] for one in said.get("fields", []) if "?" not in one}
        assert wanted <= given.keys()
        if moved.step in REPAIRS or (moved.step == "accept" and given.get("remedy") == "repair"):
            repair = given.get("remedy", self.state.facts.get("remedy")) == "repair"
            assert self.noticed or not repair or self.by.country == "GB"
        if moved.step == "refuse" and self.kind is Kind.WITHDRAWAL:
            ground = given["ground"]
            assert ground == "exclusion" or self.state.facts.get("consumer") != 1
        if moved.step == "escalate":
            assert self.has_ground(moved.at, side), "nothing was missed or refused"
        if moved.step == "decide_appeal":
            assert given["decider"] != self.state.facts["decider"]

    def has_ground(self, at: int, side: By) -> bool:
        stage = written(self.kind)["stages"][self.state.stage]
        if side is By.BUYER and (stage.get("outcome") == "refused" or self.state.facts.get("deduction")):
            return True
        other = Owner.SELLER if side is By.BUYER else Owner.BUYER
        return any(
            owner is other and due is not None and due < at
            for (_, owner, kind, due) in self.expected(at)
            if kind == "owed"
        )

    def stands(self, at: int) -> None:
        """What holds of a case at rest."""
        stage = written(self.kind)["stages"][self.state.stage]
        waits = engine.waiting_on(self.flow, state=self.state)
        assert (waits is Owner.NOBODY) == bool(stage.get("ends"))
        running = engine.dates(self.flow, state=self.state, reckoning=self.by, at=at)
        assert {(one.code, one.event) for one in running} == self.ledger
        assert not stage.get("ends") or not running
        assert storing.restored(storing.stored(self.state)) == self.state
        drawn = bar(self.flow, state=self.state, at=at, reckoning=self.by)
        assert sum(one.mark == CURRENT for one in drawn.steps) == (not stage.get("ends"))
        mine = {(one.code, one.owner, one.due) for one in running}
        assert mine == {(code, owner, due) for code, owner, _, due in self.expected(at)}

    def verdicts(self, moved: Move) -> None:
        for one in moved.closed:
            if one.verdict in (Verdict.LATE, Verdict.MISSED):
                assert one.due is not None
                assert moved.at > one.due
            if one.verdict is Verdict.MET:
                assert one.due is None or moved.at <= one.due

    def expected(self, at: int) -> set[tuple[str, Owner, str, int | None]]:
        """Every date by the slow reference: code, owner, whether it is owed, due."""
        state, found = self.state, set[tuple[str, Owner, str, int | None]]()
        stage = written(self.kind)["stages"][state.stage]
        if stage.get("ends"):
            return found
        pauses, is_asked = list(state.pauses), False
        if state.asked:
            counting = self.by.seller if state.asked.of is Owner.SELLER else self.by.market
            until = slow.business_days(5, state.asked.at, counting)
            found.add(("information", state.asked.of, "owed", until))
            is_asked = at <= until
            pauses += [] if is_asked else [(state.asked.at, until + 1)]
        if ASKED in state.since:
            found.add(("answer", Owner.SELLER, "owed", slow.day_counted(state.since[ASKED], self.by.seller)))
        if day := state.facts.get("promised_on"):
            on = date.fromisoformat(str(day))
            while not slow.is_worked(on, self.by.seller):
                on += slow.DAY
            found.add(("promise", Owner.SELLER, "", slow.end_of(on, self.by.seller)))
        if stage["owner"] == "seller" and not state.asked:
            heard = max(state.since[state.stage], state.since["@update"])
            due = slow.business_days(5, heard, self.by.seller, pauses)
            found.add(("silence", Owner.SELLER, "", due))
        for code, stages, since, rule in slow.RESPOND_BYS[self.kind.value]:
            event = self.event(since) if state.stage in stages.split() else None
            if event is not None and not self.is_done(code, event):
                owner = self.owner(code)
                ends = self.due(rule, event, pauses, paused=is_asked)
                windows = (
                    "rest",
                    "confirmation",
                    "appeal",
                    "offer_answer",
                    "buyer_evidence",
                    "seller_evidence",
                )
                found.add((code, owner, "" if code in windows else "owed", ends))
        return found

    def is_done(self, code: str, event: int) -> bool:
        side = code.removesuffix("_evidence")
        return code != side and self.state.since.get(f"add_evidence:{side}", event - 1) >= event

    def event(self, since: str) -> int | None:
        state = self.state
        here = state.since[state.stage]
        if since == "stage":
            return here
        if since == "dated":
            return state.dated_at
        if since == "answered":
            return state.since[ANSWERED] if state.since.get(ANSWERED, -1) >= here else None
        if since == "arrival":
            if state.since.get("delivered", -1) >= here:
                return state.since["delivered"]
            expected = state.facts.get("expected_on")
            day = date.fromisoformat(str(expected)) if expected else None
            return max(here, slow.begin_of(day, self.by.market)) if day else here
        return state.since.get(since)

    def owner(self, code: str) -> Owner:
        stage = written(self.kind)["stages"][self.state.stage]
        fixed = {"goods_sent": "buyer", "refund": "seller", "buyer_evidence": "buyer", "decision": "platform"}
        return Owner(fixed.get(code) or ("seller" if code == "seller_evidence" else stage["owner"]))

    def due(self, rule: str, event: int, pauses: slow.Pauses, *, paused: bool) -> int | None:
        n, market = int(rule.partition(" ")[0]), self.by.market
        if "bd" in rule:
            counting = self.by.seller if "seller" in rule else market
            return None if paused else slow.business_days(n, event, counting, pauses)
        if rule == "24 h":
            return None if paused else slow.day_counted(event, self.by.seller)
        if "law" in rule:
            due = self.legal(n, event)
            return due if rule == "14 law" else self.held(due)
        if "answer" in rule and self.by.country == "PL":
            return slow.legal_days(n, event, market, two_working=False)
        return slow.calendar_days(n, event, market)

    def legal(self, n: int, event: int) -> int:
        if self.by.country == "GB":
            return slow.calendar_days(n, event, self.by.market)
        return slow.legal_days(n, event, self.by.market, two_working=True)

    def held(self, due: int) -> int | None:
        if self.state.facts.get("collects"):
            return due
        came = [self.state.since[step] for step in ("send", "receive") if step in self.state.since]
        if not came:
            return None
        return max(due, slow.end_of(slow.day_of(min(came), self.by.market), self.by.market))


def begin(data: st.DataObject, kind: Kind) -> Judge:
    by = reckoning(
        seller=data.draw(st.sampled_from(["PL", "DE", "FR"])),
        market=data.draw(st.sampled_from(["PL", "DE", "GB"])),
    )
    at = us("2026-10-28 00:00") + data.draw(st.integers(0, 60 * DAY))
    facts = {**FACTS[kind]}
    if "wanted" in facts:
        facts["wanted"] = data.draw(st.sampled_from(["repair", "replacement", "refund", "price_reduction"]))
    flow = known.flow(kind, version=1)
    assert opening.refusal_of(flow, facts=facts, at=at, reckoning=by) is None
    begun = opening.opened(flow, facts=facts, opened_at=at, dated_at=at, reckoning=by)
    judge = Judge(kind, by, begun)
    judge.stands(at)
    return judge


@pytest.mark.parametrize("kind", list(Kind))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow],
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ],  # a case is told by its notes; shrinking takes minutes
)
@given(data=st.data())
def test_nothing_unlawful_succeeds_and_nothing_lawful_is_lost(kind: Kind, data: st.DataObject) -> None:
    judge = begin(data, kind)
    at = judge.state.opened_at
    for _ in range(data.draw(st.integers(1, 25))):
        at += data.draw(st.sampled_from([1, MINUTE, 5 * HOUR, DAY, 3 * DAY, 9 * DAY, 16 * DAY]))
        if data.draw(st.booleans()):
            sweep(judge, at)
        side = data.draw(st.sampled_from(PEOPLE))
        judge_offers(judge, side, at)
        act(data, judge, side, at)


def sweep(judge: Judge, at: int) -> None:
    """Time puts on record what passed; everything, once."""
    for _ in range(30):
        found = engine.lapsed(judge.flow, state=judge.state, reckoning=judge.by, at=at)
        if not found:
            break
        moved = engine.book(judge.flow, state=judge.state, lapsed=found[0], reckoning=judge.by, at=at)
        judge.takes(moved, {}, By.SYSTEM)
    assert engine.lapsed(judge.flow, state=judge.state, reckoning=judge.by, at=at) == ()


def judge_offers(judge: Judge, side: By, at: int) -> None:
    """What is offered is the file's for this side and stage; the owner is never left without."""
    found = engine.allowed(judge.flow, state=judge.state, side=side, at=at, reckoning=judge.by)
    steps = written(judge.kind)["steps"]
    for one in found:
        if one.step not in OWN:
            assert side.value in steps[one.step]["by"]
            assert judge.state.stage in steps[one.step]["from"]
    owner = engine.waiting_on(judge.flow, state=judge.state)
    if owner.value == side.value:
        assert [one for one in found if not one.missing], f"{owner} can do nothing in {judge.state.stage}"


def act(data: st.DataObject, judge: Judge, side: By, at: int) -> None:
    offered = engine.allowed(judge.flow, state=judge.state, side=side, at=at, reckoning=judge.by)
    names = [one.step for one in offered]
    if not names or data.draw(st.integers(0, 3)) == 0:
        names = sorted({*judge.flow.steps, *OWN})
    step = data.draw(st.sampled_from(names))
    given = data.draw(offers(judge.state, step, judge.by, at))
    note(f"{at}: {side} {step} {given} in {judge.state.stage}")
    by: dict[str, Any] = {"step": step, "side": side, "given": given, "at": at, "reckoning": judge.by}
    refusal = engine.refusal_of(judge.flow, state=judge.state, **by)
    if refusal:
        with pytest.raises(ValueError, match=step):
            engine.move(judge.flow, state=judge.state, **by)
        return
    moved = engine.move(judge.flow, state=judge.state, **by)
    assert moved.state.since.get(step) == at or moved.to == judge.flow.opening.stage
    if step in ("ask_information", "give_information"):
        assert legal(judge, judge.state, at) == legal(judge, moved.state, at), "a period of the law stopped"
    judge.takes(moved, given, side)


def legal(judge: Judge, state: CaseState, at: int) -> set[tuple[str, int | None]]:
    running = engine.dates(judge.flow, state=state, reckoning=judge.by, at=at)
    return {(one.code, one.due) for one in running if one.weight is Weight.LAW}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_stage_is_reached_in_play(kind: Kind) -> None:
    flow, seen = known.flow(kind, version=1), set[str]()
    for seed in range(400):
        seen |= wandered(kind, Random(seed))
        if seen == flow.stages.keys():
            return
    assert seen == flow.stages.keys()


def wandered(kind: Kind, chance: Random) -> set[str]:
    """The stages of one case in which people take offered steps, and time passes."""
    flow, by, at = known.flow(kind, version=1), reckoning(), us("2026-10-28 09:00")
    facts = FACTS[kind] | ({"wanted": chance.choice(list(Remedy)).value} if "wanted" in FACTS[kind] else {})
    state = opening.opened(flow, facts=facts, opened_at=at, dated_at=at, reckoning=by).state
    seen = {state.stage}
    for _ in range(30):
        at += chance.choice([MINUTE, DAY, 4 * DAY, 15 * DAY])
        for passed in engine.lapsed(flow, state=state, reckoning=by, at=at)[:1]:
            state = engine.book(flow, state=state, lapsed=passed, reckoning=by, at=at).state
        if chance.random() < 0.1:
            state = engine.answered(flow, state=state, at=at)
        side = chance.choice([*PEOPLE, By.SYSTEM])
        offered = engine.allowed(flow, state=state, side=side, at=at, reckoning=by)
        offered = tuple(
            one for one in offered if one.step != "put_before_platform"
        )  # it would end most plays
        for one in chance.sample(offered, k=min(1, len(offered))):
            given = {
                use.name: likely(chance, use) for use in one.fields if use.required or chance.random() < 0.7
            }
            step: dict[str, Any] = {"step": one.step, "side": side, "given": given, "at": at, "reckoning": by}
            if engine.refusal_of(flow, state=state, **step) is None:
                state = engine.move(flow, state=state, **step).state
        seen.add(state.stage)
    return seen


def likely(chance: Random, use: FieldUse) -> str | int:
    field = FIELDS[use.name]
    if field.type is FieldType.CODE:
        return chance.choice(sorted(use.choices or field.choices))
    if field.type is FieldType.DAY:
        return "2026-11-02" if use.name == "promised_on" else "2028-01-03"
    if field.type is FieldType.TEXT:
        return chance.choice(["a", "somebody", "somebody else"])
    return chance.choice([1, 20_000]) if field.type is FieldType.MONEY else 1
