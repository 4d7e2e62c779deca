"""Files read once: a picture of the rows is the same every time, and reading it takes long."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from helpdesk.conduct.terms import Place

MEMORY = Path(__file__).parents[2] / ".pytest_cache" / "conduct-files"
ReadFile = Callable[[str, str, bytes, str], Sequence[tuple[Place, str]]]


def remembering() -> ReadFile:
    """What `helpdesk conduct` reads in files, from memory where they were read before."""
    from helpdesk.conversations.queries.read_file import read_file

    def read(name: str, media: str, content: bytes, language: str) -> Sequence[tuple[Place, str]]:
        known = MEMORY / hashlib.sha256(f"{name}\0{media}\0{language}\0".encode() + content).hexdigest()
        if not known.exists():
            texts = read_file(name=name, media=media, content=content, languages=[language])
            MEMORY.mkdir(parents=True, exist_ok=True)
            known.write_text(json.dumps([(place.value, text) for place, text in texts]), "utf-8")
        return [(Place(place), text) for place, text in json.loads(known.read_text("utf-8"))]

    return read
