"""The key that checkpoints are verified with: it must be the one that the log's own entries publish."""

from collections.abc import Iterator
from typing import Any

from django.db import connections

from helpdesk.archive.models import Tree
from helpdesk.archive.rules.checking import Leaf, read_leaf
from helpdesk.archive.rules.keys import facts_of
from helpdesk.archive.terms import Finding
from helpdesk.kernel.ids import OPERATOR
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.refusals import Refused

_KEYS = "SELECT leaf FROM archive_entry WHERE seller_id = %s AND kind = 'key'"


def keys(*, using: str) -> Iterator[Finding]:
    """Whoever swaps a tree's key for their own can sign whatever they like; the `key` entries say so."""
    with connections[using].cursor() as cursor:
        cursor.execute(_KEYS, [OPERATOR])
        leaves = [read_leaf(bytes(data)) for (data,) in cursor.fetchall()]
    for tree in Tree.objects.using(using).order_by("number"):
        if detail := _differs(tree, [leaf for leaf in leaves if leaf is not None]):
            yield Finding(code="log.key", row=f"archive_tree number={tree.number}", detail=detail)


def _differs(tree: Tree, leaves: list[Leaf]) -> str:
    """What is wrong with the tree's key or name; empty where nothing is."""
    if not tree.origin.endswith(f"/archive/{tree.log_id.hex}"):
        return f"its origin {tree.origin} is not that of its log"
    try:
        mine = facts_of(Verifier.parse(tree.vkey))
    except Refused:
        return "its key is none"
    if mine["name"] != tree.origin:
        return f"its key is that of {mine['name']}"
    published = [leaf["f"] for leaf in leaves if _is_of(leaf["f"], tree.origin)]
    if mine not in published:
        return f"no entry published its key {mine['id']}"
    if len(published) > 1:
        return "entries published more than one key for it"
    return ""


def _is_of(facts: dict[str, Any], origin: str) -> bool:
    return facts.get("use") == "log" and facts.get("name") == origin
