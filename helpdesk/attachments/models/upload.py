"""Files before their message: gone when they are posted, or after a day."""

from django.db import models

from helpdesk.archive.terms import MAX_KEY


class Upload(models.Model):
    """One file of one author. The row is written before the object, so that no object is without a row.

    `stored_at` is None until the object is stored. `buyer_id` is the author's, where a Buyer uploads.
    """

    pk = models.CompositePrimaryKey("seller_id", "id")
    seller_id = models.BigIntegerField()
    id = models.UUIDField()
    author = models.UUIDField()
    key = models.CharField(max_length=MAX_KEY)
    buyer_id = models.UUIDField(null=True)
    audience = models.SmallIntegerField()
    name = models.TextField()
    type = models.TextField()
    size = models.BigIntegerField()
    digest = models.BinaryField()
    storage_key = models.TextField()
    marked = models.TextField(null=True)
    began_at = models.DateTimeField()
    stored_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "attachments_upload"
        constraints = [
            models.UniqueConstraint(
                fields=["seller_id", "author", "key"], name="attachments_upload_author_key"
            ),
        ]
        indexes = [models.Index(fields=["began_at"], name="attachments_unposted")]
