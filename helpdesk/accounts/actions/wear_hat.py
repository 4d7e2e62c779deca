"""Remember the hat that a person wore last."""

from datetime import datetime

from helpdesk.accounts.models import Person
from helpdesk.accounts.terms import Hat
from helpdesk.kernel.actor import Actor


def wear_hat(*, actor: Actor, now: datetime, hat: Hat) -> None:
    """The next sign-in starts with it. One statement."""
    Person.objects.filter(id=hat.person).update(last_hat=hat.word)
