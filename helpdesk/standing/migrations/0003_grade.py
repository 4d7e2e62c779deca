"""What Buyers see of Sellers."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction
from helpdesk.archive.database.guards import Public


class Migration(migrations.Migration):
    """Adds standing_grade and standing_grade_v1."""

    dependencies = [("standing", "0002_disputes")]

    operations = [
        migrations.CreateModel(
            name="Grade",
            fields=[
                ("seller_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("counted_on", models.DateField()),
                ("level", models.TextField()),
                ("score", models.SmallIntegerField(null=True)),
                ("usually", models.SmallIntegerField(null=True)),
            ],
            options={"db_table": "standing_grade"},
        ),
        Public("standing_grade"),
        SqlFunction("standing/sql/standing_grade_v1.sql"),
    ]
