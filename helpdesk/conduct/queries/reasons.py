"""What reviewers tell authors: a text for each label in each language, which they may change."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from helpdesk.conduct.terms import Label

_TEXTS = Path(__file__).parent.parent / "data" / "reasons.json"
_SOURCE = "en"


@cache
def reason_texts() -> Mapping[str, Mapping[str, str]]:
    """By label and language."""
    found: dict[str, dict[str, str]] = json.loads(_TEXTS.read_text())
    return found


def reason_for(*, labels: Iterable[Label], language: str) -> str:
    """The texts of these labels, each once; in English where the language has none."""
    texts = [reason_texts()[label.value] for label in labels]
    return "\n\n".join(dict.fromkeys(text.get(language, text[_SOURCE]) for text in texts))
