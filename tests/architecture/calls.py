"""Who calls whom in the package, read from the source: enough to ask whether a deed reaches the Archive."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.architecture import house


@dataclass
class Calls:
    """Dotted names of functions and classes, and the dotted names that their bodies mention."""

    exports: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, set[str]] = field(default_factory=dict)

    def resolve(self, name: str) -> str:
        """Where a name is defined, through re-exports."""
        seen: set[str] = set()
        while name in self.exports and name not in seen and name not in self.mentions:
            seen.add(name)
            name = self.exports[name]
        return name

    def reach(self, name: str) -> set[str]:
        """Everything that `name` mentions, and what that mentions, to the end."""
        found: set[str] = set()
        todo = [self.resolve(name)]
        while todo:
            for target in map(self.resolve, self.mentions.get(todo.pop(), ())):
                if target not in found:
                    found.add(target)
                    todo.append(target)
        return found


def calls_of(modules: Iterable[house.Module]) -> Calls:
    """The calls of these modules."""
    calls = Calls()
    for module in modules:
        names = dict(_imported(module))
        names |= {node.name: f"{module.dotted}.{node.name}" for node in _definitions(module)}
        for name, target in names.items():
            if target != f"{module.dotted}.{name}":
                calls.exports[f"{module.dotted}.{name}"] = target
        for node in _definitions(module):
            calls.mentions[f"{module.dotted}.{node.name}"] = set(_mentioned(node, names))
    return calls


def _definitions(module: house.Module) -> Iterator[house.Function | ast.ClassDef]:
    return (node for node in module.tree.body if isinstance(node, house.Function | ast.ClassDef))


def _imported(module: house.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                yield name.asname or name.name, f"{node.module}.{name.name}"


def _mentioned(node: ast.AST, names: Mapping[str, str]) -> Iterator[str]:
    for start in ast.walk(node):
        inner, parts = start, list[str]()
        while isinstance(inner, ast.Attribute):
            parts.append(inner.attr)
            inner = inner.value
        if isinstance(inner, ast.Name) and inner.id in names:
            yield ".".join([names[inner.id], *reversed(parts)])
