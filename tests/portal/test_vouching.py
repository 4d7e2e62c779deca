"""In by another house's word: people whom we know, once everything is proved, and nobody else."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Person, Subject
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.marketplace.models import ExternalId, Member
from helpdesk.portal.vouching import houses
from tests.cast import ANNA, CLARA, DMITRIS_SHOP, EDDA, HANIA
from tests.openid.door import Door, asked, open_door, path_of, walk
from tests.portal.account import code_of
from tests.portal.conftest import SignIn
from tests.portal.test_launching import who
from tests.shops import Shops

EMAIL = {"email": "Edda@example.com", "email_verified": True}
LIES = (
    "nonce",
    "no nonce",
    "audience",
    "two audiences",
    "made for another",
    "issuer",
    "expired",
    "no end",
    "words for an end",
    "made long ago",
    "made tomorrow",
    "not yet",
    "no subject",
    "a number for a subject",
    "another access token",
    "alg none",
    "HS256 with the public key",
    "another key",
    "an unknown key",
    "changed afterwards",
    "another house answers",
    "no ID token",
)
MUDDLES = ("no JSON", "too much", "elsewhere")


@pytest.fixture(scope="module")
def process() -> Iterator[Door]:
    """One for all tests of this file."""
    with open_door() as door:
        yield door


@pytest.fixture
def door(process: Door, shops: Shops, settings: Settings) -> Door:
    """It behaves, and the operator trusts it; what was known of it is forgotten."""
    process.behave()
    houses._house.cache_clear()
    cache.clear()
    trust(settings, process)
    Person.objects.filter(id=EDDA.person).update(email="edda@example.com")
    with acting(SYSTEM):
        for kind, actor in (("buyer", CLARA), ("buyer", HANIA), ("person", ANNA)):
            ExternalId.objects.create(
                kind=kind,
                external_id=actor.name,
                seller_id=0,
                id=actor.person,
                version="1",
                version_order=1,
            )
    return process


def trust(settings: Settings, door: Door, **more: object) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(
        update={
            "demo": False,
            "outgoing_allowed": frozenset({door.place}),
            "sign_in_with": [
                door.setting(side=side, **more) for side in ("buyer", "seller", "administrator")
            ],
        }
    )


def kinds() -> list[str]:
    """What the record says of directories' words."""
    with acting(SYSTEM):
        entries = Entry.objects.filter(kind__startswith="subject.").order_by("n")
        return [entry.kind for entry in entries]


def test_a_buyer_and_a_member_come_in_by_the_platforms_id(door: Door) -> None:
    for side, actor, start in (("buyer", CLARA, "/buyer/orders"), ("seller", ANNA, "/seller/inbox")):
        client = Client()
        answer = walk(client, door, side, actor.name)
        assert (answer.status_code, answer["Location"]) == (302, start)
        assert answer["Referrer-Policy"] == "no-referrer"
        assert client.get(start).status_code == 200
        assert who(client) == actor.name


def test_whoever_works_for_two_shops_chooses(door: Door) -> None:
    with acting(SYSTEM):
        Member.objects.create(
            seller_id=DMITRIS_SHOP, external_id="M-9", person_id=ANNA.person, name="Anna", role="agent"
        )
    client = Client()
    assert walk(client, door, "seller", ANNA.name)["Location"] == "/"
    assert client.get("/")["Location"] == "/acting-as"


def test_the_question_is_ours_alone(door: Door) -> None:
    client = Client()
    path = "/sign-in/with/buyer?scope=all&redirect_uri=https://evil.example&auth_params=prompt=none&nonce=1"
    question = parse_qs(urlsplit(client.get(path)["Location"]).query)
    assert question["redirect_uri"] == ["http://localhost:8000/sign-in/from/buyer"]
    assert question["scope"] == ["openid"]
    assert question["tenant"] == ["a"]  # as the provider itself has it
    assert (question["response_type"], question["code_challenge_method"]) == (["code"], ["S256"])
    assert "prompt" not in question
    again = parse_qs(urlsplit(asked(client, "buyer")).query)
    for secret in ("state", "nonce", "code_challenge"):
        assert len(question[secret][0]) >= 43
        assert question[secret] != again[secret]


def test_no_lie_lets_anybody_in(door: Door, subtests: pytest.Subtests) -> None:
    for lie in LIES:
        with subtests.test(lie):
            client = Client()
            door.behave(lie=lie)
            answer = walk(client, door, "buyer", CLARA.name)
            assert (answer.status_code, who(client)) == (403, None)
            assert b"could not be verified" in answer.content


