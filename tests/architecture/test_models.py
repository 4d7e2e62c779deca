"""Models name their targets by strings and do nothing behind the reader's back."""

import ast
from collections.abc import Iterator

from tests.architecture import house

RELATIONS = frozenset({"ForeignKey", "OneToOneField", "ManyToManyField", "ForeignObject", "SellerKey"})


def loose_ends(module: house.Module) -> Iterator[str]:
    """Relations to classes, generic relations, default orderings, overridden save and delete."""
    if module.piece != "models":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and house.called(node).split(".")[-1] in RELATIONS:
            yield from (f"{module.at(node)}: `{name}` as a string, please" for name in _unnamed(node, module))
        if isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node).endswith("GenericForeignKey"):
            yield f"{module.at(node)}: no generic foreign keys"
        if isinstance(node, ast.ClassDef):
            yield from (f"{module.at(item)}: {fault}" for item, fault in _surprises(node))


def _unnamed(call: ast.Call, module: house.Module) -> Iterator[str]:
    """Targets of a relation that are neither strings nor classes of the same file."""
    own = {node.name for node in module.tree.body if isinstance(node, ast.ClassDef)}
    for target in [*call.args[:1], *(word.value for word in call.keywords if word.arg == "to")]:
        if not isinstance(target, ast.Constant) and ast.unparse(target) not in own:
            yield ast.unparse(target)


def _surprises(node: ast.ClassDef) -> Iterator[tuple[ast.AST, str]]:
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and item.name in {"save", "delete"}:
            yield item, f"`{item.name}` belongs in an action"
        if (
            node.name == "Meta"
            and isinstance(item, ast.Assign)
            and ast.unparse(item.targets[0]) == "ordering"
        ):
            yield item, "a query says its own order"


def test_models_hold_tables_and_nothing_else() -> None:
    house.hold(loose_ends)


def test_a_loose_end_is_noticed() -> None:
    for source in (
        "a = models.ForeignKey(Person, on_delete=models.CASCADE)",
        "a = models.ForeignObject(to=Order, from_fields=[], to_fields=[])",
        "a = GenericForeignKey('a', 'b')",
        "class A:\n    class Meta:\n        ordering = ['a']",
        "class A:\n    def save(self): ...",
    ):
        assert [*loose_ends(house.module("conversations/models/a.py", source))], source
    fine = "a = models.ForeignObject('marketplace.Order', from_fields=[], to_fields=[])"
    assert not [*loose_ends(house.module("conversations/models/a.py", fine))]
