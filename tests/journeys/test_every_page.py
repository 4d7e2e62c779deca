"""Every page, in every language, in light and dark, at three widths: whole, and understood."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from playwright.sync_api import Page as Shown

from tests.journeys import speech
from tests.journeys.accessible import barriers, cuts
from tests.journeys.house import NAMES, House
from tests.journeys.pages import FORMS, PAGES, PASSAGES, Page
from tests.journeys.visitors import PHONE, Visitors

pytestmark = pytest.mark.journey

ENGLISH, *OTHERS = [code for code, _ in settings.LANGUAGES]
WIDTHS = (320, 1280, PHONE)  # the last one is axe's


@pytest.fixture(scope="module")
def english() -> dict[str, list[str]]:
    """What each page says in English, as the sweep comes by."""
    return {}


@pytest.mark.parametrize("language", [ENGLISH, *OTHERS])
@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_is_whole(
    visitors: Visitors, english: dict[str, list[str]], page: Page, language: str
) -> None:
    shown = visitors.visit(page, language=language)
    said = speech.said_on(shown)
    english.setdefault(str(page), said if language == ENGLISH else [])
    found = [*faults_of_speech(shown, said, english[str(page)], language), *faults_of_looks(shown)]
    if language == ENGLISH:
        found += [f"dark: {fault}" for fault in barriers(shown)]
    shown.emulate_media(color_scheme="light")
    found += [*barriers(shown), *visitors.trouble]
    visitors.trouble.clear()
    assert not found, "\n".join([shown.url, *found])


def faults_of_speech(shown: Shown, said: list[str], english: list[str], language: str) -> Iterator[str]:
    """The page says its language, and speaks it."""
    if (named := shown.get_attribute("html", "lang")) != language:
        yield f"says that its language is {named}"
    if language != ENGLISH:
        yield from speech.english_in(said, language=language)
        yield from speech.never_translated(said, english, language=language, names=NAMES)


def faults_of_looks(shown: Shown) -> Iterator[str]:
    """At three widths, in light and dark; ends on a phone in dark."""
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            shown.emulate_media(color_scheme=scheme)
            yield from (f"{width} px, {scheme}: {fault}" for fault in cuts(shown))


def test_no_page_is_missing_here(house: House) -> None:
    """A page of the portal's that this sweep does not know is found by its address."""
    known = {page.route for page in PAGES} | FORMS | PASSAGES
    assert set(routes(get_resolver("helpdesk.portal.urls"))) == known


@pytest.mark.parametrize("route", sorted(FORMS))
def test_a_form_shows_nothing_to_who_only_looks(house: House, route: str) -> None:
    assert Client().get(some_address(route, house)).status_code == 405


def routes(resolver: URLResolver, inside: str = "") -> Iterator[str]:
    """The names of all routes."""
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield inside + str(one.name)
        else:
            yield from routes(one, f"{inside}{one.namespace}:" if one.namespace else inside)


def some_address(route: str, house: House) -> str:
    """An address of this route, whatever it asks for."""
    for arguments in ({}, *({name: place} for name, place in house.places.items())):
        try:
            return reverse(route, kwargs=arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(f"the house has no place for {route}")
