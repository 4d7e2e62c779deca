"""Views for business intelligence, for a role that the operator grants to whom it likes."""

from typing import Any

from django.conf import settings
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from helpdesk.archive.database.guards import TableGuard
from helpdesk.archive.database.roles import make_reader

# view -> (table, its columns as they are called there and in the view). No text of people's, no name.
_VIEWS: dict[str, tuple[str, str]] = {
    "sellers": ("marketplace_seller", "seller_id, external_id"),
    "conversations": (
        "conversations_conversation",
        "seller_id, id, market, order_id, offer_id, started_at, last_at, last_side",
    ),
    "messages": (
        "conversations_message",
        "seller_id, id, conversation_id, n, side, language, manner, at",
    ),
    "obligations": (
        "deadlines_obligation",
        """seller_id, id, chain AS conversation_id, cause, question_id, with_order, received_at, deadline,
        zone, calendar, calendar_version, overdue_at, answered_at, verdict, corrected_verdict""",
    ),
    "cases": (
        "cases_case",
        """seller_id, id, chain AS conversation_id, order_id, number, market, situation, kind, stage, owner,
        outcome, at AS opened_at, last_at, ended_at, due_at, due_code""",
    ),
    "standings": (
        "standing_publication",
        "seller_id, id, at, counted_on, rank, visibility, measure, level, weights",
    ),
    "measures": (
        "enforcement_measure",
        """seller_id, id, kind, track, place, factor, announced_at, starts_at, ends_at, appeal_until,
        stayed_at, resumed_at, resumed_until, lifted_at""",
    ),
    "days": (
        "oversight_day",
        "seller_id, market, on_day, asked, met, late, missed, open, overdue, refused, cases",
    ),
}
_CREATE = (
    "CREATE VIEW helpdesk_bi.{view} WITH (security_invoker = true) AS SELECT {columns} FROM public.{table}"
)


class Views(TableGuard):
    """The schema `helpdesk_bi`: views with their reader's rights, and a role that reads these columns alone.

    Whoever has not been granted the role is shown no row by row security, whatever else it may read.
    """

    def __init__(self) -> None:
        super().__init__("helpdesk_bi")

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "Views", [], {}

    def database_forwards(self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, *_: Any) -> None:  # noqa: ARG002 - Django's
        with schema_editor.connection.cursor() as cursor:
            make_reader(cursor=cursor)
        for statement in self.statements():
            schema_editor.execute(statement, params=None)

    def statements(self) -> list[str]:
        role = f'"{settings.HELPDESK_BI_ROLE}"'
        made = ["CREATE SCHEMA helpdesk_bi", f"GRANT USAGE ON SCHEMA helpdesk_bi TO {role}"]
        for view, (table, columns) in _VIEWS.items():
            read = ", ".join(column.split(" AS ")[0].strip() for column in columns.split(","))
            made += [
                _CREATE.format(view=view, columns=columns, table=table),
                f"GRANT SELECT ON helpdesk_bi.{view} TO {role}",
                f"GRANT SELECT ({read}) ON public.{table} TO {role}",
                f"CREATE POLICY bi_reads ON public.{table} FOR SELECT TO {role} USING (true)",
            ]
        return made


class Migration(migrations.Migration):
    """The schema, its views and their role."""

    dependencies = [
        ("cases", "0003_before_the_platform"),
        ("conversations", "0017_stopped"),
        ("deadlines", "0005_stopped"),
        ("enforcement", "0002_appeals"),
        ("marketplace", "0011_stopped"),
        ("oversight", "0006_days"),
        ("standing", "0003_grade"),
    ]

    operations = [Views()]
