# ruff: noqa: E501 -- a table
"""E-mail addresses, links and accounts at messengers: what is found, what is not, and in which time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conduct.rules import addresses, messenger
from helpdesk.conduct.rules.packs import SHIPPED
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding, Label, Said
from helpdesk.kernel.actor import Side

FOUND = (
    ("it", Label.URL, "Su Vinted mi chiamo calzini_e_fiocchi", "calzini_e_fiocchi"),
    ("it", Label.URL, "Mi trova con vu vu vu, poi lampadeantiche, poi it", "vu vu vu, poi lampadeantiche, poi it"),
    ("en", Label.URL, "www and then sparkjoinery and finally com", "www and then sparkjoinery and finally com"),
    ("pl", Label.URL, "mosiadze,pl tylko zamiast przecinka kropka", "mosiadze,pl"),
    ("en", Label.URL, "it was eBay item number 385000127744", "eBay item number 385000127744"),
    ("de", Label.MSGR, "auf Wie-Tschätt: linde_hafen", "linde_hafen"),
    ("it", Label.MSGR, "su tele tonno (senza spazio) faro (senza spazio) 12", "tonno (senza spazio) faro (senza spazio) 12"),
    ("en", Label.MSGR, "@ines:matrix.org works for me", "@ines:matrix.org"),
    ("en", Label.MSGR, "k!k = wellies_jim", "wellies_jim"),
    ("en", Label.EMAIL, "drop a line baker🌀proton⚫me", "baker🌀proton⚫me"),
    ("it", Label.URL, "il sito è bottega🔴it", "bottega🔴it"),
    ("de", Label.EMAIL, "info, Kringel-a, holz jupp, Punkt, de", "info, Kringel-a, holz jupp, Punkt, de"),
    ("pl", Label.EMAIL, "basia_k, poczta onetowska, końcówka zwykła", "basia_k, poczta onetowska"),
    ("it", Label.EMAIL, "La casella si chiama ferramentabruni e abita su libero.", "ferramentabruni"),
    ("fr", Label.EMAIL, "Le nom de la marque, info et la queue de singe devant, point fr derrière", "info et la queue de singe devant, point fr derrière"),
    ("de", Label.URL, "Der Laden heißt SchraubenJupp, die Endung kennen Sie", "SchraubenJupp"),
    ("it", Label.URL, "linktree barra ferro_e_fuoco", "linktree barra ferro_e_fuoco"),
    ("fr", Label.URL, "trois w point alsace tiret bois point f r", "alsace tiret bois point f r"),
    ("pl", Label.URL, "na Allegro jestem jako Zosia Meble, tam to samo bez prowizji", "Allegro jestem jako Zosia Meble"),
    ("en", Label.EMAIL, "drop us a line at orders@hollowaytools.co.uk please", "orders@hollowaytools.co.uk"),
    ("en", Label.EMAIL, "hattie (at) loomandlace (dot) co (dot) uk", "hattie (at) loomandlace (dot) co (dot) uk"),
    ("pl", Label.EMAIL, "ania kropka wolska małpka wp kropka pl", "ania kropka wolska małpka wp kropka pl"),
    ("de", Label.EMAIL, "birgit Punkt hollweg Klammeraffe gmx Punkt net", "birgit Punkt hollweg Klammeraffe gmx Punkt net"),
    ("fr", Label.EMAIL, "c'est celine point ropars arobase orange point fr", "celine point ropars arobase orange point fr"),
    ("it", Label.EMAIL, "chiara punto fonti chiocciola libero punto it", "chiara punto fonti chiocciola libero punto it"),
    ("en", Label.EMAIL, "read it backwards: moc.liamg@kraldum", "moc.liamg@kraldum"),
    ("en", Label.URL, "saw it on brewline.io for less", "brewline.io"),
    ("de", Label.URL, "holzliebe punkt de hat noch Buche", "holzliebe punkt de"),
    ("pl", Label.URL, "meblesosna kropka pl jest taniej", "meblesosna kropka pl"),
    ("fr", Label.URL, "terreetfeu point fr a tout le stock", "terreetfeu point fr"),
    ("it", Label.URL, "terracotta punto it ha tutto", "terracotta punto it"),
    ("en", Label.URL, "track it: royalmail.com.parcel-fee.net/pay", "royalmail.com.parcel-fee.net/pay"),
    ("en", Label.URL, "catalogue at 185.23.108.14:8080/cat", "185.23.108.14:8080/cat"),
    ("en", Label.MSGR, "insta: rookwood.glass", "rookwood.glass"),
    ("pl", Label.MSGR, "masz snapa? jestem dyba_na_kole", "dyba_na_kole"),
    ("de", Label.MSGR, "blauer Papierflieger, dort radwerk Unterstrich lehde", "radwerk Unterstrich lehde"),
    ("fr", Label.MSGR, "groupe t.me/valdor", "t.me/valdor"),
    ("it", Label.MSGR, "l'app verde, nome Miele Valchiara", "Miele Valchiara"),
)  # fmt: skip

CLEAN = (
    ("en", "You can follow it on www.royalmail.com/track-your-item as soon as it is scanned."),
    ("de", "4 x 5 Euro und 4,90 Versand, zusammen 24,90 Euro."),
    ("it", "Il codice è scritto con la virgola al posto del punto: 3,5 kg."),
    ("fr", "La montre affiche WhatsApp, un point fort, et la batterie dure"),
    ("en", "Is the kik drum pedal... kick, I mean. Is it included?"),
    ("fr", "modèle rs.200 chez orange, la couleur orange"),
    ("de", "Teil_4 bei Google gesucht, nichts"),
    ("en", "If the battery swells, take it outside at once, it might catch fire."),
    ("fr", "un contrat papier et voilà tout"),
    ("en", "rot🔴de facto, ok👍it works"),
    ("en", "the usual extension cable, ToughLead, 5 m"),
    ("fr", "embout RoueLibre, la terminaison habituelle du câble"),
    ("de", "Die Endung der Seriennummer kennen Sie?"),
    ("de", "Die Datei handbuch.de.docx ist auf der Karte, daneben start.com.old"),
    ("fr", "supprimez cache.db.old et langue.fr.json"),
    ("en", "The KX-210.uk fits, the HT.fr 20 does not."),
    ("fr", "regardez sur laposte.fr avec le numéro"),
    ("en", "Thanks.it works perfectly now"),
    ("pl", "super.to teraz proszę dokręcić"),
    ("de", "ok.am Montag dann"),
    ("fr", "Merci.la pièce part demain"),
    ("it", "Grazie.la spedisco domani"),
    ("en", "2 pcs @ 14.50 each, 12 Nm @ 3000 rpm"),
    ("en", "https://track.dpd.co.uk/parcels/15501234567890 says delivered"),
    ("de", "https://www.dhl.de/de/privatkunden.html?piececode=0034"),
    ("en", "Router page is 192.168.1.1, firmware 2.10.4.1, see manual.pdf and setup.py"),
    ("de", "z.B. in grau, d.h. wie auf Bild 2, Art.Nr. 44.210"),
    ("fr", "à quel point de la notice met-on le ressort"),
    ("pl", "pluszowa małpka, kropka na nosie taka ma być"),
    ("it", "scala a chiocciola, punto di appoggio regolabile"),
    ("en", "I'd rather not use WhatsApp, sorry."),
    ("de", "zeigt die Uhr WhatsApp an?"),
    ("pl", "Słuchawki z certyfikatem Teams."),
    ("fr", "Sac messenger 15 pouces, rouge signal."),
    ("it", "Facebook è preinstallato sul telefono."),
    ("en", "can i google how to fit it"),
)

HOSTILE = (
    "a.", "a@", "@", ".", "a at ", " dot ", "www.", "a-", "(at)", "whatsapp ", "insta: ", "a_b.", "google us ",
    "x" * 70 + " ", "malpa", "gmail", "gmail com ", "1.2.3.4", "&", "ebay ", "at gmail dot ", "[.]", "Ab ", "# ", "app green ",
)  # fmt: skip


def found(text: str, language: str = "en") -> list[Finding]:
    reading = Reading(text=text, said=Said(text=text, side=Side.SELLER, language=language), pack=SHIPPED)
    return [*addresses.find(reading), *messenger.find(reading)]


@pytest.mark.parametrize(("language", "label", "text", "words"), FOUND)
def test_what_is_found(language: str, label: Label, text: str, words: str) -> None:
    told = [one for one in found(text, language) if one.label is label and one.score >= 0.6]
    assert words in {text[one.start : one.end] for one in told}


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_what_is_not(language: str, text: str) -> None:
    assert [one for one in found(text, language) if one.score >= 0.6] == []


def test_a_host_that_begins_like_an_allowed_one_is_not_allowed() -> None:
    assert found("see www.dhl.de/paket") == []
    (one,) = found("see dhl.de.track-it.com")
    assert one.label is Label.URL


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(HOSTILE), max_size=30).map("".join))
def test_every_finding_lies_in_its_text(text: str) -> None:
    for one in found(text):
        assert one.start is not None
        assert one.end is not None
        assert 0 <= one.start < one.end <= len(text)
        assert 0 <= one.score <= 1


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length_only(piece: str) -> None:
    def spent(length: int) -> float:
        text, best = (piece * length)[:length], 1e9
        for _ in range(3):
            started = time.process_time()
            found(text)
            best = min(best, time.process_time() - started)
        return best

    spent(1_000)
    assert spent(16_000) < 32 * max(spent(2_000), 0.002)  # 8 when it is linear, 64 when it is square
