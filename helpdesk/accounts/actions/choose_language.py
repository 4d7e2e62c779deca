"""Choose the language of a person's pages."""

from datetime import datetime
from uuid import UUID

from django.conf import settings

from helpdesk.accounts.models import Person
from helpdesk.accounts.policies import can_choose_for
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, Invalid


def choose_language(*, actor: Actor, now: datetime, person_id: UUID, language: str) -> None:
    """From the next page on. One SQL statement. Raises Invalid for a language that is not offered."""
    if not can_choose_for(actor=actor, person_id=person_id):
        raise Forbidden("accounts.not_yours")
    if language not in dict(settings.LANGUAGES):
        raise Invalid("language.not_offered", field="language")
    Person.objects.filter(id=person_id).update(language=language)
