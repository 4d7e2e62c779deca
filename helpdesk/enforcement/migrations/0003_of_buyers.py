"""Appeals of Buyers against the refusal of a message, which their Sellers see nothing of."""

from django.db import migrations, models

from helpdesk.archive.database.guards import ImposedPrivate

_POLICIES = ("app_reads", "app_adds", "app_changes", "app_removes", "auditor_reads")


class Migration(migrations.Migration):
    """enforcement_appeal is read by the side whose it is; only the operator's side writes, as before."""

    dependencies = [("enforcement", "0002_appeals")]

    operations = [
        migrations.AddField(
            model_name="appeal",
            name="audience",
            field=models.SmallIntegerField(db_default=1, default=1),
        ),
        migrations.AddField(
            model_name="appeal",
            name="buyer_id",
            field=models.UUIDField(null=True),
        ),
        migrations.RemoveConstraint(model_name="appeal", name="enforcement_appeal_against"),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(("against__in", ["measure", "violation", "refusal"])),
                name="enforcement_appeal_against",
            ),
        ),
        migrations.AddConstraint(
            model_name="appeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("against__in", ("measure", "violation")), ("audience", 1), ("buyer_id", None)),
                    models.Q(("against", "refusal"), ("audience", 3), ("buyer_id__isnull", False)),
                    _connector="OR",
                ),
                name="enforcement_appeal_owner",
            ),
        ),
        migrations.AddIndex(
            model_name="appeal",
            index=models.Index(
                condition=models.Q(("buyer_id__isnull", False)),
                fields=["buyer_id", "-at"],
                name="enforcement_appeals_of_buyer",
            ),
        ),
        migrations.RunSQL(
            [f"DROP POLICY {name} ON enforcement_appeal" for name in _POLICIES], migrations.RunSQL.noop
        ),
        ImposedPrivate("enforcement_appeal"),
    ]
