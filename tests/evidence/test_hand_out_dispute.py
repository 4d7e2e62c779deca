"""Hand out a dispute: the case and its thread in one order of time, with verdicts, beside what proves it."""

import json
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Audience, Finding
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.config.wiring import MIRRORS
from helpdesk.evidence import actions as evidence
from helpdesk.evidence.shipped import verify as shipped
from helpdesk.evidence.words import WORDING
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight import actions as oversight
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.evidence.test_printed import plain, text_of
from tests.past import any_present
from tests.shops import Shops

CLAIM = Opening(situation=Situation.OTHER, amount=1_500)


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """A claim that was refused and put before the Platform, with a message between."""
    any_present(monkeypatch)
    tale = Tale(shops.claras_order)
    tale.open(CLAIM, words="The carton scratched my table.")
    tale.reply("The carton had no edges when it left our shop.")
    tale.step("refuse", words="The carton has no edges.")
    tale.step("escalate", CLARA, words="It has four.")
    return tale


def pack(tale: Tale, actor: Actor = CLARA, *, language: str = "en", key: str = "pack") -> dict[str, bytes]:
    """The members of the pack, as one of the parties takes it."""
    assert tale.case is not None
    made = evidence.hand_out_dispute(
        actor=actor, now=tale.later(), case=tale.case, language=language, key=key, wording=WORDING
    )
    with made.file:
        data = made.file.read()
    assert len(data) == made.size
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def entries() -> list[Entry]:
    with acting(SYSTEM):
        return list(Entry.objects.filter(kind="evidence.handed_out").order_by("at"))


def retold(members: dict[str, bytes]) -> dict:
    told: dict = json.loads(members["dispute.json"])
    return told


def test_it_tells_thread_and_case_in_one_order_of_time(tale: Tale) -> None:
    told = retold(pack(tale))
    line = told["timeline"]
    assert [one["kind"] for one in line] == ["case.opened", "message", "case.step", "case.step"]
    assert [one["at"] for one in line] == sorted(one["at"] for one in line)
    assert line[0]["texts"]["words"] == "The carton scratched my table."
    assert "The carton has no edges." in line[2]["said"]
    assert (told["case"]["number"], told["case"]["stage"]) == (tale.shown().number, "escalated")
    assert {one["date"] for one in told["case"]["dates"]} >= {"platform_answer", "decision"}


def test_it_says_which_dates_were_kept(tale: Tale) -> None:
    told = retold(pack(tale))
    assert ("claim_answer", "seller", "met") in {
        (one["date"], one["owner"], one["verdict"]) for one in told["case_dates"]
    }
    assert [one["verdict"] for one in told["replies"]] == ["met"]


def test_a_missed_date_is_told_as_missed(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    any_present(monkeypatch)
    tale = Tale(shops.claras_order)
    tale.open(CLAIM, words="The carton scratched my table.")
    tale.later(timedelta(days=16))
    tale.sweep()
    tale.step("refuse", words="The carton has no edges.")
    told = retold(pack(tale))
    assert ("claim_answer", "late") in {(one["date"], one["verdict"]) for one in told["case_dates"]}


def test_the_evidence_beside_it_is_whole_and_the_same_verdict_is_told(tale: Tale, tmp_path: Path) -> None:
    members = pack(tale)
    told = retold(members)
    inner = members[told["evidence"]["name"]]
    assert sha256(inner).hexdigest() == told["evidence"]["sha256"]
    (tmp_path / "evidence.zip").write_bytes(inner)
    report = shipped.verify(tmp_path / "evidence.zip")
    assert told["verification"]["verdict"] == "whole"
    assert report.verdict == "untrusted"  # all holds; whose key it is, nobody said
    assert told["verification"]["entries"] == len(told["timeline"])


def test_the_entry_commits_what_is_told_and_names_the_case(tale: Tale) -> None:
    members = pack(tale)
    (entry,) = entries()
    assert tale.case is not None
    facts = json.loads(bytes(entry.leaf))["f"]
    assert facts["case"] == str(tale.case.id)
    with acting(SYSTEM):
        said = json.loads(bytes(Value.objects.get(entry_id=entry.id, name="dispute").value))
    assert said == {name: sha256(members[name]).hexdigest() for name in ("dispute.en.pdf", "dispute.json")}
    assert not [fault for fault in verify(mirrors=MIRRORS) if isinstance(fault, Finding)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Dispute pack"),
        ("pl", "Pakiet do sporu"),
        ("de", "Streitmappe"),
        ("fr", "Dossier de litige"),
        ("it", "Fascicolo della controversia"),
    ],
)
def test_people_read_it_in_their_language(tale: Tale, language: str, said: str) -> None:
    members = pack(tale, language=language)
    text = plain(text_of(members[f"dispute.{language}.pdf"]))
    assert plain(said) in text
    assert plain("The carton has no edges.") in text
    assert plain(tale.shown().number) in text
    assert retold(members)["language"] == language


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_either_side_takes_it_behind_its_own_back(tale: Tale, actor: Actor) -> None:
    pack(tale, actor)
    (entry,) = entries()
    assert entry.audience == (Audience.BUYER if actor is CLARA else Audience.SELLER)


@pytest.mark.parametrize("actor", [DMITRI, HANIA, PLATFORM, SYSTEM])
def test_strangers_find_nothing(tale: Tale, actor: Actor) -> None:
    with pytest.raises(NotFound):
        pack(tale, actor)
    assert entries() == []


def test_administrators_take_it_once_the_file_is_open(tale: Tale) -> None:
    assert tale.case is not None
    asked: Any = {"case": tale.case, "language": "en", "wording": WORDING}
    with pytest.raises(Forbidden, match=r"evidence\.not_yours"):
        oversight.hand_out_dispute(actor=EDDA, now=tale.later(), key="early", **asked)
    oversight.open_file(
        actor=EDDA, now=tale.later(), conversation=tale.thread, reason="dispute", key="open", item=tale.case
    )
    oversight.hand_out_dispute(actor=EDDA, now=tale.later(), key="now", **asked).file.close()
    (entry,) = entries()
    assert entry.audience == Audience.OPERATOR
    for actor in (ANNA, CLARA):
        with pytest.raises(NotFound):
            oversight.hand_out_dispute(actor=actor, now=tale.later(), key="no", **asked)


def test_who_asks_twice_gets_two_and_both_are_on_record(tale: Tale) -> None:
    assert pack(tale)["dispute.json"] != pack(tale)["dispute.json"]
    assert len(entries()) == 2
