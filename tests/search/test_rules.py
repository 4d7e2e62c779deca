"""Letters, words, endings and slips, without a database."""

import re
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.search import rules
from helpdesk.search.terms import EXCERPT, MAX_TEXT, MAX_WORDS, Language

LETTERS = ascii_lowercase + "ąćęłńóśźżäöüßéèêçàùœæ"
WORDS = st.text(LETTERS, min_size=4, max_size=20)
FORMS = [  # one line: a language, and forms of one word that must meet
    (Language.PL, "przesyłka przesyłki przesyłkę przesylki PRZESYŁKA"),
    (Language.PL, "zwrot zwrotu zwroty zwrotów zwrotow"),
    (Language.PL, "reklamacja reklamacji reklamację reklamacje"),
    (Language.PL, "zamówienie zamówienia zamowienia"),
    (Language.PL, "uszkodzony uszkodzona uszkodzone"),
    (Language.DE, "Paket Pakete Paketen"),
    (Language.DE, "Rücksendung Rücksendungen Rucksendung Ruecksendungen"),
    (Language.FR, "livraison livraisons"),
    (Language.FR, "remboursé rembourser rembourse"),
    (Language.IT, "spedizione spedizioni"),
    (Language.IT, "reso resi"),
    (Language.EN, "refund refunds refunded refunding"),
    (Language.EN, "delivery deliveries"),
]
APART = [
    (Language.PL, "zwrot", "zamówienie"),
    (Language.DE, "Paket", "Pakistan"),
    (Language.EN, "refund", "refuse"),
    (Language.IT, "spedizione", "spesa"),
]


@pytest.mark.parametrize(("language", "line"), FORMS)
def test_forms_of_a_word_meet(language: Language, line: str) -> None:
    first, *others = line.split()
    for other in others:
        assert rules.stems(word=first, language=language) & rules.stems(word=other, language=language), (
            first,
            other,
        )


@pytest.mark.parametrize(("language", "one", "other"), APART)
def test_other_words_do_not(language: Language, one: str, other: str) -> None:
    assert not rules.stems(word=one, language=language) & rules.stems(word=other, language=language)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = rules.folded(text)
    assert rules.folded(once) == once


def test_accents_fold() -> None:
    assert rules.folded("Zażółć GĘŚLĄ jaźń") == "zazolc gesla jazn"
    assert rules.spellings("Größe") == ("grosse", "groesse")
    assert rules.spellings("Gro\u0308ße") == ("grosse", "groesse")  # the accent behind its letter
    assert rules.spellings("cœur") == ("coeur",)


@given(WORDS, st.data())
def test_one_slip_is_forgiven(word: str, data: st.DataObject) -> None:
    word = rules.folded(word)
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(ascii_lowercase))
    slipped = {
        "too few": word[:at] + word[at + 1 :],
        "too many": word[:at] + letter + word[at:],
        "wrong": word[:at] + letter + word[at + 1 :],
        "swapped": word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }
    for how, other in slipped.items():
        if len(other) >= 4:
            assert rules.slips_of(word) & rules.slips_of(other), (how, other)


@pytest.mark.parametrize(("one", "other"), [("paket", "tasse"), ("refund", "friend"), ("reso", "zwrot")])
def test_two_slips_are_another_word(one: str, other: str) -> None:
    assert not rules.slips_of(one) & rules.slips_of(other)


@pytest.mark.parametrize("word", ["abc", "a1001", "2026", ""])
def test_short_words_and_numbers_are_never_slips(word: str) -> None:
    assert rules.slips_of(word) == frozenset()


def test_what_is_typed_is_taken_apart() -> None:
    asked = rules.asked_in('has:file "broken pump" order A-1001 before:2026-11-01 market:pl from:buyer seal')
    assert asked.words == ("order", "A-1001", "seal")
    assert asked.phrases == (("broken", "pump"),)
    filters = asked.filters
    assert (filters.has_file, filters.market, filters.side) == (True, "pl", "buyer")
    assert str(filters.until) == "2026-11-01"
    assert filters.since is None


def test_days_are_whole() -> None:
    assert str(rules.asked_in("x on:2026-11-01").filters.until) == "2026-11-02"
    assert str(rules.asked_in("x after:2026-10-31").filters.since) == "2026-11-01"


@pytest.mark.parametrize(
    "text", ["before:soon", "has:wings", "from:nowhere", "on:9999-12-31", "after:2026-02-30"]
)
def test_a_filter_that_is_none_is_words(text: str) -> None:
    asked = rules.asked_in(text)
    assert asked.words
    assert asked.filters == rules.asked_in("").filters


def test_only_the_last_word_is_unfinished() -> None:
    assert rules.asked_in("red pum").unfinished
    assert not rules.asked_in("red pump ").unfinished
    assert not rules.asked_in("red has:file").unfinished
    assert "'=red'" in rules.query(rules.asked_in("red pum"))
    assert "'^pum'" in rules.query(rules.asked_in("red pum"))
    assert "'=pum':*" in rules.ranking(rules.asked_in("red pum"))


@given(st.text(LETTERS, min_size=2, max_size=20), st.integers(2, 20))
def test_beginnings_that_are_asked_for_are_in_the_index(word: str, letters: int) -> None:
    lexemes = rules.vector([word], language=None).split()
    for asked in re.findall(r"'\^[^']+'", rules.query(rules.asked_in(word[:letters]))):
        assert asked in lexemes


@given(st.lists(WORDS, min_size=2, max_size=6), st.integers(0, 4))
def test_neighbours_that_are_asked_for_are_in_the_index(words: list[str], first: int) -> None:
    phrase = words[min(first, len(words) - 2) :][:3]
    lexemes = set(rules.vector([" ".join(words)], language=None).split())
    near = re.findall(r"\(('\+[^)]+)\)", rules.query(rules.asked_in(f'"{" ".join(phrase)}"')))
    assert len(near) == len(phrase) - 1
    assert all(set(one.split(" | ")) & lexemes for one in near)


def test_what_stands_in_a_file_has_no_order() -> None:
    lexemes = rules.vector(["ein Paket kam"], language=Language.DE, ordered=False).split()
    assert "'=paket'" in lexemes
    assert not [lexeme for lexeme in lexemes if "+" in lexeme or ":" in lexeme]


@given(st.text(max_size=600))
def test_any_question_is_bounded(text: str) -> None:
    asked = rules.asked_in(text)
    assert len(asked.words) <= MAX_WORDS
    assert sum(map(len, asked.words)) <= MAX_TEXT
    rules.query(asked, forgiving=True)


@given(st.text(max_size=400), st.text(max_size=60), st.booleans())
def test_marks_lie_within_the_excerpt(text: str, question: str, forgiving: bool) -> None:
    shown, marks = rules.excerpt(text, asked=rules.asked_in(question), forgiving=forgiving)
    assert len(shown) <= EXCERPT
    assert shown in text
    places = [place for mark in marks for place in mark]
    assert places == sorted(places)
    assert all(0 <= a < b <= len(shown) for a, b in marks)


def test_an_excerpt_shows_the_first_mark_and_begins_with_a_word() -> None:
    text = "lorem ipsum " * 60 + "the gaskets leak " + "dolor sit " * 60
    shown, marks = rules.excerpt(text, asked=rules.asked_in("gasket "))
    assert [shown[a:b] for a, b in marks] == ["gaskets"]
    assert shown.startswith(("ipsum lorem", "lorem ipsum"))


def test_languages_are_told_by_their_tags() -> None:
    assert rules.language_of("de-AT") is Language.DE
    assert rules.language_of("cs") is None
