"""Hours in which a measure stops the Seller from answering. The functions of before stay, for the release beside."""

from django.db import migrations, models
from django.db.models import F, Q

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """Adds `stopped`, deadlines_answer_v3 and deadlines_history_v2; a clock that stood may get a deadline again."""

    dependencies = [("deadlines", "0004_warned_at"), ("marketplace", "0011_stopped")]

    operations = [
        *(
            migrations.AddField(
                model_name=model, name="stopped", field=models.TextField(default="", db_default="")
            )
            for model in ("move", "obligation", "promise")
        ),
        migrations.RemoveConstraint(model_name="move", name="deadlines_move_later"),
        migrations.AddConstraint(
            model_name="move",
            constraint=models.CheckConstraint(
                condition=Q(deadline__gt=F("before")) | Q(cause="measure"), name="deadlines_move_later"
            ),
        ),
        SqlFunction("deadlines/sql/deadlines_answer_v3.sql"),
        SqlFunction("deadlines/sql/deadlines_history_v2.sql"),
    ]
