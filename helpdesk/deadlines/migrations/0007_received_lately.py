"""How many questions a seller got lately is counted along an index: it decides which marks are sampled."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0006_history")]

    operations = [
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(fields=["seller_id", "received_at"], name="deadlines_received"),
        ),
    ]
