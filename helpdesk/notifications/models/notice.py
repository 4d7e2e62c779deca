"""Notices: that somebody was to be told of something. They hold nobody's words."""

from django.db import models
from django.db.models import Q

from helpdesk.notifications.terms import Kind


class Notice(models.Model):
    """One thing for one person; `subject_id` is the entry, or the question whose time runs.

    `obligation_id` is the question that settles it, `n` the message's place. A notice is done with once its
    reader has seen it or what it calls for was done.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()  # made of subject, kind and person: the same again is the same row
    kind = models.TextField()
    subject_id = models.UUIDField()
    person_id = models.UUIDField()
    side = models.TextField()
    conversation_id = models.UUIDField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()
    obligation_id = models.UUIDField(null=True)
    n = models.IntegerField(null=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notifications_notice"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "subject_id", "kind", "person_id"], name="notifications_told_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind]), name="notifications_notice_kind"
            ),
        ]
        indexes = [
            models.Index(fields=["person_id", "-at", "-id"], name="notifications_of_person"),
            models.Index(
                fields=["person_id"],
                condition=Q(read_at=None, settled_at=None),
                name="notifications_unread",
            ),
            models.Index(
                fields=["seller_id", "conversation_id"],
                condition=Q(settled_at=None),
                name="notifications_open_of_thread",
            ),
        ]
