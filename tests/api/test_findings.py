"""What was found in a text, over HTTP: dry, refused, to confirm, held, sent with remarks, asked about."""

from typing import Any

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conduct.models import Verdict
from helpdesk.kernel.ids import Ref
from tests.api.client import Api, token_of
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.spotted import HELD, REFUSED, TO_CONFIRM, WARNED, spotting
from tests.shops import Shops

__all__ = ["spotting"]
pytestmark = pytest.mark.usefixtures("spotting")


def replies(asked: Ref) -> str:
    return f"/conversations/{asked}/replies"


def marked(text: str, finding: dict[str, Any]) -> str:
    return text[finding["start"] : finding["end"]]


def kept() -> tuple[int, int]:
    with acting(EDDA):
        return Verdict.objects.count(), Entry.objects.filter(kind="attempt.refused").count()


@pytest.mark.parametrize(
    ("text", "code", "decision"),
    [
        (REFUSED, "conduct.refused", "refuse"),
        (HELD, "conduct.held", "hold_reviewer"),
        (TO_CONFIRM, "conduct.confirm", "hold_author"),
        (WARNED, None, "warn"),
    ],
)
def test_a_dry_run_says_what_would_happen_and_stores_nothing(
    call: CallAs, asked: Ref, text: str, code: str | None, decision: str
) -> None:
    answer = call(ANNA).send("POST", f"{replies(asked)}?dry_run=true", {"text": text})
    said = answer.json()
    assert (answer.status_code, said["dry_run"], said["code"], said["decision"]) == (
        200,
        True,
        code,
        decision,
    )
    (finding,) = said["findings"]
    assert marked(text, finding).startswith("⟦")
    assert all(finding[name] for name in ("title", "reason", "remedy", "rule", "score"))
    assert kept() == (0, 0)
    assert len(call(ANNA).get(f"/conversations/{asked}").json()["messages"]) == 1


def test_a_clean_text_is_clean(call: CallAs, asked: Ref) -> None:
    said = call(ANNA).send("POST", f"{replies(asked)}?dry_run=true", {"text": "Yes, it fits."}).json()
    assert (said["code"], said["decision"], said["findings"]) == (None, "none", [])


def test_first_questions_are_read_dry_too(call: CallAs, shops: Shops) -> None:
    for path in (f"/orders/{shops.claras_order}/questions", f"/offers/{shops.offer}/questions"):
        answer = call(CLARA).send("POST", f"{path}?dry_run=true", {"text": REFUSED})
        assert (answer.status_code, answer.json()["code"]) == (200, "conduct.refused")
    assert call(CLARA).get("/conversations").json()["data"] == []


@pytest.mark.parametrize("actor", [DMITRI, HANIA])
def test_strangers_read_nothing_dry(call: CallAs, asked: Ref, actor: Any) -> None:
    answer = call(actor).send("POST", f"{replies(asked)}?dry_run=true", {"text": REFUSED})
    assert (answer.status_code, answer.json()["code"]) == (404, "conversation.not_found")


def test_a_dry_run_is_said_with_yes_or_no(call: CallAs, asked: Ref) -> None:
    answer = call(ANNA).send("POST", f"{replies(asked)}?dry_run=perhaps", {"text": "Yes."})
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "dry_run")


def test_a_refusal_names_the_words_the_attempt_and_the_reasons(call: CallAs, asked: Ref) -> None:
    answer = call(ANNA).post(replies(asked), {"text": REFUSED})
    said = answer.json()
    assert (answer.status_code, said["code"], said["decision"]) == (422, "conduct.refused", "refuse")
    assert marked(REFUSED, said["findings"][0]) == "⟦contact⟧"
    assert set(said["statement"]) == {"measure", "facts", "automated", "ground", "redress"}
    assert "E-mail address" in said["statement"]["facts"]
    assert (said["errors"][0]["pointer"], "due_at" in said, "country" in said) == ("#/text", False, False)
    assert kept() == (1, 1)
    assert Ref.parse(said["attempt"]).seller_id == asked.seller_id


