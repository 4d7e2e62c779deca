"""Measures that take the place of one that was right in part."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds enforcement_measure.replaces; what was decided of a proposal is still one measure."""

    dependencies = [("enforcement", "0003_of_buyers")]

    operations = [
        migrations.AddField(
            model_name="measure",
            name="replaces",
            field=models.UUIDField(null=True),
        ),
        migrations.RemoveConstraint(model_name="measure", name="enforcement_measure_once"),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaces", None)),
                fields=("seller_id", "proposal_id"),
                name="enforcement_measure_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaces__isnull", False)),
                fields=("seller_id", "replaces"),
                name="enforcement_replaced_once",
            ),
        ),
    ]
