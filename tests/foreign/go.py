"""Asking the Go program: what is claimed of a folder, and why it refuses."""

import json
import subprocess
from base64 import b64encode
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from helpdesk.tlog.checkpoints import parse
from helpdesk.tlog.notes import split
from helpdesk.tlog.proofs import consistency_proof, hashes_in_tiles, inclusion_proof


def in_base64(data: bytes) -> str:
    return b64encode(data).decode()


def question(
    *, folder: Path, vkey: str, entries: Sequence[bytes], indexes: Iterable[int], older: str = ""
) -> dict[str, Any]:
    """All that is claimed of a log's folder: its checkpoint, these entries, and its growth since `older`.

    The proofs are ours, from the folder's tiles; the program also makes its own.
    """
    size = parse(split((folder / "checkpoint").read_bytes())[0]).size
    read = hashes_in_tiles(lambda tile: (folder / tile.path()).read_bytes(), size)
    grown = consistency_proof(first=parse(split(older)[0]).size, second=size, read=read) if older else []
    proofs = {index: inclusion_proof(index=index, size=size, read=read) for index in indexes}
    leaves = [
        {"index": index, "data": in_base64(entries[index]), "proof": [*map(in_base64, proof)]}
        for index, proof in proofs.items()
    ]
    said = {"folder": str(folder), "vkey": vkey, "older": older}
    return said | {"proof": [*map(in_base64, grown)], "leaves": leaves}


def refusal(checker: Path, asked: dict[str, Any]) -> str:
    """Why the program refuses; empty if it accepts."""
    answer = subprocess.run([checker], input=json.dumps(asked), capture_output=True, text=True, timeout=60)
    assert (answer.returncode == 0) == (answer.stderr == ""), answer
    return answer.stderr
