"""Every page, in every language, in light and dark, at three widths: whole, and understood.

Those of administrators and accounts are in files of their own, for more processors.
"""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import UUIDConverter

from helpdesk.kernel.ids import Ref
from helpdesk.portal.converters import RefConverter
from tests.journeys.house import House
from tests.journeys.pages import PAGES, TRADE_PAGES, Page
from tests.journeys.routes import FORMS, PASSAGES, REFERENCE
from tests.journeys.sweep import look_over
from tests.journeys.visitors import Visitors

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("page", [page for page in TRADE_PAGES if not page.of_desk], ids=str)
def test_a_page_is_whole(visitors: Visitors, page: Page, subtests: pytest.Subtests) -> None:
    look_over(visitors, page, subtests)


def test_no_page_is_missing_here(house: House) -> None:
    """A page of the portal's that this sweep does not know is found by its address."""
    known = {page.route for page in PAGES} | FORMS | PASSAGES
    assert set(routes(get_resolver("helpdesk.portal.urls"))) == known - REFERENCE


_ANY: dict[type, object] = {RefConverter: Ref(1, UUID(int=1)), UUIDConverter: UUID(int=1)}


def test_a_form_shows_nothing_to_who_only_looks(house: House) -> None:
    answers = {route: Client().get(some_address(route, house)).status_code for route in sorted(FORMS)}
    assert {route: status for route, status in answers.items() if status != 405} == {}


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
    space, _, name = route.rpartition(":")
    names = get_resolver("helpdesk.portal.urls")
    names = names.namespace_dict[space][1] if space else names
    [(_, _, _, converters)] = names.reverse_dict.getlist(name)
    return reverse(route, kwargs={name: _ANY[type(one)] for name, one in converters.items()})
