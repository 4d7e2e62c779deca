"""Writes happen under actions/, in sql/ and in migrations, and nowhere else."""

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.architecture import house

WRITING_PIECES = frozenset({"actions", "migrations", "sql"})
ALWAYS = frozenset(
    {
        "bulk_create",
        "bulk_update",
        "get_or_create",
        "update_or_create",
        "acreate",
        "asave",
        "adelete",
        "aupdate",
        "abulk_create",
        "abulk_update",
        "aget_or_create",
        "aupdate_or_create",
        "executemany",
        "copy",
    }
)
SAVING = frozenset({"save", "delete"})  # of a row; querysets are told by their chain
CHANGING = frozenset({"create", "update", "delete"})
CHAIN = re.compile(r"\.objects\b|\.filter\(|\.exclude\(|\.all\(\)|\.using\(|\.select_for_update\(|queryset")
STATEMENT = re.compile(
    r"^\s*(with\b.+?\)\s*)?"
    r"(insert\s+into|update\s+(only\s+)?[\w\".%{]+\s+(as\s+\w+\s+|\w+\s+)?set\b|delete\s+from"
    r"|merge\s+into|truncate\b|copy\s+[\w\".]+.*\bfrom\b)",
    re.IGNORECASE | re.DOTALL,
)
WRITING = re.compile(r"\b(INSERT INTO|UPDATE \w+ SET|DELETE FROM|TRUNCATE)\b")
# The archive's drawer offers the transaction itself; what it runs is named by the actions that call it.
EXCEPT: dict[str, str] = {
    "archive/database/guards.py": "the SQL of migrations",
    "archive/database/functions.py": "the SQL of migrations",
    "archive/database/keys.py": "the SQL of migrations",
    "console/demo/tampering.py": "what an owner could do, so that a demo shows that it is found",
}


def writes(module: house.Module) -> Iterator[str]:
    """Calls that change rows and literals that are writing SQL, outside the pieces that may."""
    if module.piece in WRITING_PIECES or str(module.path) in EXCEPT:
        return
    told = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _changes(node, node.func):
            yield f"{module.at(node)}: `{ast.unparse(node.func)[-60:]}` writes outside actions/"
        elif id(node) not in told and (text := _text(node)):
            called = [name for name in writing_functions() if re.search(rf"\b{name}\b", text)]
            if STATEMENT.match(text) or called:
                yield f"{module.at(node)}: writing SQL outside actions/, sql/ and migrations/"


def _text(node: ast.AST) -> str:
    """A literal; in an f-string, `x` stands for what is filled in."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@cache
def writing_functions() -> tuple[str, ...]:
    """The hot functions that change rows, themselves or through others."""
    files = {path.stem: path.read_text("utf-8") for path in (house.ROOT / "helpdesk").glob("*/sql/*.sql")}
    found = {name for name, text in files.items() if WRITING.search(text)}
    while more := {n for n, text in files.items() if any(f"{w}(" in text for w in found)} - found:
        found |= more
    return tuple(sorted(found))


def _changes(call: ast.Call, function: ast.Attribute) -> bool:
    name, owner = function.attr, ast.unparse(function.value)
    if name in ALWAYS:
        return not owner.endswith(("copy", "shutil", "request.GET", "GET", "POST"))
    if name in CHANGING and CHAIN.search(owner):
        return True
    return name in SAVING and not call.args and "session" not in owner


def test_only_actions_write() -> None:
    house.hold(writes)


def test_each_way_of_writing_is_noticed() -> None:
    ways = (
        "Message.objects.create(a=1)",
        "Message.objects.filter(a=1).update(b=2)",
        "Message.objects.using('owner').all().delete()",
        "message.save()",
        "message.delete()",
        "Message.objects.bulk_create(rows)",
        "cursor.execute('INSERT INTO message (a) VALUES (1)')",
        "cursor.execute('''\n  UPDATE message SET a = 1''')",
        "cursor.execute('update only message m set a = 1')",
        "cursor.execute('DELETE FROM message')",
        "cursor.execute(f'UPDATE {table} SET a = 1')",
        "hot.rows('SELECT archive_entry_v1(%s)', [a])",
        "hot.rows('SELECT conversation_post_v1(%s)', [a])",
        "cursor.execute('WITH gone AS (SELECT 1) DELETE FROM message')",
    )
    for way in ways:
        for place in (
            "conversations/queries.py",
            "portal/seller/replies.py",
            "conversations/models/message.py",
        ):
            assert [*writes(house.module(place, way))], way
        assert not [*writes(house.module("conversations/actions/post_reply.py", way))]


def test_reading_is_no_write() -> None:
    fine = (
        "found.update({'a': 1})",
        "hashlib.sha256().update(b'')",
        "cursor.execute('SELECT 1')",
        "'Update your browser to see this page'",
        "copy.copy(value)",
    )
    for line in fine:
        assert not [*writes(house.module("portal/seller/inbox.py", line))], line
