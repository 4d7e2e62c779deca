"""Rules at the desk: read by all administrators, changed by Compliance, and announced to everybody."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from helpdesk.archive import actions as archive
from helpdesk.conduct import queries
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, EDDA, FELIX
from tests.portal.conftest import SignIn
from tests.shops import Shops

PAGE = "/administrator/rules"


@pytest.fixture(autouse=True)
def fresh(shops: Shops) -> None:
    """What this process knew of another database."""
    queries.forget()


def form(**other: str) -> dict[str, str]:
    return {"key": str(uuid4()), "market": "", "expected": "0", "hosts": "", "effective_on": "", **other}


def forbidding(**other: str) -> dict[str, str]:
    return form(words_0="Square  copper gasket", label_0="C_PROMO", **other)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_empty_page_says_what_holds(sign_in: SignIn) -> None:
    said = text(sign_in(FELIX).get(PAGE))
    assert "the shipped rules hold everywhere" in said
    assert "Change the rules" in said


def test_others_read_and_do_not_publish(sign_in: SignIn) -> None:
    edda = sign_in(EDDA)
    said = text(edda.get(PAGE))
    assert "The rules are published by Compliance." in said
    assert "Change the rules" not in said
    for deed in ("previews", "versions", "trials"):
        assert edda.post(f"{PAGE}/{deed}", forbidding()).status_code == 403
    assert sign_in(ANNA).get(PAGE).status_code == 404
    assert queries.published() == []


def test_a_preview_names_what_forbids_more_and_stores_nothing(sign_in: SignIn) -> None:
    felix = sign_in(FELIX)
    said = text(felix.post(f"{PAGE}/previews", forbidding()))
    assert "This forbids more than before:" in said
    assert "Writing “square copper gasket” is forbidden (Advertising)." in said
    assert "Announce it" in said
    assert "it may hold at once" in text(felix.post(f"{PAGE}/previews", form(hosts="gls.example")))
    assert queries.published() == []


def test_what_is_announced_stands_where_everybody_reads_it(sign_in: SignIn) -> None:
    assert sign_in(FELIX).post(f"{PAGE}/versions", forbidding(market="pl")).status_code == 302
    (version,) = queries.published()
    assert version.effective_at - version.published_at >= timedelta(days=14, hours=23)
    for page, client in (("/how-it-works", Client()), ("/seller/inbox", sign_in(ANNA))):
        said = text(client.get(page))
        assert "Writing “square copper gasket” is forbidden (Advertising)." in said
        assert "Poland" in said
    assert "forbids more" in text(sign_in(EDDA).get(PAGE))


def test_more_may_be_allowed_at_once(sign_in: SignIn) -> None:
    felix = sign_in(FELIX)
    assert felix.post(f"{PAGE}/versions", form(hosts="gls.example\n\nups.example")).status_code == 302
    assert {"gls.example", "ups.example"} <= queries.pack_in_force().hosts
    assert "<code>gls.example</code>" in text(felix.get(PAGE))
    assert "From:" not in text(Client().get("/how-it-works"))


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"hosts": "no host"}, "hosts", "is no host"),
        ({"words_0": "ab", "label_0": "C_PROMO"}, "phrases", "cannot be forbidden"),
        ({"words_0": "free gift", "label_0": "X"}, "phrases", "under which rule"),
        ({"ceiling_D_SHOUT": "gag"}, "ceilings", "no such decision"),
        ({"effective_on": "tomorrow"}, "effective_on", "This is no day."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    sign_in: SignIn, wrong: dict[str, str], field: str, sentence: str
) -> None:
    answer = sign_in(FELIX).post(f"{PAGE}/versions", form(**wrong))
    assert answer.status_code in (400, 422)
    assert sentence in text(answer)
    assert queries.published() == []


def test_too_soon_and_overtaken_are_refused(sign_in: SignIn) -> None:
    felix, soon = sign_in(FELIX), f"{clock.now() + timedelta(days=3):%Y-%m-%d}"
    assert "15 days" in text(felix.post(f"{PAGE}/versions", forbidding(effective_on=soon)))
    assert felix.post(f"{PAGE}/versions", form(hosts="gls.example")).status_code == 302
    answer = felix.post(f"{PAGE}/versions", form(hosts="ups.example"))
    assert answer.status_code == 409
    assert "since your page was made" in text(answer)


def test_a_draft_is_tried_over_the_last_month(sign_in: SignIn, asked: Ref) -> None:
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft="It is the square copper gasket.", key="1"
    )
    archive.number_entries(actor=SYSTEM, now=clock.now())
    felix = sign_in(FELIX)
    answer = felix.post(f"{PAGE}/trials", forbidding(**{"try": "draft"}))
    path = str(answer["Location"])
    waiting = felix.get(path)
    assert waiting.headers["Refresh"]
    while conversations.try_rules(actor=SYSTEM, now=clock.now()):
        pass
    queries.forget()
    said = text(felix.get(path))
    assert "<code>operator.c_promo</code>" in said
    assert "would be treated otherwise" in said
    assert f"/administrator/files/{asked}" in said
    lines = text(felix.get(f"{path}/trial.csv")).splitlines()
    assert "found,C_PROMO,operator.c_promo,pl,1,,,,," in lines
    assert "changed,,,,1,,,,none,warn" in lines
    assert "copper" not in "".join(lines)
    assert queries.published() == []
    assert text(felix.get(PAGE)).count("stands out") == 1
