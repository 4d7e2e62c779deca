"""`bin/conduct-meanings`: the meanings of words, with all forms of the words, packed for the package.

tests/conduct/meanings holds a file for each language, `meaning: word word …`, and `kinds.txt`,
`meaning: KIND …`. The forms of words are those that simplemma knows. Meaning 0 is none.
"""

from collections.abc import Iterator
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from helpdesk.conduct.rules import views
from helpdesk.conduct.rules.meanings import LANGUAGES, key, packed

HERE = Path(__file__).parent / "meanings"
PACKED = Path(__file__).parents[2] / "helpdesk/conduct/data/meanings.bin"


def lines(name: str) -> Iterator[tuple[str, list[str]]]:
    """What stands before and after the colon."""
    for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            meaning, _, words = line.rpartition(": ")
            yield meaning, words.split()


def folded(word: str) -> str:
    """As a reading sees it."""
    return views.folded(views.raw(word)).text


def forms(language: str, numbers: dict[str, int]) -> dict[int, int]:
    """The keys of all forms of the words, with their meanings. A word that is listed keeps its own."""
    meant = {word: numbers[meaning] for meaning, words in lines(language) for word in words}
    found: dict[int, int] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
        if (meaning := meant.get(lemma.lower())) is not None:
            found.setdefault(key(folded(form)), meaning)
    return found | {key(folded(word)): meaning for word, meaning in meant.items()}


def main() -> None:
    """Write the file and say what is in it."""
    kinds_of = dict(lines("kinds"))
    names = sorted({meaning for one in LANGUAGES for meaning, _ in lines(one)})
    numbers = {meaning: n for n, meaning in enumerate(names, 1)}
    kinds = {kind: n for n, kind in enumerate(sorted({kind for of in kinds_of.values() for kind in of}))}
    table = [[], *([kinds[kind] for kind in kinds_of.get(meaning, ())] for meaning in names)]
    every = {one: forms(one, numbers) for one in LANGUAGES}
    PACKED.write_bytes(packed(table, every))
    print(f"{PACKED.name}: {PACKED.stat().st_size} bytes, {len(names)} meanings, {len(kinds)} kinds")
    print(*(f"{language} {len(found)} forms" for language, found in every.items()), sep=", ")


if __name__ == "__main__":
    main()
