"""The catalogues are set as each language is printed, and use the Platform's own words."""

import json
import re
from collections.abc import Callable, Iterator

import pytest

from tests.architecture import house
from tests.catalogues import LANGUAGES, catalogue, ids, texts

GLOSSARY = json.loads((house.ROOT / "tests/data/glossary.json").read_text("utf-8"))
WORDS = {term: re.compile(rf"(?<![\w'\u2019-]){term}(s|['\u2019]s)?(?![\w-])") for term in GLOSSARY}
QUOTES = {"pl": "„”", "de": "„“", "fr": "«»", "it": "“”"}
CODE = re.compile(r"ext:|%\(\w+\)[sd]|https?:\S+|\d\d:\d\d|<[^<>]*>|\{[^{}]*\}|/[a-z/]+\?\S*")
SHORT = re.compile(r"(Std|Min|godz|szt)\.$")  # an abbreviation's own full stop ends no sentence
NARROW = "[\u202f\u00a0]"
Rule = Callable[[str, str, str], Iterator[str]]


def spaces(source: str, text: str, language: str) -> Iterator[str]:
    """One space between words, none before a full stop or a comma."""
    if re.search(r"[^\S\n]{2,}", text) and not re.search(r"[^\S\n]{2,}", source):
        yield "two spaces"
    if re.search(r"\s[,.](\s|$)", text):
        yield "a space before a full stop or a comma"


def ends(source: str, text: str, language: str) -> Iterator[str]:
    """A sentence ends as its source does."""
    if last(source) != last(text):
        yield f"ends with “{last(text)}”, its source with “{last(source)}”"


def last(text: str) -> str:
    """The punctuation at the end, if any."""
    found = re.search(r"[.?!:…,]+$", SHORT.sub("", text.strip()))
    return found[0] if found else ""


def quotes(source: str, text: str, language: str) -> Iterator[str]:
    """Quotation marks are the language's own, an apostrophe is a real one."""
    bare = CODE.sub("", text)
    if strange := set(re.findall(r"[\"„“”«»]", bare)) - set(QUOTES[language]):
        yield f"quotation marks of another language: {' '.join(sorted(strange))}"
    if "'" in bare:
        yield "a straight apostrophe"


def french(source: str, text: str, language: str) -> Iterator[str]:
    """No line begins with a mark: a space that does not break comes before ; : ! ? and inside « »."""
    bare = CODE.sub("x", text)
    if language == "fr" and re.search(rf"(?<!{NARROW})[;:!?](?=\s|$)|(?<!{NARROW})»|«(?!{NARROW})", bare):
        yield "no narrow space before ; : ! ? or inside « »"


def words(source: str, text: str, language: str) -> Iterator[str]:
    """Glossary words are said with the glossary's words."""
    for term, said in GLOSSARY.items():
        same = 0 if term[0].isupper() else re.IGNORECASE
        if WORDS[term].search(source) and not re.search(said[language], text, same):
            yield f"no word for “{term}” of the glossary"


def faults(language: str, rule: Rule) -> Iterator[str]:
    """Everything that breaks a rule, with the sentence."""
    for message in catalogue(language):
        for id in ids(message):
            for text in texts(message):
                if id and text not in ("", id):
                    yield from (f"{fault}: {id!r} -> {text!r}" for fault in rule(id, text, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", [spaces, ends, quotes, french, words], ids=lambda rule: rule.__name__)
def test_a_catalogue_is_well_set(language: str, rule: Rule) -> None:
    house.show(sorted(faults(language, rule)))


@pytest.mark.parametrize(
    ("rule", "source", "text", "language"),
    [
        (spaces, "Sent. Thanks", "Wysłano.  Dzięki", "pl"),
        (spaces, "Sent.", "Wysłano .", "pl"),
        (ends, "Sent.", "Wysłano", "pl"),
        (ends, "Really?", "Wirklich.", "de"),
        (quotes, "The “x”", "Das “x”", "de"),
        (quotes, "The order", "L'ordine", "it"),
        (french, "Why?", "Pourquoi?", "fr"),
        (french, "Why?", "Pourquoi ?", "fr"),
        (french, "The “x”", "Le «x»", "fr"),
        (words, "Your Seller answers.", "Handlarz odpowiada.", "pl"),
        (words, "Two messages", "Zwei Mitteilungen", "de"),
    ],
)
def test_a_fault_is_noticed(rule: Rule, source: str, text: str, language: str) -> None:
    assert [*rule(source, text, language)]


@pytest.mark.parametrize("rule", [spaces, ends, quotes, french, words], ids=lambda rule: rule.__name__)
def test_a_well_set_sentence_passes(rule: Rule) -> None:
    text = "Le Vendeur a dit\u202f: «\u202foui\u202f», à 10:40\u202f!"
    assert not [*rule("The Seller said: “yes”, at 10:40!", text, "fr")]
