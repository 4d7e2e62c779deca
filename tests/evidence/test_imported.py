"""A thread of an older system in a package: every word of it, with the mark, and whole to verifiers."""

import json
from pathlib import Path

from tests.conversations.bringing import ANSWER, WORDS, brought, known, place, thread
from tests.evidence.packages import package
from tests.evidence.test_verify_py_handed_out import key_of, verified
from tests.shops import Shops


def test_a_package_tells_it_as_what_an_import_claims(shops: Shops, tmp_path: Path) -> None:
    known(shops)
    brought(thread())
    handed = package(place(shops))
    told = json.loads(handed.members["conversation.json"])
    assert (told["order"], told["messages"]) == ("A-1001", [])
    events = [one for one in told["events"] if one["kind"] == "thread.imported"]
    assert [one["texts"]["body"] for one in events] == [WORDS, ANSWER]
    assert [one["facts"]["side"] for one in events] == ["buyer", "seller"]
    assert {(one["facts"]["manner"], one["side"], one["name"]) for one in events} == {
        ("imported", "platform", "Platform")
    }
    report = verified(handed, tmp_path, key_of(handed, receipts=True))
    assert {row.code for row in report.findings} <= {"key.not_given"}
