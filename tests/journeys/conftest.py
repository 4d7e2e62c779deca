"""A real browser, shared by all journeys, before the real application on a database of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import override_settings
from playwright.sync_api import Browser, Page
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.queries import ticket
from helpdesk.accounts.terms import Hat
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.portal.demo import mailbox
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA
from tests.conftest import Template, clone
from tests.journeys.house import NOW, PROVIDER, House, open_house
from tests.journeys.serving import serving
from tests.journeys.visitors import Visitors
from tests.journeys.watching import watch
from tests.past import Present, any_present
from tests.portal.uploads import kept_in
from tests.shops import Shops, open_shops

_CHEAP = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SignIn = Callable[..., Page]


@pytest.fixture
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Present:
    """The server's clock, for the test to set; ask for it before `shops`."""
    return any_present(monkeypatch)


@pytest.fixture
def shops(database: str) -> Shops:
    """Anna's and Dmitri's shops, Edda at her desk, and everybody in their own language."""
    now = clock.now()
    opened = open_shops()
    for one in (ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA):
        accounts.enrol_person(
            actor=SYSTEM, now=now, id=one.person, display_name=one.name, language=one.language
        )
    for role in EDDA.roles:
        accounts.grant_role(actor=SYSTEM, now=now, person_id=EDDA.person, role=role)
    return opened


@pytest.fixture
def live(shops: Shops, settings: Settings, tmp_path: Path) -> Iterator[str]:
    """The application as it is served; its address."""
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = kept_in(tmp_path / "files")
    with serving() as address:
        yield address


@pytest.fixture
def sign_in(live: str, browser: Browser) -> Iterator[SignIn]:
    """A browser of one's own for somebody; whatever a page did behind the reader's back fails the test."""
    trouble: list[str] = []
    contexts = []

    def come_in(actor: Actor, *, width: int = 1280, dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)
        page = watch(context.new_page(), live, trouble)
        hat = Hat(person=actor.person, side=actor.side, seller_id=actor.seller_id)
        page.goto(f"{live}/demo/sign-in/{ticket(hat=hat)}")
        return page

    yield come_in
    for context in contexts:
        context.close()
    assert not trouble, "\n".join(trouble)


@pytest.fixture(scope="module")
def house(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One marketplace for all pages: nothing here changes what another page shows."""
    demo = django_settings.HELPDESK.model_copy(
        update={
            "demo": True,
            "sign_in_with": [PROVIDER],
            "outgoing_allowed": frozenset({PROVIDER.issuer.removeprefix("http://")}),
        }
    )
    static: Path = tmp_path_factory.mktemp("static")
    with (
        clone(template),
        override_settings(
            HELPDESK=demo,
            STATIC_ROOT=static,
            PASSWORD_HASHERS=_CHEAP,
            WHITENOISE_MAX_AGE=3600,
            STORAGES=kept_in(tmp_path_factory.mktemp("files")),
        ),
        pytest.MonkeyPatch.context() as patch,
    ):
        any_present(patch).set(NOW)
        yield open_house(_mails(patch, tmp_path_factory.mktemp("mails")))


def _mails(patch: pytest.MonkeyPatch, folder: Path) -> Path:
    """The folder that the demo's mails lie in."""
    patch.setattr(mailbox, "FOLDER", str(folder))
    return folder


@pytest.fixture(scope="module")
def visitors(house: House, browser: Browser) -> Iterator[Visitors]:
    """Who looks at the pages."""
    with serving() as live:
        visitors = Visitors(browser, house, live)
        yield visitors
        for context in visitors.contexts:
            context.close()
