"""Numbers: what reads as a telephone, an account or a payment handle, and what looks like one and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.conduct.rules import examine
from helpdesk.conduct.rules.numerals import atoms, runs
from helpdesk.conduct.rules.views import folded, raw
from helpdesk.conduct.terms import Decision, Finding, Label, Said
from helpdesk.kernel.actor import Side

NUMBERS = {Label.PHONE, Label.BANK, Label.PAYH}


def found(text: str, language: str, *earlier: str) -> list[Finding]:
    said = Said(text=text, side=Side.SELLER, language=language, earlier=earlier)
    return [one for one in examine(said=said).told if one.label in NUMBERS]


@pytest.mark.parametrize(
    ("language", "text", "written", "as_read"),
    [
        ("en", "Ring us on 020 7946 0812 after nine.", "020 7946 0812", "+442079460812"),
        ("en", "it's oh two oh, seventy-nine forty-six, oh eight one two", None, "+442079460812"),
        ("en", "zero one six one, four nine six, zero triple seven", None, "+441614960777"),
        ("pl", "pod 601 234 871 odbieram", "601 234 871", "+48601234871"),
        (
            "pl",
            "szóstka zerko jedynka dwójka trójka czwóreczka ósemka siódemka jedynka",
            None,
            "+48601234871",
        ),
        ("pl", "siedemset trzydzieści, sześćset sześćdziesiąt cztery, zero 97", None, "+48730664097"),
        ("de", "Werkstatt 030 / 890 55 12", "030 / 890 55 12", "+49308905512"),
        (
            "de",
            "nulleinssiebeneins dreiundzwanzig fünfundvierzig siebenundsechzig acht",
            None,
            "+491712345678",
        ),
        ("fr", "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit", None, "+33612345678"),
        ("fr", "06 septante deux nonante neuf 12 34", None, "+33672991234"),
        ("it", "trequattrosette centoventitre quarantacinquesessantasette", None, "+393471234567"),
        ("it", "O2 89Ol 2345 la bottega", "O2 89Ol 2345", "+390289012345"),
        ("pl", "od tyłu: 178 432 106", "178 432 106", "+48601234871"),
    ],
)
def test_a_telephone_number_is_found_as_it_is_spelled(
    language: str, text: str, written: str | None, as_read: str
) -> None:
    one = next(one for one in found(text, language) if one.label is Label.PHONE)
    assert one.as_read == as_read
    if written is not None:
        assert text[one.start : one.end] == written


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("en", "send it to g b 2 9 n w b k 6 0 1 6 1 3 3 1 9 2 6 8 1 9", Label.BANK),
        ("en", "sort code 20-44-16, account 41827365", Label.BANK),
        ("pl", "na konto 61 1090 1014 0000 0712 1981 2874", Label.BANK),
        ("de", "D E 8 9 dann 370400440532013000", Label.BANK),
        ("fr", "ma carte 4970 1012 3456 7890 jusqu'à 05/28", Label.BANK),
        ("it", "c/c 000000123456 ABI 05428 CAB 11101", Label.BANK),
        ("en", "five quid to paypal.me/hettylamps", Label.PAYH),
        ("pl", "blik na telefon, końcówka 871, numer z wizytówki", Label.PAYH),
        ("de", "p4yp4l lampenheidi", Label.PAYH),
        ("fr", "Lydia au 06 12 34 56 78", Label.PAYH),
        ("it", "satispay, il numero sulla scatola", Label.PAYH),
        ("en", "btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", Label.PAYH),
        ("en", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", Label.PAYH),
    ],
)
def test_where_to_pay_is_found(language: str, text: str, label: Label) -> None:
    assert label in {one.label for one in found(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Serial 020 7946 0812 is on the plate."),
        ("en", "re 8189 6239 822: one item missing"),
        ("en", "EAN 5012345678900, IMEI 490154203237518"),
        ("en", "You paid by PayPal at the checkout, so the money goes back there."),
        ("pl", "Zamówienie 601-234-871, brakuje półki."),
        ("pl", "cztery dwójki, osiem szóstek i dziesięć piątek"),
        ("de", "Vom 03.11. bis 05.11. zu, danach 08.30-17.00 Uhr."),
        ("de", "USt-IdNr. DE123456789, HRB 123456"),
        ("fr", "Dimensions 120 x 60 x 75 cm, 18,5 kg, lot 04 72 10 20 30"),
        ("fr", "pour 06 98 76 54 32 : carton abîmé"),
        ("it", "arrivato il 05/11, aperto il 07/11, rotto il 09/11"),
        ("it", "Matricola 3471234567 sotto la seduta"),
    ],
)
def test_other_numbers_are_let_be(language: str, text: str) -> None:
    assert not found(text, language)


def test_parts_in_several_messages_are_put_together() -> None:
    assert found("a na koniec 871", "pl", "mój zaczyna się 601", "potem 234")
    assert not found("i dwie półki", "pl", "mam zamówienie 4471", "z 2 marca")


def test_a_number_that_someone_is_told_to_call_is_refused() -> None:
    verdict = examine(said=Said(text="call me on 0161 496 0377", side=Side.SELLER))
    assert verdict.decision is Decision.REFUSE


WORDS = st.sampled_from(
    [
        "sechs",
        "und",
        "zwanzig",
        "double",
        "triple",
        "seven",
        "sevens",
        "razy",
        "ósemki",
        "cent",
        "vingt",
        "dix",
        "06",
        "1",
        "0O",
        "+",
        "-",
        ",",
        "paypal",
        "me",
        "@a",
        "iban",
        "DE89",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_text_can_be_read_and_spans_lie_in_it(text: str) -> None:
    for one in found(text, "de"):
        assert one.start is not None
        assert one.end is not None
        assert 0 <= one.start < one.end <= len(text)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_runs_keep_to_the_text(text: str) -> None:
    seen = folded(raw(text)).text
    for run in runs(seen, atoms(seen)):
        assert all(seen[one.start : one.end] for one in run.atoms)
        assert all(
            digits.replace("?", "").isdigit() or "?" in digits
            for digits in map(run.digits, run.manners())
            if digits
        )


@given(st.sampled_from(["call 0161 496 0377", "pay to DE89 3704 0044 0532 0130 00"]))
def test_clean_sentences_behind_hide_nothing(text: str) -> None:
    before = {one.label for one in found(text, "en")}
    after = {one.label for one in found(f"{text}. The drawer sticks a little. Thank you!", "en")}
    assert before
    assert before <= after


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You need 079-100-4477, not 079-100-4478, left hand thread"),
        ("de", "Ich brauche 0171 447 1880, nicht 0171 447 1881"),
        ("it", "Sulla confezione c'è 347 188 0219"),
        ("fr", "Bosch ? Oui, remplacée par la 0 986 494 123"),
        ("pl", "Nr 601 880 193 pasuje"),
        ("it", "Ordine di serraggio uno cinque tre sette due sei quattro otto nove"),
        ("pl", "Sześćset jeden na czterysta czterdzieści trzy na dziewięćset dwadzieścia osiem milimetrów"),
        ("en", "Three sevens, two nines, five eights and four sixes in the set"),
    ],
)
def test_what_is_compared_measured_or_done_in_order_is_no_telephone(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "DE89 37O4 OO44 O532 Ol3O OO"),
        ("en", "read it backwards 95 4390 0351 0201 CRAB 49BG"),
        ("it", "le prime otto della carta 5212 8877, le altre 0093 4416"),
        (
            "fr",
            "FR soixante-seize, trente mille six, puis zéro zéro un, puis douze, sept huit neuf zéro",
        ),
        ("pl", "rachunek w Santanderze, najpierw pięćdziesiąt, potem 1090 i na końcu 1234 5678 9012"),
    ],
)
def test_an_account_is_found_however_it_is_said(language: str, text: str) -> None:
    assert {one.label for one in found(text, language)} == {Label.BANK}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "ticket 0207 9460 812 is still open, any news?"),
        ("fr", "la carte mère 5212 8877 et 0093 4416"),
        ("it", "bonifico fatto, prima ordine 4471880193, poi ordine 4471880194"),
        ("en", "bank holiday first, then parcels 1550 7700 900 418 come on Tuesday"),
    ],
)
def test_parts_of_other_numbers_are_no_account(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Drei Sachen:\n1. 0171\n2. 447\n3. 18802\nzusammen und du hast mich"),
        ("fr", "première partie 06 12 3, deuxième partie 3 44 55"),
        ("pl", "każda cyfra plus jeden: 590 123 760"),
        ("it", "numero verde 800 447 188"),
        ("pl", "szyjść zero jeden, śtyry śtyry trzi, dziewiyńć dwa ósim"),
    ],
)
def test_a_telephone_number_in_pieces_or_dialect_is_found(language: str, text: str) -> None:
    assert {one.label for one in found(text, language)} == {Label.PHONE}


def test_numbered_lines_of_counts_are_no_telephone() -> None:
    assert found("1) 12 screws\n2) 14 nuts\n3) 3 washers", "en") == []
    assert found("add one to each digit of the code 4471880193 on the lock", "en") == []
