"""Issue a launch: a link that lets one person in, once, from the Platform's page where they are known."""

from datetime import datetime

from helpdesk.accounts.models import Launch, Person
from helpdesk.accounts.policies import can_launch
from helpdesk.accounts.queries import roles_for_system
from helpdesk.accounts.queries.launches import shown
from helpdesk.accounts.rules import digest, new_secret
from helpdesk.accounts.terms import LAUNCH_KEPT, LAUNCH_LASTS, Hat, Launched, Target
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, Refused

_SWEPT = 100  # old rows that go with each new one, so that nobody has to sweep them


def issue_launch(*, actor: Actor, now: datetime, hat: Hat, target: Target, language: str = "") -> Launched:
    """A fresh link of five minutes. The caller hands on the secret, which only its digest outlives.

    Whose hat it is and whether they may see the target, the caller has asked. Raises Forbidden, Refused (an
    account that is closed, or a person of the operator's: the Platform's connection opens no such door).
    """
    if not can_launch(actor=actor):
        raise Forbidden("launch.platform_only")
    if Person.objects.filter(id=hat.person, disabled_at__isnull=False).exists():
        raise Refused("launch.shut")
    if roles_for_system(person_id=hat.person):
        raise Refused("launch.administrator")
    _sweep(now)
    secret = new_secret()
    row = Launch.objects.create(
        digest=digest(secret),
        person_id=hat.person,
        side=hat.side.value,
        seller_id=hat.seller_id,
        doing=target.doing.value,
        what=target.what,
        place=target.place,
        language=language,
        issued_by=actor.person,
        issued_at=now,
        expires_at=now + LAUNCH_LASTS,
    )
    return Launched(launch=shown(row=row), secret=secret)


def _sweep(now: datetime) -> None:
    old = Launch.objects.filter(expires_at__lt=now - LAUNCH_KEPT).order_by("expires_at")
    ids = list(old.values_list("id", flat=True)[:_SWEPT])
    if ids:
        Launch.objects.filter(id__in=ids).delete()