def test_its_language_is_the_callers(asked: Ref) -> None:
    token = token_of(ANNA)
    titles = {
        language: Api(token, language=language)
        .post(replies(asked), {"text": REFUSED}, key=language)
        .json()["findings"][0]["title"]
        for language in ("en", "pl", "de", "fr", "it")
    }
    assert titles == {
        "en": "E-mail address",
        "pl": "Adres e-mail",
        "de": "E-Mail-Adresse",
        "fr": "Adresse e-mail",
        "it": "Indirizzo e-mail",
    }


def test_what_is_to_be_thought_over_takes_a_reason(call: CallAs, asked: Ref) -> None:
    first = call(ANNA).post(replies(asked), {"text": TO_CONFIRM}, key="k")
    assert (first.status_code, first.json()["code"]) == (422, "conduct.confirm")
    assert first.json()["errors"][0]["pointer"] == "#/confirmed"
    assert "attempt" not in first.json()
    then = call(ANNA).post(replies(asked), {"text": TO_CONFIRM, "confirmed": "So it is called."}, key="k")
    assert (then.status_code, then.json()["findings"][0]["label"]) == (201, "D_INSULT")


def test_what_is_held_says_until_when(call: CallAs, asked: Ref) -> None:
    said = call(ANNA).post(replies(asked), {"text": HELD}).json()
    assert (said["code"], said["due_at"][-1]) == ("conduct.held", "Z")
    assert "waits" in said["statement"]["measure"]


def test_a_remark_stands_in_the_answer_and_in_its_repetition(call: CallAs, asked: Ref) -> None:
    first, again = (call(ANNA).post(replies(asked), {"text": WARNED}, key="k") for _ in range(2))
    assert [one["label"] for one in first.json()["findings"]] == ["C_PROMO"]
    assert first.status_code == again.status_code == 201
    assert first.content == again.content


def test_a_check_takes_one_request(call: CallAs, asked: Ref) -> None:
    attempt = call(ANNA).post(replies(asked), {"text": REFUSED}).json()["attempt"]
    first, again = (call(ANNA).post(f"/attempts/{attempt}/checks", {}, key="c") for _ in range(2))
    assert (first.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert first.json() == again.json()
    assert first.json()["attempt"] == attempt
    other = call(ANNA).post(f"/attempts/{attempt}/checks", {})
    assert (other.status_code, other.json()["code"]) == (409, "check.asked")


def test_others_ask_for_no_check(call: CallAs, asked: Ref) -> None:
    attempt = call(ANNA).post(replies(asked), {"text": REFUSED}).json()["attempt"]
    for actor, status, code in (
        (CLARA, 404, "attempt.not_found"),
        (DMITRI, 404, "attempt.not_found"),
        (EDDA, 403, "check.not_yours"),
    ):
        answer = call(actor).post(f"/attempts/{attempt}/checks", {})
        assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_the_reasons_can_be_read_later(call: CallAs, asked: Ref) -> None:
    attempt = call(ANNA).post(replies(asked), {"text": REFUSED}).json()["attempt"]
    due = call(ANNA).post(f"/attempts/{attempt}/checks", {}).json()["due_at"]
    said = call(ANNA).get(f"/attempts/{attempt}/statement").json()
    assert (said["text"], said["code"], said["due_at"]) == (REFUSED, "conduct.refused", due)
    assert [one["label"] for one in said["findings"]] == ["A_EMAIL"]
    assert (said["outcome"], said["settled_at"]) == (None, None)
    for actor in (CLARA, DMITRI, EDDA):
        assert call(actor).get(f"/attempts/{attempt}/statement").status_code == 404


def test_reasons_of_a_text_that_shows_nothing(call: CallAs, asked: Ref) -> None:
    attempt = call(ANNA).post(replies(asked), {"text": "\u200b"}).json()["attempt"]
    said = call(ANNA).get(f"/attempts/{attempt}/statement").json()
    assert said["findings"] == []
    assert said["statement"]["facts"].startswith("This message shows nothing")
