"""Deeds on a thread's clock over HTTP: marks, objections, insisting, reopening; how a reply is meant."""

from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, HANIA, READER


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


class Calls:
    """Short ways to call, in Clara's thread with Anna's shop."""

    def __init__(self, call: CallAs, asked: Ref) -> None:
        self.call, self.place = call, f"/conversations/{asked}"

    def reply(self, text: str = "Yes, it is.", **more: object) -> Any:
        return self.call(ANNA).post(f"{self.place}/replies", {"text": text, **more})

    def ask(self, text: str = "And the lever?") -> Any:
        return self.call(CLARA).post(f"{self.place}/questions", {"text": text})

    def waive(self, key: str = "", **more: object) -> Any:
        body = {"reason": "duplicate", **more}
        return self.call(ANNA).post(f"{self.place}/waivers", body, key=key)

    def tap(self, noun: str, **body: object) -> Any:
        return self.call(CLARA).post(f"{self.place}/{noun}", body)

    def thread(self) -> Any:
        return self.call(CLARA).get(self.place).json()


@pytest.fixture
def calls(call: CallAs, asked: Ref) -> Calls:
    return Calls(call, asked)


def test_a_mark_and_the_objection_to_it(calls: Calls) -> None:
    calls.reply()
    calls.ask()
    marked = calls.waive()
    assert (marked.status_code, marked.json()["n"]) == (201, 3)
    assert marked.json()["archive"]["receipt"]["signature"]
    assert calls.thread()["waiting_on"] == "nobody"
    objected = calls.tap("objections")
    assert (objected.status_code, objected.json()["n"]) == (201, 4)
    assert calls.thread()["waiting_on"] == "seller"


def test_the_same_mark_again_gets_the_same_bytes(calls: Calls) -> None:
    calls.reply()
    calls.ask()
    first, again = calls.waive(key="m"), calls.waive(key="m")
    assert first.content == again.content
    assert again.headers["Idempotency-Replayed"] == "true"
    assert told(calls.waive(key="m", reason="courtesy")) == (422, "archive.key_reused")


def test_what_may_not_be_marked(calls: Calls) -> None:
    assert told(calls.waive()) == (409, "waiver.first")
    calls.reply()
    assert told(calls.waive()) == (409, "waiver.nothing_open")


def test_what_came_since_is_in_the_answer(calls: Calls) -> None:
    calls.reply()
    calls.ask()
    answer = calls.waive(seen_n=1)
    assert told(answer) == (409, "conversation.moved")
    assert [message["text"] for message in answer.json()["new"]] == ["And the lever?"]


def test_thanks_become_a_question(calls: Calls) -> None:
    calls.reply()
    n = calls.ask("Thank you very much!").json()["n"]
    shown = calls.thread()
    assert (shown["waiting_on"], shown["messages"][-1]["manner"]) == ("nobody", "courtesy")
    assert calls.tap("insistences", n=n).status_code == 201
    assert calls.thread()["waiting_on"] == "seller"
    assert told(calls.tap("insistences", n=n)) == (409, "insistence.open")


@pytest.mark.parametrize("how", ["partly", "no"])
def test_an_answer_that_was_none(calls: Calls, how: str) -> None:
    n = calls.reply().json()["n"]
    assert calls.tap("reopenings", n=n, how=how).status_code == 201
    assert calls.thread()["waiting_on"] == "seller"
    assert told(calls.tap("reopenings", n=n, how=how)) == (409, "reopening.open")


BODIES = [
    ("waivers", {}, "input.missing"),
    ("waivers", {"reason": "lazy"}, "input.not_listed"),
    ("waivers", {"reason": "duplicate", "more": 1}, "input.unknown_field"),
    ("objections", {"n": 1}, "input.unknown_field"),
    ("insistences", {"n": "1"}, "input.type"),
    ("insistences", {"n": -1}, "input.bounds"),
    ("reopenings", {"n": 1}, "input.missing"),
    ("reopenings", {"n": 1, "how": "yes"}, "input.not_listed"),
]


@pytest.mark.parametrize(("noun", "body", "code"), BODIES)
def test_a_body_says_what_is_meant_and_nothing_else(
    calls: Calls, call: CallAs, noun: str, body: Any, code: str
) -> None:
    actor = ANNA if noun == "waivers" else CLARA
    assert told(call(actor).post(f"{calls.place}/{noun}", body)) == (422, code)


def test_strangers_find_nothing_and_the_others_may_not(calls: Calls, call: CallAs) -> None:
    for noun, body in (
        ("waivers", {"reason": "duplicate"}),
        ("objections", {}),
        ("insistences", {"n": 0}),
        ("reopenings", {"n": 0, "how": "no"}),
    ):
        assert told(call(HANIA).post(f"{calls.place}/{noun}", body)) == (404, "conversation.not_found")
        assert call(READER).post(f"{calls.place}/{noun}", body).status_code == 403


READS = {"holding": "We will get back to you.", "vague": "It depends.", "courtesy": "You're welcome!"}


