"""Foreign keys between seller-owned tables: both sides start with seller_id."""

from typing import Any

from django.apps import apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement
from django.db.models import BaseConstraint, Model


class SellerKey(BaseConstraint):
    """A database key (seller_id, column) -> (seller_id, id) of `to`, beside Django's ForeignObject."""

    def __init__(self, *, column: str, to: str, name: str) -> None:
        super().__init__(name=name)
        self.column, self.to = column, to

    def constraint_sql(
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """The clause of CREATE TABLE."""
        assert schema_editor is not None
        table = apps.get_model(self.to)._meta.db_table
        quote = schema_editor.quote_name
        return (
            f"CONSTRAINT {quote(self.name)} FOREIGN KEY (seller_id, {quote(self.column)})"
            f" REFERENCES {quote(table)} (seller_id, id)"
        )

    def create_sql(self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> str:
        """ALTER TABLE ... ADD."""
        key = self.constraint_sql(model, schema_editor)
        return str(Statement("ALTER TABLE %(table)s ADD %(key)s", table=_quoted(model), key=key))

    def remove_sql(self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None) -> str:
        """ALTER TABLE ... DROP."""
        return str(
            Statement(
                "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s", table=_quoted(model), name=f'"{self.name}"'
            )
        )

    def validate(
        self, model: type[Model], instance: Model, exclude: Any = None, using: str = "default"
    ) -> None:
        """The database checks; a form has nothing to say about ids."""

    def deconstruct(self) -> Any:
        """For migrations."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "column": self.column, "to": self.to}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SellerKey):
            return NotImplemented
        return (self.name, self.column, self.to) == (other.name, other.column, other.to)

    def __hash__(self) -> int:
        return hash((self.name, self.column, self.to))


def _quoted(model: type[Model] | None) -> str:
    assert model is not None
    return f'"{model._meta.db_table}"'
