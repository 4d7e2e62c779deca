"""Files of messages: their name, type, size and digest stand in the Archive only."""

from django.db import models
from django.db.models import Q

from helpdesk.archive.terms import Audience


class File(models.Model):
    """One file of one message, with its upload's id; what became of it is sealed by `examined_by`.

    `state` is what an examination found; `settled_as` what a person made of one that was held.
    `look_at` is when the worker looks at it next, None when there is nothing left to find out. From
    `erased_at` on nobody opens it, by `dropped_at` its objects are gone; `state` keeps what was found.
    By `heard_at` search has had its text; None: it was examined before there was such a search. `buyer_id` is
    None of what a Seller sends to the Platform about no Buyer, such as what shows that an appeal is right.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    entry_id = models.UUIDField()
    chain = models.UUIDField()
    position = models.SmallIntegerField()
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()
    side = models.TextField()
    author = models.UUIDField()
    at = models.DateTimeField()
    size = models.BigIntegerField()
    storage_key = models.TextField()
    state = models.TextField()
    look_at = models.DateTimeField(null=True)
    tries = models.SmallIntegerField(default=0)
    examined_by = models.UUIDField(null=True)
    examined_at = models.DateTimeField(null=True)
    has_copy = models.BooleanField(default=False)
    copy_type = models.TextField(null=True)
    width = models.IntegerField(null=True)
    height = models.IntegerField(null=True)
    settled_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_as = models.TextField(null=True)
    erased_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    hear_tries = models.SmallIntegerField(default=0, db_default=0)

    class Meta:
        db_table = "attachments_file"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "entry_id", "position"], name="attachments_file_position"
            ),
            models.CheckConstraint(
                condition=Q(buyer_id__isnull=False) | Q(audience=Audience.SELLER.value, side="seller"),
                name="attachments_file_owner",
            ),
            models.CheckConstraint(
                condition=Q(examined_by=None, examined_at=None)
                | Q(examined_by__isnull=False, examined_at__isnull=False),
                name="attachments_file_examined",
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None, settled_at=None, settled_as=None)
                | Q(
                    settled_by__isnull=False, settled_at__isnull=False, settled_as__isnull=False, state="held"
                ),
                name="attachments_file_settled",
            ),
        ]
        indexes = [
            models.Index(
                fields=["look_at"], name="attachments_to_examine", condition=Q(look_at__isnull=False)
            ),
            models.Index(fields=["seller_id", "author", "at"], name="attachments_of_author"),
            models.Index(
                fields=["at", "id"],
                name="attachments_unheard",
                condition=Q(
                    heard_at=None, erased_at=None, hear_tries__lt=3, state__in=["clean", "unexamined", "held"]
                ),
            ),
            models.Index(
                fields=["examined_at"],
                name="attachments_held",
                condition=Q(state="held", settled_by=None, erased_at=None),
            ),
        ]