def test_a_provider_that_talks_nonsense_is_named(door: Door, subtests: pytest.Subtests) -> None:
    for lie in MUDDLES:
        with subtests.test(lie):
            client = Client()
            door.behave(lie=lie)
            answer = walk(client, door, "buyer", CLARA.name)
            assert (answer.status_code, who(client)) == (424, None)
            assert b"Door of buyers does not answer" in answer.content
    assert "/userinfo" not in door.asked()  # no redirect was followed


def test_another_issuers_document_is_not_believed(door: Door) -> None:
    door.behave(lie="another discovery")
    answer = Client().get("/sign-in/with/buyer")
    assert (answer.status_code, b"could not be verified" in answer.content) == (403, True)


def test_no_provider_sends_us_into_our_own_network(door: Door) -> None:
    door.behave(lie="inside")
    client = Client()
    answer = walk(client, door, "buyer", CLARA.name)
    assert (answer.status_code, who(client)) == (424, None)


def test_what_the_operator_does_not_list_is_not_asked(door: Door, settings: Settings) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"outgoing_allowed": frozenset()})
    assert Client().get("/sign-in/with/buyer").status_code == 424
    assert door.asked() == ["/asked"]


def test_an_answer_counts_once_and_where_the_question_began(door: Door) -> None:
    client = Client()
    path = path_of(door.answer_for(asked(client, "buyer"), CLARA.name))
    stranger = Client()
    assert (stranger.get(path).status_code, who(stranger)) == (410, None)
    assert client.get(path).status_code == 302
    client.post("/sign-out")
    assert (client.get(path).status_code, who(client)) == (410, None)


def test_a_code_of_another_attempt_is_not_taken(door: Door) -> None:
    """Somebody's own code, slipped into the browser of somebody else: its challenge does not fit."""
    hers, mine = Client(), Client()
    stolen = parse_qs(urlsplit(door.answer_for(asked(mine, "buyer"), HANIA.name)).query)["code"][0]
    answer = parse_qs(urlsplit(door.answer_for(asked(hers, "buyer"), CLARA.name)).query)
    query = {"state": answer["state"][0], "iss": answer["iss"][0], "code": stolen}
    refused = hers.get("/sign-in/from/buyer", query)
    assert (refused.status_code, who(hers)) == (403, None)


def test_an_answer_for_another_house_is_stale(door: Door) -> None:
    client = Client()
    path = path_of(door.answer_for(asked(client, "buyer"), ANNA.name))
    assert client.get(path.replace("/from/buyer", "/from/seller")).status_code == 410


def test_hostile_answers_are_calm_pages(door: Door) -> None:
    client = Client()
    for query in ("", "state=", "state=x&code=y", "state=a&state=b", "error=<b>"):
        answer = client.get(f"/sign-in/from/buyer?{query}")
        assert answer.status_code == 410, query
        assert b"<b>" not in answer.content
    for query in ("code=%00", "state=%F0%9F"):
        assert client.get(f"/sign-in/from/buyer?{query}").status_code == 400
    for path in ("/sign-in/with/nobody", "/sign-in/from/nobody", "/signed-out/nobody"):
        assert Client().get(path).status_code == 404


def test_a_question_grows_old(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    path = path_of(door.answer_for(asked(client, "buyer"), CLARA.name))
    session = client.session
    session["vouching"] = [[*one[:4], one[4] - 601] for one in session["vouching"]]
    session.save()
    assert (client.get(path).status_code, who(client)) == (410, None)


def test_who_says_no_over_there_stays_outside(door: Door) -> None:
    client = Client()
    answer = walk(client, door, "buyer", "nobody")
    assert (answer.status_code, who(client)) == (403, None)
    assert b"did not confirm who you are" in answer.content


def test_strangers_are_told_so_and_become_nobody(door: Door) -> None:
    people = Person.objects.count()
    for side, sub in (("buyer", "Stranger"), ("buyer", "ext:Clara"), ("seller", CLARA.name)):
        client = Client()
        answer = walk(client, door, side, sub)
        assert (answer.status_code, who(client)) == (403, None)
        assert b"does not know you yet" in answer.content
    assert Person.objects.count() == people


def test_a_closed_account_stays_closed(door: Door) -> None:
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=CLARA.person)
    client = Client()
    assert (walk(client, door, "buyer", CLARA.name).status_code, who(client)) == (403, None)


def test_the_platforms_word_opens_no_administrators_door(door: Door) -> None:
    accounts.grant_role(actor=SYSTEM, now=clock.now(), person_id=CLARA.person, role=Role.SUPPORT)
    client = Client()
    answer = walk(client, door, "buyer", CLARA.name)
    assert (answer.status_code, who(client)) == (403, None)
    assert b"You also work for the Platform" in answer.content


