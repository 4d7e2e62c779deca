"""The second opinion: what words mean, and that the model says at work what it said when it was trained."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conduct.rules import families
from helpdesk.conduct.rules.doubting import weighed
from helpdesk.conduct.rules.meanings import UNKNOWN, meanings_of, packed, unpacked
from helpdesk.conduct.rules.opinion import Opinion, shipped_model
from helpdesk.conduct.rules.packs import SHIPPED
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.traits import buckets_of
from helpdesk.conduct.terms import Label, Said
from helpdesk.kernel.actor import Side

CASH = ["cash", "gotowka", "bargeld", "especes", "contanti"]
LANGUAGES = ["en", "pl", "de", "fr", "it"]


def heard(text: str, *, language: str = "en", side: Side = Side.SELLER) -> Reading:
    reading = Reading(text=text, said=Said(text=text, side=side, language=language), pack=SHIPPED)
    for family in families.SPEAKING:
        for _ in family(reading):
            pass
    return reading


def test_words_of_five_languages_mean_the_same() -> None:
    meant = {one for pair in zip(CASH, LANGUAGES, strict=True) for one in meanings_of([pair[0]], pair[1])}
    assert len(meant) == 1
    assert UNKNOWN not in meant


def test_forms_of_a_word_mean_what_it_means() -> None:
    paid = meanings_of(["zaplacic", "zaplacilem", "zaplaca", "placi"], "pl")
    assert len(set(paid)) == 1
    assert paid[0] != UNKNOWN


def test_a_text_in_another_language_than_said() -> None:
    words = ["bitte", "uberweisen", "sie", "das", "geld", "direkt", "auf", "mein", "konto"]
    assert meanings_of(words, "pl") == meanings_of(words, "de")


def test_what_nobody_wrote_down_has_no_meaning() -> None:
    assert meanings_of(["xqzzvw", ""], "fr") == [UNKNOWN, UNKNOWN]


def test_packed_meanings_come_back() -> None:
    forms = {one: {7: 1, 4_000_000_000: 2} for one in LANGUAGES}
    back = unpacked(packed([[], [3], [1, 2]], forms))
    assert back.kinds == ((), (3,), (1, 2))
    assert list(back.forms["it"]) == [7, 4_000_000_000]
    assert list(back.meant["it"]) == [1, 2]
    with pytest.raises(ValueError, match="no meanings"):
        unpacked(b"something else")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abc deąß.!?\n€-'1", max_size=300), st.sampled_from(LANGUAGES))
def test_it_reads_at_work_as_it_was_trained(text: str, language: str) -> None:
    reading, model = heard(text, language=language), shipped_model()
    whole = dict(model.margins(model.sum(buckets_of(reading))))
    opinion = Opinion(reading)
    for known, margin in whole.items():
        assert opinion.margin(known.label) == pytest.approx(margin)


def test_a_rule_that_found_it_makes_it_likelier_or_not_but_is_heard() -> None:
    opinion = Opinion(heard("Come over to my place and bring the money in an envelope."))
    assert opinion.chance(Label.POST) != opinion.chance(Label.POST, strong=True)
    assert opinion.chance(Label.PHONE) is None


def test_it_marks_the_sentence_that_says_it() -> None:
    text = (
        "Good morning, your lamp left our warehouse today. Pay me in cash instead, past the platform, and it "
        "costs less. The bulb is included."
    )
    reading = heard(text)
    marked = [text[one.start : one.end] for one in weighed(reading, ()) if one.label.family == "B"]
    assert marked
    assert all("cash" in one and "lamp" not in one and "bulb" not in one for one in marked)


def test_an_honest_answer_gets_no_remark() -> None:
    text = "Good morning, the parcel left today and arrives on Thursday. The invoice is in the order."
    assert list(weighed(heard(text), ())) == []
