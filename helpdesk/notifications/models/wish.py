"""Wishes: what a person wants to be told by mail, and when; and what is usual in their shop."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from helpdesk.notifications.terms import (
    DAY_MINUTES,
    DIGEST_AT,
    QUIET_FROM,
    QUIET_UNTIL,
    Rhythm,
)


class Chosen(models.Model):
    """What is mailed, how often, and when not. `zone` empty: the shop's, the market's, the operator's."""

    mailed = ArrayField(models.TextField())
    rhythm = models.TextField(default=Rhythm.AT_ONCE.value)
    zone = models.TextField(blank=True, default="")
    digest_at = models.SmallIntegerField(default=DIGEST_AT)
    quiet_from = models.SmallIntegerField(default=QUIET_FROM)
    quiet_until = models.SmallIntegerField(default=QUIET_UNTIL)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    digest_at__range=(0, DAY_MINUTES - 1),
                    quiet_from__range=(0, DAY_MINUTES - 1),
                    quiet_until__range=(0, DAY_MINUTES - 1),
                ),
                name="%(app_label)s_%(class)s_minutes",
            ),
            models.CheckConstraint(
                condition=Q(rhythm__in=[rhythm.value for rhythm in Rhythm]),
                name="%(app_label)s_%(class)s_rhythm",
            ),
        ]


class Wish(Chosen):
    """A person's own, for every hat of theirs; whoever has no row gets the usual."""

    person_id = models.UUIDField(primary_key=True)

    class Meta(Chosen.Meta):
        db_table = "notifications_wish"


class Usual(Chosen):
    """What a shop's owner chose for colleagues who chose nothing; under OPERATOR, that of the desk."""

    seller_id = models.BigIntegerField(primary_key=True)

    class Meta(Chosen.Meta):
        db_table = "notifications_usual"
