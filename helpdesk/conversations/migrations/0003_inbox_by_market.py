"""The inbox by lane and market, and a buyer's earlier threads with the same seller."""

from django.db import migrations, models

from helpdesk.archive.database.functions import SqlFunction


class Migration(migrations.Migration):
    """The first version of the inbox stays, for the release that runs beside this one."""

    dependencies = [("conversations", "0002_buyer_list")]
    operations = [
        SqlFunction("conversations/sql/conversation_inbox_v2.sql"),
        SqlFunction("conversations/sql/conversation_waiting_v1.sql"),
        SqlFunction("conversations/sql/conversation_clock_v1.sql"),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(fields=["seller_id", "pair", "-last_at"], name="conversations_of_pair"),
        ),
    ]
