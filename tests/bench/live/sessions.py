"""Buyers who are signed in: sessions as the sign-in leaves them."""

from importlib import import_module

import psycopg
from django.conf import settings

from helpdesk.accounts.terms import Hat
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.portal import hats

_PEOPLE = """
    INSERT INTO accounts_person (id, display_name, language, market, password)
    SELECT buyer_id, display_name, language, market, '!' FROM marketplace_buyer
"""


def enrol(owner: psycopg.Connection) -> None:
    """Every buyer of the seeded world becomes a person."""
    owner.execute(_PEOPLE)


def cookie_of(*, buyer: Actor) -> str:
    """The cookie of a fresh session of theirs."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    hat = Hat(person=buyer.person, side=buyer.side, seller_id=None)
    session[hats._KEY] = [str(hat.person), hat.side.value, None]
    session[hats._SINCE] = int(clock.now().timestamp())
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
