"""People by API: for the Platform's own systems and its platform admins."""

from uuid import uuid4

import pytest
from django.core import mail

from helpdesk.accounts.models import Invitation
from tests.accounts.people import CHIEF
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, EDDA, PLATFORM

pytestmark = pytest.mark.usefixtures("shops")


@pytest.mark.parametrize("actor", [CHIEF, PLATFORM])
def test_people_are_found(call: CallAs, actor: object) -> None:
    call(EDDA), call(CLARA)
    found = call(actor).get("/people").json()["data"]  # type: ignore[arg-type]
    assert "Edda" in {one["name"] for one in found}
    assert "Clara" not in {one["name"] for one in found}
    (clara,) = call(actor).get("/people?words=clar").json()["data"]  # type: ignore[arg-type]
    assert call(actor).get(f"/people/{clara['id']}").json() == clara  # type: ignore[arg-type]


def test_disabling_and_enabling(call: CallAs) -> None:
    bruno = call(BRUNO)
    for _ in range(2):
        assert call(CHIEF).put(f"/people/{BRUNO.person}/disabling", {}).status_code == 204
    assert bruno.get("/inbox").status_code == 401
    assert call(CHIEF).get(f"/people/{BRUNO.person}").json()["disabled_at"]
    assert call(CHIEF).send("DELETE", f"/people/{BRUNO.person}/disabling").status_code == 204
    assert bruno.get("/inbox").status_code == 200


def test_roles_are_granted_and_revoked_and_tokens_follow(call: CallAs) -> None:
    edda = call(EDDA)
    assert edda.get("/files?words=A").status_code == 200
    for role in ("support", "reviewer"):
        for _ in range(2):
            assert call(CHIEF).send("DELETE", f"/people/{EDDA.person}/roles/{role}").status_code == 204
    assert edda.get("/files?words=A").status_code == 401
    assert call(CHIEF).put(f"/people/{EDDA.person}/roles/support", {}).status_code == 204
    assert edda.get("/files?words=A").status_code == 200
    assert call(CHIEF).put(f"/people/{EDDA.person}/roles/owner", {}).status_code == 422


def test_the_last_platform_admin_stays(call: CallAs) -> None:
    for method, path in (("DELETE", "roles/platform_admin"), ("PUT", "disabling")):
        answer = call(CHIEF).send(method, f"/people/{CHIEF.person}/{path}", {})
        assert (answer.status_code, answer.json()["code"]) == (409, "role.last_platform_admin")


def test_administrators_are_invited_and_invitations_withdrawn(call: CallAs) -> None:
    answer = call(CHIEF).post("/people/invitations", {"email": "ola@example.com", "role": "auditor"})
    assert answer.status_code == 201
    assert [message.to for message in mail.outbox] == [["ola@example.com"]]
    id = answer.json()["id"]
    assert [one["id"] for one in call(CHIEF).get("/people/invitations").json()["data"]] == [id]
    assert call(ANNA).send("DELETE", f"/team/invitations/{id}").status_code == 404
    assert call(CHIEF).send("DELETE", f"/people/invitations/{id}").status_code == 204
    assert Invitation.objects.get().withdrawn_at is not None


def test_nobody_else_sees_or_does_any_of_it(call: CallAs) -> None:
    for actor in (ANNA, CLARA, EDDA):
        for method, path, body in (
            ("GET", "", {}),
            ("GET", f"/{EDDA.person}", {}),
            ("PUT", f"/{BRUNO.person}/disabling", {}),
            ("DELETE", f"/{BRUNO.person}/disabling", {}),
            ("PUT", f"/{actor.person}/roles/platform_admin", {}),
            ("DELETE", f"/{EDDA.person}/roles/support", {}),
            ("GET", "/invitations", {}),
            ("POST", "/invitations", {"email": "x@example.com", "role": "support"}),
            ("DELETE", f"/invitations/{uuid4()}", {}),
        ):
            answer = call(actor).send(method, f"/people{path}", body)
            assert answer.status_code == 403, f"{actor.name} {method} {path}"
    assert mail.outbox == []


def test_nobody_is_not_there(call: CallAs) -> None:
    for method, path in (("GET", ""), ("PUT", "/disabling"), ("PUT", "/roles/support")):
        assert call(CHIEF).send(method, f"/people/{uuid4()}{path}", {}).status_code == 404
    assert call(CHIEF).get("/people/x").status_code == 422