def test_the_configured_claim_is_the_id(door: Door, settings: Settings) -> None:
    trust(settings, door, claim="customer_number")
    door.behave(claims={"customer_number": CLARA.name})
    client = Client()
    assert walk(client, door, "buyer", "9f1c").status_code == 302
    assert who(client) == "Clara"
    door.behave(claims={"customer_number": ["Clara"]})
    assert walk(Client(), door, "buyer", CLARA.name).status_code == 403


def test_a_claim_may_come_from_userinfo_about_the_same_person(door: Door, settings: Settings) -> None:
    trust(settings, door, claim="customer_number")
    door.behave(userinfo={"customer_number": CLARA.name})
    assert walk(Client(), door, "buyer", "9f1c").status_code == 302
    door.behave(userinfo={"customer_number": CLARA.name}, lie="about somebody else")
    assert walk(Client(), door, "buyer", "9f1c").status_code == 403


def test_the_session_of_whoever_was_there_before_ends(
    door: Door, sign_in: SignIn, settings: Settings
) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    client = sign_in(ANNA)
    old = client.cookies["session"].value
    walk(client, door, "buyer", CLARA.name)
    assert who(client) == "Clara"
    client.cookies["session"] = old
    assert who(client) is None


def test_a_refused_answer_leaves_the_session_as_it_is(door: Door) -> None:
    client = Client()
    walk(client, door, "buyer", CLARA.name)
    door.behave(lie="nonce")
    assert walk(client, door, "buyer", HANIA.name).status_code == 403
    assert who(client) == "Clara"


def test_a_new_key_of_the_provider_is_fetched(door: Door) -> None:
    walk(Client(), door, "buyer", CLARA.name)
    house = houses.house_of(name="buyer")
    for kept in house._known.values():
        kept.at -= 60
    door.behave(turn=True)
    assert walk(Client(), door, "buyer", CLARA.name).status_code == 302
    assert door.asked().count("/keys") == 1
    for _ in range(3):  # one that nobody has does not make us ask and ask
        door.behave(lie="an unknown key")
        walk(Client(), door, "buyer", CLARA.name)
        assert "/keys" not in door.asked()


def test_an_administrator_is_known_by_a_verified_address_and_then_by_the_subject(door: Door) -> None:
    door.behave(claims=EMAIL)
    client = Client()
    answer = walk(client, door, "administrator", "e-1")
    assert answer["Location"] == "/"
    assert client.get("/", follow=True).redirect_chain[-1][0] == "/account/second-factor"
    assert (who(client), client.get("/administrator/")["Location"]) == ("Edda", "/")
    assert kinds() == ["subject.bound"]
    door.behave(claims={"email": "another@example.com", "email_verified": True})
    client = Client()
    walk(client, door, "administrator", "e-1")
    assert who(client) == "Edda"
    assert (kinds(), Subject.objects.count()) == (["subject.bound"], 1)


def test_an_address_that_nobody_verified_opens_nothing(door: Door) -> None:
    for claims in (
        {},
        {"email": "edda@example.com"},
        EMAIL | {"email_verified": "true"},
        EMAIL | {"email": 7},
        EMAIL | {"email": "edda\x00@example.com"},
    ):
        door.behave(claims=claims)
        client = Client()
        answer = walk(client, door, "administrator", "e-1")
        assert (answer.status_code, who(client)) == (403, None)
        assert b"you have no role here" in answer.content
    assert not Subject.objects.exists()


def test_an_address_that_was_given_to_somebody_new_opens_no_old_account(door: Door) -> None:
    door.behave(claims=EMAIL)
    walk(Client(), door, "administrator", "e-1")
    client = Client()
    assert (walk(client, door, "administrator", "e-2").status_code, who(client)) == (403, None)
    accounts.release_subject(actor=SYSTEM, now=clock.now(), issuer=door.address, person_id=EDDA.person)
    assert walk(Client(), door, "administrator", "e-2").status_code == 302
    assert kinds() == ["subject.bound", "subject.released", "subject.bound"]


def test_roles_are_ours_alone(door: Door) -> None:
    Person.objects.filter(id=HANIA.person).update(email="hania@example.com")
    door.behave(claims={"email": "hania@example.com", "email_verified": True, "roles": ["platform_admin"]})
    assert walk(Client(), door, "administrator", "h-1").status_code == 403
    door.behave(claims=EMAIL)
    walk(Client(), door, "administrator", "e-1")
    for role in EDDA.roles:
        accounts.revoke_role(actor=SYSTEM, now=clock.now(), person_id=EDDA.person, role=role)
    assert walk(Client(), door, "administrator", "e-1").status_code == 403


