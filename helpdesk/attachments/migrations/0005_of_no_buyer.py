"""Files that a Seller sends to the Platform about no Buyer: nobody else's row is without one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Row security is as it was: of such a row only the Seller's side and the Platform see anything."""

    dependencies = [("attachments", "0004_beside")]

    operations = [
        migrations.AlterField(
            model_name="file",
            name="buyer_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddConstraint(
            model_name="file",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("buyer_id__isnull", False),
                    models.Q(("audience", 1), ("side", "seller")),
                    _connector="OR",
                ),
                name="attachments_file_owner",
            ),
        ),
    ]