@pytest.mark.parametrize(("reading", "text"), READS.items())
def test_the_author_is_asked_what_is_meant(calls: Calls, reading: str, text: str) -> None:
    answer = calls.reply(text)
    assert told(answer) == (422, f"reply.reads_as_{reading}")
    assert answer.json()["choices"] == ["interim", "full"]
    assert answer.json()["errors"][0]["pointer"] == "#/manner"
    assert len(calls.thread()["messages"]) == 1


def test_an_interim_note_leaves_the_clock_running(calls: Calls) -> None:
    before = calls.thread()["due_at"]
    assert calls.reply(READS["holding"], manner="interim").status_code == 201
    shown = calls.thread()
    assert (shown["due_at"], shown["messages"][-1]["manner"]) == (before, "interim")


def test_a_full_answer_stops_it_whatever_it_reads_as(calls: Calls) -> None:
    assert calls.reply(READS["vague"], manner="full").status_code == 201
    shown = calls.thread()
    assert (shown["waiting_on"], shown["messages"][-1]["manner"]) == ("nobody", None)


def test_what_nobody_wrote_answers_nothing(calls: Calls) -> None:
    assert calls.reply("Thank you for your message.", automatic=True).status_code == 201
    shown = calls.thread()
    assert (shown["waiting_on"], shown["messages"][-1]["manner"]) == ("seller", "automatic")
    assert told(calls.reply("Hello.", automatic=True, manner="full")) == (422, "reply.automatic")


def test_a_promise_stops_the_clock_once(calls: Calls) -> None:
    thread = calls.thread()
    today = thread["due_local"][:10]
    assert calls.reply("The maker tells us then.", promise_on=today).status_code == 201
    assert calls.thread()["waiting_on"] == "nobody"
    calls.ask("And the other one?")
    answer = calls.reply("I ask.", promise_on=today)
    assert told(answer) == (422, "promise.second")
    assert answer.json()["choices"] == ["interim", "full"]
    assert answer.json()["errors"][0]["pointer"] == "#/promise_on"


@pytest.mark.parametrize("day", ["2020-01-01", "2099-01-01"])
def test_a_promise_lies_ahead_and_not_far(calls: Calls, day: str) -> None:
    code = "promise.past" if day < "2026" else "promise.far"
    assert told(calls.reply("Then.", promise_on=day)) == (422, code)


@pytest.mark.parametrize(
    "day", ["2026-02-30", "20261201", "2026-12-1", "tomorrow", "", 20261201, 0, True, []]
)
def test_a_day_is_a_day(calls: Calls, day: Any) -> None:
    answer = calls.reply("Then.", promise_on=day)
    assert told(answer) == (422, "input.pattern")
    assert answer.json()["errors"][0]["pointer"] == "#/promise_on"


@pytest.mark.parametrize("manner", ["automatic", "courtesy", "", 1])
def test_only_these_two_manners_are_an_authors(calls: Calls, manner: Any) -> None:
    assert calls.reply("Then.", manner=manner).status_code == 422


def test_questions_are_named_answered_and_reopened(calls: Calls) -> None:
    calls.reply()
    calls.ask("What voltage does it need? When will you send it?")
    first, second = (one["id"] for one in calls.thread()["questions"])
    dry = calls.call(ANNA).post(f"{calls.place}/replies?dry_run=true", {"text": "It needs 230 volts."})
    seen = [(one["id"], one["n"], one["treatment"]) for one in dry.json()["questions"]]
    assert seen == [(first, 2, "answered"), (second, 2, "ignored")]

    said: dict[str, object] = {"answered": [first]}
    open_ = calls.reply("It needs 230 volts.", questions=said)
    assert (told(open_), open_.json()["choices"]) == ((422, "reply.leaves_questions"), ["interim", "full"])
    later = calls.reply("It needs 230 volts.", questions=said | {"later": [second]})
    assert later.status_code == 201
    assert [one["id"] for one in calls.thread()["questions"]] == [second]
    n = calls.reply("We send it tomorrow.", questions={"answered": [second]}).json()["n"]
    assert calls.thread()["waiting_on"] == "nobody"

    assert calls.tap("completions", n=n).status_code == 201
    assert told(calls.tap("reopenings", n=n, how="partly", questions=[first])) == (422, "questions.unknown")
    assert calls.tap("reopenings", n=n, how="partly", questions=[second]).status_code == 201
    thread = calls.thread()
    assert [one["id"] for one in thread["questions"]] == [second]
    assert [(one["how"], one["open"]) for one in thread["ticks"]] == [
        (None, []),
        (None, []),
        ("complete", []),
        ("partly", [second]),
    ]


@pytest.mark.parametrize(
    ("questions", "code"),
    [
        ({"answered": ["x"]}, (422, "input.pattern")),
        ({"answered": ["9.0.5"]}, (409, "questions.not_open")),
        ({"answered": ["0.0.1"] * 21}, (422, "input.too_long")),
        ({"vague": []}, (422, "input.unknown")),
    ],
)
def test_what_names_no_question_is_refused(
    calls: Calls, questions: dict[str, object], code: tuple[int, str]
) -> None:
    answer = calls.reply(questions=questions)
    assert answer.status_code == code[0]
    assert calls.thread()["waiting_on"] == "seller"
