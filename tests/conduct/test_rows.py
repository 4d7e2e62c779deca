"""`helpdesk conduct`: messages in, findings out, line for line, and a bad line stops nothing."""

import json
import subprocess
from typing import Any

import pytest

from helpdesk.conduct.queries import judged
from helpdesk.console import running

PLAIN = {"id": "m1", "lang": "en", "sender": "seller", "text": "Your parcel left today with DPD."}
MAIL = {**PLAIN, "id": "m2", "text": "Write to anna.nowak@fastmail.com please."}


def answer(row: Any) -> dict[str, Any]:
    line = row if isinstance(row, str) else json.dumps(row)
    return judged(line=line, read_file=lambda *_file: ())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "Expecting"),
        ("[]", "an object"),
        ({**PLAIN, "lang": "xx"}, "lang is one of"),
        ({**PLAIN, "sender": "courier"}, "seller or buyer"),
        ({**PLAIN, "sender": ["seller"]}, "seller or buyer"),
        ({**PLAIN, "text": 5}, "text is a text"),
        ({**PLAIN, "context": "before"}, "context is a list"),
        ({**PLAIN, "context": ["before"]}, "lists of objects"),
        ({**PLAIN, "attachments": [{"name": "a.png", "b64": "%%"}]}, "b64 is base64"),
        ({**PLAIN, "buyer_text": "Is it?", "questions": [{"id": "q1"}]}, "start and end"),
    ],
)
def test_a_bad_row_says_what_is_wrong_with_it(row: Any, said: str) -> None:
    assert said in answer(row)["error"]


def test_a_clean_row() -> None:
    found = answer(PLAIN)
    assert found.pop("us") > 0
    lists = ("labels", "spans", "questions", "answered", "more", "findings")
    assert found == {"id": "m1", "decision": "none", **{name: [] for name in lists}}


def test_the_command_goes_on_after_a_bad_line() -> None:
    lines = [json.dumps(PLAIN), "nonsense", "", json.dumps(MAIL)]
    done = subprocess.run(
        running.command_line("conduct"), input="\n".join(lines), capture_output=True, text=True, check=True
    )
    clean, bad, mail = [json.loads(line) for line in done.stdout.splitlines()]
    assert clean["labels"] == []
    assert "error" in bad
    assert (mail["labels"], mail["decision"]) == (["A_EMAIL"], "refuse")
    assert mail["spans"] == [{"start": 9, "end": 32, "label": "A_EMAIL"}]
