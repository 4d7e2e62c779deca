"""A click on the Platform's page: in, once, as the one whom the Platform knows, and nobody else any more."""

from datetime import timedelta

from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Launch, Person
from helpdesk.accounts.terms import LAUNCH_LASTS, Doing, Hat, Target
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.portal.conftest import SignIn
from tests.shops import Shops

START = Target()


def link(actor: Actor, target: Target = START, *, ago: timedelta = timedelta(0), language: str = "") -> str:
    """The path of a fresh link."""
    launched = accounts.issue_launch(
        actor=PLATFORM,
        now=clock.now() - ago,
        hat=Hat(person=actor.person, side=actor.side, seller_id=actor.seller_id),
        target=target,
        language=language,
    )
    return f"/launch/{launched.secret}"


def who(client: Client) -> str | None:
    """Whose session it is."""
    person = client.session.get("_auth_user_id")
    return None if person is None else Person.objects.get(id=person).display_name


def test_a_click_opens_a_session_and_the_page(shops: Shops) -> None:
    client = Client()
    answer = client.get(link(CLARA, Target(doing=Doing.OPEN, what="order", place=str(shops.claras_order))))
    assert (answer.status_code, answer["Location"]) == (302, f"/buyer/orders/{shops.claras_order}")
    assert client.get(answer["Location"]).status_code == 200
    assert who(client) == "Clara"


def test_the_link_is_told_to_nobody(shops: Shops) -> None:
    client, path = Client(), link(CLARA)
    for answer in (client.head(path), client.get(path), Client().get(path), Client().get("/launch/x")):
        assert (answer["Referrer-Policy"], "no-store" in answer["Cache-Control"]) == ("no-referrer", True)


def test_a_used_link_lets_nobody_else_in(shops: Shops) -> None:
    client, path = Client(), link(CLARA)
    client.get(path)
    stranger = Client()
    answer = stranger.get(path)
    assert (answer.status_code, who(stranger)) == (410, None)
    assert b"used up" in answer.content


def test_going_back_to_ones_own_link_goes_on(shops: Shops) -> None:
    client, path = Client(), link(CLARA)
    assert client.get(path)["Location"] == client.get(path)["Location"]
    client.post("/sign-out")
    assert client.get(path).status_code == 410


def test_an_old_link_says_what_to_do_in_the_readers_language(shops: Shops) -> None:
    path = link(HANIA, ago=LAUNCH_LASTS, language="it")
    answer = Client(headers={"Accept-Language": "fr"}).get(path)
    assert (answer.status_code, answer["Content-Language"]) == (410, "en")  # as she chose here
    Person.objects.filter(id=HANIA.person).delete()
    for language, browser, shown in (("it", "fr", "it"), ("cs", "fr", "fr"), ("pl-PL", "fr", "pl")):
        path = link(HANIA, ago=LAUNCH_LASTS, language=language)
        answer = Client(headers={"Accept-Language": browser}).get(path)
        assert (answer.status_code, answer["Content-Language"]) == (410, shown)
        assert f'lang="{shown}"' in answer.content.decode()
    assert not Person.objects.filter(id=HANIA.person).exists()


def test_what_was_never_issued_is_a_calm_page_too(shops: Shops) -> None:
    for secret in ("x", "a" * 2_000, "%20", "%C5%BC"):
        assert Client().get(f"/launch/{secret}").status_code == 410


def test_nothing_is_used_up_where_nobody_clicked(shops: Shops) -> None:
    client, path = Client(), link(CLARA)
    for headers in (
        {"Sec-Purpose": "prefetch"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Dest": "iframe"},
        {"Sec-Fetch-Dest": "empty"},
    ):
        assert client.get(path, headers=headers).status_code == 503, headers
    assert client.head(path).status_code == 503
    assert who(client) is None
    assert client.get(path, headers={"Sec-Fetch-Dest": "document"}).status_code == 302


def test_another_persons_session_ends_first(sign_in: SignIn) -> None:
    client = sign_in(ANNA)
    annas = client.cookies["session"].value
    client.get(link(CLARA))
    assert who(client) == "Clara"
    assert client.cookies["session"].value != annas
    old = Client()
    old.cookies["session"] = annas
    assert old.get("/")["Location"] == "/sign-in"
    assert client.get("/seller/inbox").status_code == 404


def test_the_same_person_changes_over_under_a_new_key(sign_in: SignIn) -> None:
    client = sign_in(ANNA)
    session, before = client.session, client.cookies["session"].value
    session["kept"] = "what was proved in this session"
    session.save()
    client.get(link(ANNA))
    assert client.cookies["session"].value != before
    assert client.session["kept"]


def test_no_link_makes_an_administrator(sign_in: SignIn) -> None:
    client = Client()
    client.get(link(DMITRI))
    accounts.grant_role(actor=SYSTEM, now=clock.now(), person_id=DMITRI.person, role=next(iter(EDDA.roles)))
    assert client.get("/administrator/").status_code == 404
    answer = client.post("/acting-as", {"hat": "administrator"})
    assert answer["Location"] == "/account/second-factor"


def test_a_person_whom_only_the_platform_knows_is_enrolled(shops: Shops) -> None:
    Person.objects.filter(id=CLARA.person).delete()
    client = Client()
    client.get(link(CLARA))
    assert client.get("/buyer/orders")["Content-Language"] == "de"  # as the Platform's record says
    Person.objects.filter(id=HANIA.person).delete()
    client.get(link(HANIA, language="fr"))
    assert client.get("/buyer/orders")["Content-Language"] == "fr"  # as the Platform's page was


def test_whoever_was_shut_out_meanwhile_stays_out(shops: Shops) -> None:
    client, path = Client(), link(CLARA)
    accounts.disable_person(actor=SYSTEM, now=clock.now(), person_id=CLARA.person)
    assert client.get(path).status_code == 410
    assert Launch.objects.get().opened_at is None


def test_a_form_opens_nothing(shops: Shops) -> None:
    client, path = Client(), link(CLARA)
    assert client.post(path).status_code == 405
    assert who(client) is None
