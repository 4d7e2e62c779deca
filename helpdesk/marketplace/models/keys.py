"""The database key of a seller's row: to the seller itself."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Model

from helpdesk.archive.database.keys import SellerKey


class OfSeller(SellerKey):
    """FOREIGN KEY (seller_id) -> marketplace_seller, where a ForeignKey would break the composite key."""

    def __init__(self, *, name: str, column: str = "seller_id", to: str = "marketplace.Seller") -> None:
        super().__init__(name=name, column=column, to=to)

    def constraint_sql(
        self,
        model: type[Model] | None,  # noqa: ARG002 - Django hands it over
        schema_editor: BaseDatabaseSchemaEditor | None,
    ) -> str:
        """The clause of CREATE TABLE."""
        assert schema_editor is not None
        name = schema_editor.quote_name(self.name)
        return f"CONSTRAINT {name} FOREIGN KEY (seller_id) REFERENCES marketplace_seller (seller_id)"
