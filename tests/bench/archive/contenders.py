"""Whoever goes through leaves: each a process of its own, its processor time on one core.

`python -m tests.bench.archive.contenders NAME FOLDER`: prints leaves, seconds and the root, as JSON. Those of
other people run in an environment without the product's packages, so they import nothing of it but tiles.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any

ALTERED = "altered"


def check(folder: Path, told: dict[str, Any]) -> str:
    """Ours, as `helpdesk archive verify` does it: bundles, tiles of all levels, root."""
    verifying: Any = import_module("helpdesk.tlog.verifying")
    files = verifying.Folder(
        read_tile=lambda tile: (folder / tile.path()).read_bytes(),
        read_bundle=lambda bundle: (folder / bundle.path()).read_bytes(),
    )
    root = bytes.fromhex(told["root"])
    findings = [
        step
        for step in verifying.check_log(size=told["size"], root=root, folder=files)
        if isinstance(step, verifying.Found)
    ]
    return ALTERED if findings else str(told["root"])


def root_alone(folder: Path, told: dict[str, Any]) -> str:
    """Ours without reading files or comparing tiles: the root of leaves in memory."""
    hashing: Any = import_module("helpdesk.tlog.hashing")
    return str(hashing.root_of(hashing.leaf_hashes(told["leaves"])).hex())


def hashing_alone(folder: Path, told: dict[str, Any]) -> str:
    """The limit: each leaf hashed once, and as many nodes, with nothing around it."""
    leaves: Sequence[bytes] = told["leaves"]
    pair = b"\x01" + bytes(64)
    for leaf in leaves:
        sha256(b"\x00" + leaf).digest()
    for _ in leaves:
        sha256(pair).digest()
    return str(told["root"])


def pymerkle(folder: Path, told: dict[str, Any]) -> str:
    """The tree of the library pymerkle in memory, grown leaf by leaf, and its root."""
    library: Any = import_module("pymerkle")
    tree = library.InmemoryTree(algorithm="sha256")
    for leaf in told["leaves"]:
        tree.append_entry(leaf)
    return str(tree.get_state().hex())


CONTENDERS: dict[str, Callable[[Path, dict[str, Any]], str]] = {
    "check": check,
    "root_alone": root_alone,
    "hashing_alone": hashing_alone,
    "pymerkle": pymerkle,
}


def entries(folder: Path) -> list[bytes]:
    """All entries of the bundles, in order."""
    tiles: Any = import_module("helpdesk.tlog.tiles")
    bundles = sorted((folder / "tile" / "entries").rglob("[0-9]*"), key=_place)
    return [entry for path in bundles if path.is_file() for entry in tiles.decode_bundle(path.read_bytes())]


def _place(path: Path) -> tuple[str, ...]:
    return tuple(part.lstrip("x") for part in path.parts)


def main(name: str, place: str) -> None:
    """Run one, and say what it took."""
    folder = Path(place)
    told = json.loads((folder / "told.json").read_text())
    told["leaves"] = entries(folder) if name != "check" else []
    began = time.process_time()
    root = CONTENDERS[name](folder, told)
    print(json.dumps({"seconds": time.process_time() - began, "root": root}))


if __name__ == "__main__":
    main(*sys.argv[1:])
