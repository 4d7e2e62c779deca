"""What is a buyer's alone is found by its buyer: their export need not read the whole log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds an index for audience 3, beside that for audience 0."""

    dependencies = [("archive", "0004_outsiders")]

    operations = [
        migrations.AddIndex(
            model_name="number",
            index=models.Index(
                condition=models.Q(("audience", 3)),
                fields=["buyer_id", "number"],
                name="archive_number_buyers",
            ),
        ),
    ]
