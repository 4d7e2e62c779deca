"""A shop's team: invited by mail, changed by its owners, never without one."""

import re
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Invitation, Person
from helpdesk.archive.database.scope import acting, everything
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Member, Seller
from tests.accounts.people import LATER
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, DMITRI, DMITRIS_SHOP, PLATFORM
from tests.portal.account import PASSWORD, come_in, content, give_password, link_in
from tests.portal.conftest import SignIn

NEW = "nadia@example.com"


@pytest.fixture(autouse=True)
def _cheap(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def invite(client: Client, email: str = NEW, role: str = "agent") -> str:
    """The link of the mail."""
    answer = client.post("/seller/team/invitations", {"email": email, "role": role})
    assert answer["Location"] == "/seller/team"
    return link_in(mail.outbox[-1])


def ref(person: UUID) -> Ref:
    """The membership of one of Anna's people."""
    with everything():
        row = Member.objects.get(seller_id=ANNAS_SHOP, person_id=person, removed_at=None)
    return Ref(row.seller_id, row.id)


def test_a_colleague_comes_by_a_link_and_a_password(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    link, client = invite(anna), Client()
    assert client.get(link)["Location"] == "/account/invitation"
    page = client.get("/account/invitation").content.decode()
    assert "Anna&#x27;s Espresso Parts" in page
    assert NEW in page
    weak = client.post("/account/invitation", {"display_name": "Nadia", "password": "short"})
    assert weak.status_code == 422
    done = client.post("/account/invitation", {"display_name": "Nadia", "password": PASSWORD})
    assert done["Location"] == "/seller/inbox"
    assert client.get("/seller/inbox").status_code == 200
    assert b"Nadia" in anna.get("/seller/team").content
    assert come_in(NEW).get("/")["Location"] == "/seller/inbox"


def test_the_link_works_once(sign_in: SignIn) -> None:
    link = invite(sign_in(ANNA))
    first, second = Client(), Client()
    first.get(link)
    first.post("/account/invitation", {"display_name": "Nadia", "password": PASSWORD})
    second.get(link)
    for answer in (second.get("/account/invitation"), second.post("/account/invitation", {})):
        assert answer.status_code == 404
        assert "not valid any more" in answer.content.decode()


def test_only_the_digest_of_the_secret_is_kept(sign_in: SignIn) -> None:
    secret = invite(sign_in(ANNA)).rsplit("/", 1)[1]
    row = Invitation.objects.get()
    assert secret.encode() not in bytes(row.digest)
    assert len(row.digest) == 32


def test_withdrawn_replaced_or_old_links_open_nothing(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    replaced, withdrawn = invite(anna), invite(anna)
    row = Invitation.objects.get(withdrawn_at=None)
    anna.post(f"/seller/team/invitations/{row.id}/withdrawal")
    old = invite(anna)
    Invitation.objects.filter(withdrawn_at=None).update(expires_at=LATER)
    for link in (replaced, withdrawn, old, "/account/invitations/nothing", "/account/invitations/ż"):
        client = Client()
        client.get(link)
        assert client.get("/account/invitation").status_code == 404


def test_whoever_has_an_account_signs_in_and_accepts(sign_in: SignIn) -> None:
    email = give_password(DMITRI)
    link, client = invite(sign_in(ANNA), email, "reader"), Client()
    client.get(link)
    assert "/sign-in?next=/account/invitation" in client.get("/account/invitation").content.decode()
    signed = client.post("/sign-in", {"login": email, "password": PASSWORD, "next": "/account/invitation"})
    assert signed["Location"] == "/account/invitation"
    assert client.post("/account/invitation")["Location"] == "/seller/inbox"
    page = client.get("/seller/inbox").content.decode()
    assert "Reader" in page
    assert f'value="seller:{DMITRIS_SHOP}"' in page


def test_an_invitation_for_somebody_else_is_not_taken_up(sign_in: SignIn) -> None:
    link = invite(sign_in(ANNA))
    dmitri = sign_in(DMITRI)
    dmitri.get(link)
    for answer in (dmitri.get("/account/invitation"), dmitri.post("/account/invitation")):
        assert "another address" in answer.content.decode()
    assert Invitation.objects.get().accepted_at is None


def test_owners_change_roles_and_remove_and_it_holds_at_once(sign_in: SignIn) -> None:
    anna, bruno = sign_in(ANNA), sign_in(BRUNO)
    token = accounts.issue_token(actor=SYSTEM, now=clock.now(), hat=BRUNO)
    anna.post(f"/seller/team/members/{ref(BRUNO.person)}/role", {"role": "reader"})
    assert "Reader" in bruno.get("/seller/team").content.decode()
    from helpdesk.accounts.queries import actor_for_token_for_system

    assert actor_for_token_for_system(token=token, now=clock.now()) is None
    anna.post(f"/seller/team/members/{ref(BRUNO.person)}/removal")
    assert bruno.get("/seller/inbox")["Location"] == "/sign-in"
    assert "Bruno" not in content(anna, "/seller/team")


def test_owners_are_told_of_keys_that_a_former_owner_made(sign_in: SignIn) -> None:
    anna, member = sign_in(ANNA), ref(BRUNO.person)
    anna.post(f"/seller/team/members/{member}/role", {"role": "owner"})
    sign_in(BRUNO).post(
        "/seller/settings/connections/keys", {"name": "B", "scope": "read", "key": str(uuid4())}
    )
    assert "former owner" not in content(anna, "/seller/team")
    anna.post(f"/seller/team/members/{member}/removal")
    assert "1 made by a former owner" in content(anna, "/seller/team")
    assert "made by a former owner" in content(anna, "/seller/settings/connections")
    token = accounts.issue_token(actor=SYSTEM, now=clock.now(), hat=ANNA)
    (listed,) = Client().get("/api/v1/keys", headers={"Authorization": f"Bearer {token}"}).json()["data"]
    assert (listed["made_by"], listed["left_behind"]) == (BRUNO.name, True)
    assert "former owner" not in content(sign_in(DMITRI), "/seller/team")


def test_the_last_owner_stays(sign_in: SignIn) -> None:
    anna = sign_in(ANNA)
    me = ref(ANNA.person)
    for path, form in ((f"{me}/removal", {}), (f"{me}/role", {"role": "agent"})):
        answer = anna.post(f"/seller/team/members/{path}", form)
        assert answer.status_code == 409
        assert "needs an owner" in answer.content.decode()
    anna.post(f"/seller/team/members/{ref(BRUNO.person)}/role", {"role": "owner"})
    assert anna.post(f"/seller/team/members/{me}/removal").status_code == 302


def test_only_owners_of_this_shop_do_any_of_it(sign_in: SignIn) -> None:
    invite(sign_in(ANNA))
    row, sent = Invitation.objects.get(), len(mail.outbox)
    for actor, status in ((BRUNO, (403, 404)), (DMITRI, (404,))):
        client = sign_in(actor)
        if actor is BRUNO:
            assert (
                client.post(
                    "/seller/team/invitations", {"email": "x@example.com", "role": "owner"}
                ).status_code
                == 403
            )
            assert NEW not in client.get("/seller/team").content.decode()
        assert client.post(f"/seller/team/invitations/{row.id}/withdrawal").status_code in status
        assert client.post(f"/seller/team/members/{ref(ANNA.person)}/removal").status_code in status
        assert (
            client.post(f"/seller/team/members/{ref(ANNA.person)}/role", {"role": "reader"}).status_code
            in status
        )
    row.refresh_from_db()
    assert (row.withdrawn_at, len(mail.outbox)) == (None, sent)
    assert "Bruno" not in content(sign_in(DMITRI), "/seller/team")


@pytest.mark.parametrize(
    "email",
    ["", "x", "x@", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "x" * 300 + "@a.example"],
)
def test_what_is_no_address_gets_no_mail(sign_in: SignIn, email: str) -> None:
    answer = sign_in(ANNA).post("/seller/team/invitations", {"email": email, "role": "agent"})
    assert answer.status_code in (400, 413)
    assert mail.outbox == []


@pytest.mark.parametrize("role", ["", "support", "platform_admin", "buyer", "system", "x"])
def test_only_a_shops_roles_are_offered(sign_in: SignIn, role: str) -> None:
    answer = sign_in(ANNA).post("/seller/team/invitations", {"email": NEW, "role": role})
    assert answer.status_code == 400
    assert Invitation.objects.count() == 0


def test_whoever_is_on_the_team_is_not_invited_again(sign_in: SignIn) -> None:
    with acting(PLATFORM):
        Member.objects.filter(person_id=BRUNO.person).update(email="Bruno@Example.com")
    answer = sign_in(ANNA).post("/seller/team/invitations", {"email": "bruno@example.com", "role": "agent"})
    assert answer.status_code == 409


def test_names_with_line_breaks_make_no_headers(sign_in: SignIn) -> None:
    with acting(PLATFORM):
        Seller.objects.filter(seller_id=ANNAS_SHOP).update(name="Lamps\r\nBcc: all@example.com")
    invite(sign_in(ANNA))
    message = mail.outbox[-1]
    assert message.subject == "Invitation to the team of Lamps Bcc: all@example.com"
    headers = message.message()
    assert headers["Bcc"] is None
    assert (message.to, message.cc, message.bcc) == ([NEW], [], [])


def test_the_mail_is_in_the_inviters_language_and_answers_nobody(sign_in: SignIn) -> None:
    invite(sign_in(ANNA))
    message = mail.outbox[-1].message()
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Reply-To"] is None
    assert re.fullmatch(r"Helpdesk <[^>]+>", message["From"])


def test_an_invited_member_can_be_made_a_person_once(sign_in: SignIn) -> None:
    client = Client()
    client.get(invite(sign_in(ANNA), NEW.upper(), Role.OWNER))
    client.post("/account/invitation", {"display_name": "N\x00", "password": PASSWORD})
    client.post("/account/invitation", {"display_name": "Nadia", "password": PASSWORD})
    assert Person.objects.filter(email=NEW).count() == 1
