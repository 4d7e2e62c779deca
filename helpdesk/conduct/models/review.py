"""What reviewers made of findings: one row a decision, never changed; a later one names what it replaces."""

from django.db import models
from django.db.models import Q


class Review(models.Model):
    """One decision; its id is its entry's. `subject_id` is the entry of the message, attempt or file.

    `labels` are those that the reviewer found right, with spaces between; `weight` is 0 where nothing counts,
    else the class of the gravest (rules.weighing). `waited` is why it came before a person, `pack` what
    recognised it. A subject's decision is the latest: the others are replaced.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    subject_id = models.UUIDField()
    chain = models.UUIDField()
    buyer_id = models.UUIDField()
    audience = models.SmallIntegerField()
    side = models.TextField()
    waited = models.TextField()
    decision = models.TextField()
    labels = models.TextField()
    weight = models.SmallIntegerField()
    language = models.TextField()
    pack = models.TextField()
    at = models.DateTimeField()
    replaces = models.UUIDField(null=True)

    class Meta:
        db_table = "conduct_review"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "subject_id"],
                condition=Q(replaces=None),
                name="conduct_one_first_review",
            ),
            models.UniqueConstraint(fields=["seller_id", "replaces"], name="conduct_one_later_review"),
            models.CheckConstraint(
                condition=Q(weight=0) | Q(decision="violation", weight__gt=0), name="conduct_review_weight"
            ),
        ]
        indexes = [
            models.Index(fields=["seller_id", "subject_id", "-at"], name="conduct_reviewed"),
            models.Index(fields=["seller_id", "chain"], name="conduct_reviews_of_thread"),
            models.Index(fields=["seller_id", "side", "-at"], name="conduct_reviews_of_seller"),
            models.Index(fields=["buyer_id", "side", "-at"], name="conduct_reviews_of_buyer"),
            models.Index(fields=["-at"], name="conduct_reviews_of_late"),
        ]
