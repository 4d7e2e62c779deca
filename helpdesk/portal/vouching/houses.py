"""The providers that the operator set up, as this process knows them."""

from functools import lru_cache

from django.conf import settings

from helpdesk.kernel.refusal import NotFound
from helpdesk.openid.house import House
from helpdesk.openid.terms import Provider
from helpdesk.portal.vouching.transport import ask


def offered() -> tuple[Provider, ...]:
    """In the operator's order."""
    providers: tuple[Provider, ...] = settings.HELPDESK.providers
    return providers


def house_of(*, name: str) -> House:
    """One of them, with what is known of its places and keys. Raises NotFound."""
    for provider in offered():
        if provider.name == name:
            return _house(provider)
    raise NotFound("page.not_found")


@lru_cache(maxsize=16)
def _house(provider: Provider) -> House:
    return House(provider=provider, ask=ask)