def test_a_second_factor_over_there_counts_where_the_operator_says_so(door: Door, settings: Settings) -> None:
    proved = EMAIL | {"amr": ["pwd", "otp"], "acr": "gold"}
    door.behave(claims=proved)
    for more, counts in (
        ({}, False),
        ({"amr": ["mfa"]}, False),
        ({"amr": ["otp"]}, True),
        ({"acr": ["gold"]}, True),
    ):
        trust(settings, door, **more)
        client = Client()
        walk(client, door, "administrator", "e-1")
        start = client.get("/", follow=True).redirect_chain[-1][0]
        assert start == ("/administrator/" if counts else "/account/second-factor"), more
    assert parse_qs(urlsplit(asked(Client(), "administrator")).query)["acr_values"] == ["gold"]


def test_no_token_and_no_claim_is_kept(door: Door) -> None:
    door.behave(claims=EMAIL | {"amr": ["otp"]})
    client = Client()
    walk(client, door, "administrator", "e-1")
    assert set(client.session.keys()) == {
        "_auth_user_backend",
        "_auth_user_hash",
        "_auth_user_id",
        "account_authentication_methods",
        "account_authentication_methods_user",
        "by",
        "hats",
        "seen",
        "since",
        "who",
    }
    assert [proof["method"] for proof in client.session["account_authentication_methods"]] == ["openid"]


def test_signing_out_offers_to_do_so_over_there_too(door: Door) -> None:
    client = Client()
    walk(client, door, "buyer", CLARA.name)
    assert client.get("/signed-out/buyer")["Location"] == "/"
    answer = client.post("/sign-out")
    assert (answer["Location"], who(client)) == ("/signed-out/buyer", None)
    page = client.get("/signed-out/buyer").content.decode()
    assert (
        f'href="{door.address}/end?client_id=helpdesk&amp;post_logout_redirect_uri=http%3A%2F%2Flocal' in page
    )
    client = Client()
    client.post("/sign-out")
    assert client.post("/sign-out")["Location"] == "/sign-in"


def test_nothing_is_used_up_where_nobody_clicked(door: Door) -> None:
    client = Client()
    path = path_of(door.answer_for(asked(client, "buyer"), CLARA.name))
    for headers in ({"Sec-Purpose": "prefetch"}, {"Sec-Fetch-Dest": "image"}):
        assert client.get(path, headers=headers).status_code == 503
        assert client.get("/sign-in/with/buyer", headers=headers).status_code == 503
    assert client.get(path).status_code == 302


def test_too_many_tries_have_to_wait(door: Door) -> None:
    client = Client()
    statuses = [client.get("/sign-in/from/buyer?state=x").status_code for _ in range(121)]
    assert (set(statuses[:-1]), statuses[-1]) == ({410}, 429)


def test_the_sign_in_page_has_a_button_for_each(door: Door, settings: Settings) -> None:
    for language, words in (
        ("en", "Sign in with"),
        ("pl", "Zaloguj się"),
        ("de", "anmelden"),
        ("it", "Accedi"),
    ):
        page = Client(headers={"Accept-Language": language}).get("/sign-in").content.decode()
        for side in ("buyer", "seller", "administrator"):
            assert f'href="/sign-in/with/{side}"' in page
            assert f"Door of {side}s" in page
        assert words in page
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"sign_in_with": []})
    assert b"/sign-in/with/" not in Client().get("/sign-in").content


def test_who_is_erased_is_bound_no_more(door: Door) -> None:
    door.behave(claims=EMAIL)
    walk(Client(), door, "administrator", "e-1")
    accounts.forget_person(actor=SYSTEM, now=clock.now(), person_id=EDDA.person)
    assert not Subject.objects.exists()
    assert walk(Client(), door, "administrator", "e-1").status_code == 403


def test_our_second_factor_opens_the_desk_after_the_directorys_word(door: Door) -> None:
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(Person.objects.get(id=EDDA.person), secret)
    door.behave(claims=EMAIL)
    client = Client()
    walk(client, door, "administrator", "e-1")
    assert client.get("/", follow=True).redirect_chain[-1][0] == "/account/second-factor"
    client.post("/account/proof/code?next=/", {"code": code_of(secret)})
    assert client.get("/", follow=True).redirect_chain[-1][0] == "/administrator/"
