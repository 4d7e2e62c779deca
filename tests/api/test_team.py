"""The team by API: as its page, for tools of a seller."""

import pytest
from django.core import mail
from django.db import connection

from helpdesk.accounts.models import Invitation
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, PLATFORM
from tests.shops import Shops

pytestmark = pytest.mark.usefixtures("shops")
NADIA = {"email": "Nadia@example.com", "role": "agent", "language": "de"}


def member(call: CallAs, name: str) -> str:
    found = call(ANNA).get("/team/members").json()["data"]
    return next(str(one["id"]) for one in found if one["name"] == name)


def test_everybody_on_the_team_sees_it(call: CallAs) -> None:
    for actor in (ANNA, BRUNO):
        found = call(actor).get("/team/members").json()["data"]
        assert [(one["name"], one["role"]) for one in found] == [("Anna", "owner"), ("Bruno", "agent")]
    for actor in (CLARA, EDDA, PLATFORM):
        assert call(actor).get("/team/members").status_code == 404


def test_inviting_sends_a_mail_in_the_receivers_language(call: CallAs) -> None:
    answer = call(ANNA).post("/team/invitations", NADIA)
    assert answer.status_code == 201
    assert answer.json()["email"] == "nadia@example.com"
    assert "secret" not in answer.content.decode()
    (message,) = mail.outbox
    assert message.to == ["nadia@example.com"]
    assert "/account/invitations/" in str(message.body)
    assert [one["id"] for one in call(ANNA).get("/team/invitations").json()["data"]] == [answer.json()["id"]]


def test_an_invitation_is_withdrawn(call: CallAs) -> None:
    id = call(ANNA).post("/team/invitations", NADIA).json()["id"]
    assert call(BRUNO).send("DELETE", f"/team/invitations/{id}").status_code == 403
    assert call(DMITRI).send("DELETE", f"/team/invitations/{id}").status_code == 404
    for _ in range(2):
        assert call(ANNA).send("DELETE", f"/team/invitations/{id}").status_code == 204
    assert Invitation.objects.get().withdrawn_by == ANNA.person
    assert call(ANNA).get("/team/invitations").json()["data"] == []


def test_roles_change_and_colleagues_go(call: CallAs) -> None:
    bruno = member(call, "Bruno")
    assert call(DMITRI).put(f"/team/members/{bruno}/role", {"role": "owner"}).status_code == 404
    assert call(BRUNO).put(f"/team/members/{bruno}/role", {"role": "owner"}).status_code == 403
    assert call(ANNA).put(f"/team/members/{bruno}/role", {"role": "reader"}).status_code == 204
    assert call(BRUNO).get("/team/members").status_code == 401  # the token had the role of before
    assert call(ANNA).send("DELETE", f"/team/members/{bruno}").status_code == 204
    assert call(ANNA).send("DELETE", f"/team/members/{bruno}").status_code == 404


def test_the_last_owner_stays(call: CallAs) -> None:
    anna = member(call, "Anna")
    for answer in (
        call(ANNA).send("DELETE", f"/team/members/{anna}"),
        call(ANNA).put(f"/team/members/{anna}/role", {"role": "agent"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "member.last_owner")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"email": "x", "role": "agent"},
        {"email": "a@b.example\nBcc: c@d.example", "role": "agent"},
        {"email": "a@b.example", "role": "support"},
        {"email": "a@b.example", "role": "agent", "language": "xx"},
        {"email": "a@b.example", "role": "agent", "seller": 1},
        {"email": 1, "role": "agent"},
        {"email": "x" * 300, "role": "agent"},
    ],
)
def test_what_cannot_be_an_invitation_is_refused(call: CallAs, body: object) -> None:
    assert call(ANNA).post("/team/invitations", body).status_code == 422
    assert mail.outbox == []


def test_ids_that_are_none_of_ours_are_not_there(call: CallAs, shops: Shops) -> None:
    for id in ("x", "ext:nothing", str(shops.claras_order), "1" * 31):
        assert call(ANNA).send("DELETE", f"/team/members/{id}").status_code == 404
    assert connection.in_atomic_block is False
