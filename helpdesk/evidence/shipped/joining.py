"""The verifier as it is handed out: the parts of `verify` joined to one file that needs nothing of ours.

Who doubts the Platform reads that file from top to bottom. The parts import nothing but the standard library
and each other, so that joining them is leaving those imports out.
"""

import ast
from functools import cache
from importlib import resources
from typing import Final

_PARTS: Final = (
    *("reporting", "ed25519", "texts", "members", "notes", "leaves", "values"),
    *("package", "record", "proofs", "conversation", "checks"),
    *("words_en", "words_pl", "words_de", "words_fr", "words_it", "words", "telling"),
)  # each behind those that it needs when it is read
_OURS: Final = "helpdesk."
_RULE: Final = "# " + "-" * 103


@cache
def program() -> bytes:
    """verify.py, byte for byte as every package holds it."""
    folder = resources.files("helpdesk.evidence.shipped") / "verify"
    parts = {name: (folder / f"{name}.py").read_text("utf-8") for name in _PARTS}
    caption = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")), clean=False)
    heads = {name: _imports(text) for name, text in parts.items()}
    needed = sorted({line for lines in heads.values() for line in lines}, key=_rank)
    sections = [_section(text) for text in parts.values()]
    return "\n".join(
        [
            "#!/usr/bin/env python3",
            f'"""{caption}"""\n',
            "from __future__ import annotations\n",
            *needed,
            *sections,
            '\n\nif __name__ == "__main__":\n    sys.exit(main())\n',
        ]
    ).encode()


def _imports(text: str) -> set[str]:
    """What a part takes from the standard library, a name a line."""
    found = set[str]()
    for node in ast.parse(text).body:
        if isinstance(node, ast.Import):
            found |= {f"import {one.name}" for one in node.names}
        elif isinstance(node, ast.ImportFrom) and not _is_left_out(node):
            found |= {f"from {node.module} import {one.name}" for one in node.names}
    return found


def _is_left_out(node: ast.ImportFrom) -> bool:
    return node.module == "__future__" or str(node.module).startswith(_OURS)


def _rank(line: str) -> tuple[bool, str]:
    return line.startswith("from "), line.lower()


def _section(text: str) -> str:
    """A part under its caption, without what stands above its code."""
    tree = ast.parse(text)
    begins = max((node.end_lineno or 0) for node in tree.body if _is_above(node))
    code = "\n".join(text.split("\n")[begins:]).strip("\n")
    return f"\n\n{_RULE}\n# {ast.get_docstring(tree)}\n\n{code}"


def _is_above(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    )
