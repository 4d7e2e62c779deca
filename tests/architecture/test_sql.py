"""The hot functions: one to a file, versioned, created by a migration, with the caller's rights and clock."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import house

CREATE = re.compile(r"^CREATE FUNCTION (\w+)\s*\(", re.MULTILINE)
COMMENT = re.compile(r"--[^\n]*")
OWN_FACTS = re.compile(
    r"\bnow\(\)|\bcurrent_timestamp\b|\bcurrent_date\b|\bclock_timestamp\(\)|\bstatement_timestamp\(\)"
    r"|\blocaltime|\brandom\(\)|\bgen_random_uuid\(\)|\buuidv7\(\)",
    re.IGNORECASE,
)
BORROWING = {
    "search/sql/search_match_v1.sql": "began so; has its caller's rights since there is the second",
    "search/sql/search_match_v2.sql": "the same; the previous release keeps it",
    "search/sql/search_match_v3.sql": "the same",
    "search/sql/search_match_v4.sql": "the same",
    "search/sql/search_match_v5.sql": "under a policy no index serves a text search: it is the policy",
    "oversight/sql/oversight_said_v1.sql": "began so; has its caller's rights since there is the second",
    "oversight/sql/oversight_said_v2.sql": "the same; nothing is to be had without a search on record",
}
STATEMENT = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b")
EXCEPT = {
    "archive/sql/archive_entry_v1.sql": "refuses what was judged too long ago; the fact stays the caller's",
    "archive/queries/logs.py": "measures this node's clock against the database's",
}


def files() -> list[Path]:
    return sorted((house.ROOT / "helpdesk").glob("*/sql/*.sql"))


def faults(path: str, text: str) -> Iterator[str]:
    """What a function's file must not be."""
    name = Path(path).stem
    code = COMMENT.sub("", text)
    if CREATE.findall(code) != [name]:
        yield f"{path}: one function, of the file's name, by CREATE FUNCTION"
    if not re.search(r"_v\d+$", name) and "RETURNS trigger" not in code:
        yield f"{path}: the name carries a version, so that the previous release keeps its own"
    if re.search(r"\bSECURITY\s+DEFINER\b", code, re.IGNORECASE) and path not in BORROWING:
        yield f"{path}: borrows the owner's rights"
    if path not in EXCEPT:
        yield from (f"{path}: `{word}`: facts come from the caller" for word in OWN_FACTS.findall(code))


def facts_of_sql(module: house.Module) -> Iterator[str]:
    """Statements in Python that let the database say what time it is, or draw lots."""
    if str(module.path) in EXCEPT or not module.in_room:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.search(node.value):
            yield from (f"{module.at(node)}: `{word}` in SQL" for word in OWN_FACTS.findall(node.value))


def test_every_function_keeps_the_rules() -> None:
    package = house.ROOT / "helpdesk"
    house.show(
        fault
        for path in files()
        for fault in faults(path.relative_to(package).as_posix(), path.read_text("utf-8"))
    )


def test_every_function_is_created_by_a_migration_of_its_room() -> None:
    for path in files():
        migrations = (path.parents[1] / "migrations").glob("*.py")
        assert any(path.name in migration.read_text("utf-8") for migration in migrations), path


def test_no_statement_states_a_fact_of_its_own() -> None:
    house.hold(facts_of_sql)


def test_a_fault_is_noticed() -> None:
    good = "CREATE FUNCTION a_b_v1(x uuid) RETURNS bigint LANGUAGE sql AS $$ SELECT 1 $$;  -- not now()"
    assert not [*faults("a/sql/a_b_v1.sql", good)]
    for path, text in (
        ("a/sql/a_c_v1.sql", good),
        ("a/sql/a_b.sql", good.replace("a_b_v1", "a_b")),
        ("a/sql/a_b_v1.sql", f"{good}\n{good}"),
        ("a/sql/a_b_v1.sql", good.replace("CREATE", "CREATE OR REPLACE")),
        ("a/sql/a_b_v1.sql", good.replace("LANGUAGE sql", "LANGUAGE sql SECURITY DEFINER")),
        ("a/sql/a_b_v1.sql", good.replace("SELECT 1", "SELECT now()")),
        ("a/sql/a_b_v1.sql", good.replace("SELECT 1", "SELECT gen_random_uuid()")),
    ):
        assert [*faults(path, text)], text
    source = "cursor.execute('UPDATE a SET b = now()')"
    assert [*facts_of_sql(house.module("conversations/actions/a.py", source))]
    assert not [*facts_of_sql(house.module("conversations/actions/a.py", "x = clock.now()"))]
