"""Every sentence is said in every language, with the same placeholders, tags and plural forms."""

from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from io import BytesIO
from types import ModuleType
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from pytest_django import Settings

from tests.architecture import house


def _script() -> ModuleType:
    spec = spec_from_file_location("catalogues", house.ROOT / "bin" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogues: Any = _script()


@pytest.fixture(scope="module")
def source() -> Catalog:
    found: Catalog = catalogues.template()
    return found


def test_pages_offer_the_languages_whose_catalogues_are_complete(settings: Settings) -> None:
    assert [code for code, _ in settings.LANGUAGES] == ["en", *catalogues.OFFERED]
    assert dict(settings.LANGUAGES) == {
        "en": "English",
        "pl": "Polski",
        "de": "Deutsch",
        "fr": "Français",
        "it": "Italiano",
    }


@pytest.mark.parametrize("language", catalogues.OFFERED)
def test_the_catalogue_is_complete(language: str, source: Catalog) -> None:
    house.show(sorted(catalogues.faults(catalogues.read(language), source)))


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_plural_forms_are_djangos(language: str) -> None:
    assert catalogues.read(language).plural_forms == Catalog(locale=language).plural_forms


def test_templates_are_read() -> None:
    text = (
        "{% load i18n %}<p>It's\n    {% translate 'Answer due' %} {{ x|default:_('none') }}\n"
        '  {% blocktranslate count n=n trimmed %}\n {{ n }} day "left"\n{% plural %}{{ n }} days'
        "{% endblocktranslate %} {% translate 'Seller' context 'role' %} '\n"
    )
    file = BytesIO(text.encode())
    file.name = "a.html"
    found = [message for _, _, message, _ in catalogues.from_template(file, catalogues.KEYWORDS, (), {})]
    assert found == ["Answer due", "none", ('%(n)s day "left"', "%(n)s days", None), ("role", "Seller")]


FAULTY = [
    ("Due at %(time)s", "Termin"),
    ("Due at {time}", "Termin o {date}"),
    ("<b>Due</b>", "Termin"),
    ("Due ", "Termin"),
    ("Due", ""),
    (("One day", "%(n)s days"), ("jeden dzień", "%(n)s dni")),
    (("One day", "%(n)s days"), ("jeden dzień", "%(n)s dni", "%(m)s dni")),
]


def _faults(msgid: Any, string: Any, **more: Any) -> Iterator[str]:
    source, catalogue = Catalog(), Catalog(locale="pl")
    source.add(msgid)
    catalogue.add(msgid, string, **more)
    found: Iterator[str] = catalogues.faults(catalogue, source)
    return found


@pytest.mark.parametrize(("msgid", "string"), FAULTY)
def test_a_fault_is_noticed(msgid: Any, string: Any) -> None:
    assert [*_faults(msgid, string)]


def test_what_is_stale_missing_or_fuzzy_is_noticed() -> None:
    assert [*_faults("Due", "Termin", flags={"fuzzy"})]
    stale = Catalog(locale="pl")
    stale.add("Gone", "Nie ma")
    assert [*catalogues.faults(stale, Catalog())]
    assert [*catalogues.faults(Catalog(locale="pl"), stale)]


def test_a_good_translation_passes() -> None:
    assert not [*_faults("Due at %(time)s", "Termin: %(time)s")]
    forms = ("%(n)s dzień", "%(n)s dni", "%(n)s dnia")
    assert not [*_faults(("%(n)s day", "%(n)s days"), forms)]
