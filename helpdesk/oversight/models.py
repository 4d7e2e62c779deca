"""Tables of oversight."""

from django.db import models

from helpdesk.kernel.ids import uuid7


class Reading(models.Model):
    """One administrator reading one conversation, from when until when; its id is its entry's."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    person_id = models.UUIDField()
    seller_id = models.BigIntegerField()
    conversation_id = models.UUIDField()
    reason = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        db_table = "oversight_reading"
        indexes = [
            models.Index(fields=["person_id", "conversation_id", "-ends_at"], name="oversight_in_force")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="oversight_reading_time"
            )
        ]
