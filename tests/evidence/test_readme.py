"""README.txt: plain words in five languages, the reader's first."""

from helpdesk.evidence.words import WORDING
from tests.evidence.told import told

TITLES = {
    "en": "Evidence package of a conversation",
    "pl": "Pakiet dowodowy z konwersacji",
    "de": "Beweispaket eines Gesprächs",
    "fr": "Dossier de preuve d\u2019une conversation",
    "it": "Pacchetto di prova di una conversazione",
}


def test_all_languages_are_there_and_the_readers_comes_first() -> None:
    for language, first in TITLES.items():
        said = WORDING.readme(told(["Hello."], language=language))
        assert said.startswith(first)
        assert all(title in said for title in TITLES.values())


def test_lines_fit_a_terminal() -> None:
    said = WORDING.readme(told(["Hello."]))
    assert max(len(line) for line in said.splitlines() if "://" not in line) <= 78


def test_it_says_how_to_verify_and_where_the_key_is_published() -> None:
    said = WORDING.readme(told(["Hello."]))
    for part in ("verify.html", "python3 verify.py", "https://helpdesk.example/keys"):
        assert part in said
