"""Running cases are found by their stage, and all by their order: refunds are looked for each second."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two indexes."""

    dependencies = [
        ("cases", "0003_before_the_platform"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["seller_id", "order_id"], name="cases_of_order"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(condition=models.Q(("ended_at", None)), fields=["stage"], name="cases_stage"),
        ),
    ]
