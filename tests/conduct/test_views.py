"""Views: what a reader sees through a disguise, and where it stands in what was written."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conduct.rules.packs import SHIPPED
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Said
from helpdesk.kernel.actor import Side
from tests.conduct.authoring import DISGUISES


def reading(text: str) -> Reading:
    return Reading(text=text, said=Said(text=text, side=Side.SELLER), pack=SHIPPED)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Żółta ŁÓDŹ, Straße, œuvre", "zolta lodz, strasse, oeuvre"),
        ("⓪①❷③ 𝟎𝟏 ٣ ²₂ 5\ufe0f\u20e3", "0123 01 3 22 5"),
        ("𝐚𝐧𝐧𝐚 ＠ ᴀɴɴᴀ 🅰🇧", "anna @ anna ab"),
        ("a\u200bn\u2060n\ufeffa\u00ad", "anna"),
        ("httрs://quіnсе.соm", "https://quince.com"),
        ("привет, сосо", "привет, coco"),  # real Cyrillic stays, a word of look-alikes does not
        ("“quoted” – it’s", '"quoted" - it\'s'),
    ],
)
def test_folded(written: str, read: str) -> None:
    assert reading(written).folded.text == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("write q u i n c e . a u @ l i v e . c o . u k soon", "write quince.au@live.co.uk soon"),
        ("0.2.0.7.9.4.6 call", "0207946 call"),
        ("0-2-0 / 7 9 4 6", "020/7946"),
        ("a🙂n🙂n🙂a🙂@🙂x🙂.🙂p🙂l", "anna@x.pl"),
    ],
)
def test_joined(written: str, read: str) -> None:
    view = reading(written).joined
    assert view is not None
    assert view.text == read


@pytest.mark.parametrize("text", ["sizes S, M, L", "a 1 or 2 then", "3 x 4 = 12", "Anna is here"])
def test_nothing_to_join(text: str) -> None:
    assert reading(text).joined is None


@pytest.mark.parametrize("kind", ["base64", "percent", "entity"])
def test_decoded(kind: str) -> None:
    written = f"see {DISGUISES[kind]('anna.nowak@poczta.pl')} ok"
    view = reading(written).decoded
    assert view is not None
    assert "anna.nowak@poczta.pl" in view.text
    at = view.text.index("anna")
    first, last = view.span(at, at + len("anna.nowak@poczta.pl"))
    assert written[first:last] == written[4:-3]


def test_decoded_twice_and_no_deeper() -> None:
    once = DISGUISES["percent"]("anna@poczta.pl")
    twice = base64.b64encode(once.encode()).decode()
    view = reading(f"see {twice}").decoded
    assert view is not None
    assert "anna@poczta.pl" in view.text
    third = reading(f"see {base64.b64encode(twice.encode()).decode()}").decoded
    assert third is not None
    assert "anna@poczta.pl" not in third.text


@pytest.mark.parametrize(
    "text", ["Internationalization", "SN4F8K2LQ9", "order 4481220098", "UPPERCASE", "100% cotton & wool"]
)
def test_words_and_numbers_are_no_code(text: str) -> None:
    assert reading(text).decoded is None


@given(st.text(max_size=200))
def test_every_character_of_a_view_leads_back_into_the_text(text: str) -> None:
    for view in reading(text).views:
        edges = [view.span(n, n + 1) for n in range(len(view.text))]
        assert all(0 <= start < end <= len(text) for start, end in edges)
        assert edges == sorted(edges)


@given(st.text(alphabet="anoswk.@ 0123", min_size=1, max_size=60))
def test_plain_text_reads_as_it_is(text: str) -> None:
    assert reading(text).folded.text == text
