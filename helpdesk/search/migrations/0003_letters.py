"""Letters are found, by the side that they belong to."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A letter about nothing in particular concerns no buyer, where a shop wrote it."""

    dependencies = [("search", "0002_bounded"), ("letters", "0002_closings")]

    operations = [
        migrations.RemoveConstraint(model_name="searchentry", name="search_entry_kind"),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["message", "thread", "person", "file", "note", "agreement", "letter"])
                ),
                name="search_entry_kind",
            ),
        ),
        migrations.AlterField("searchentry", "buyer_id", models.UUIDField(null=True)),
    ]
