"""The sentences of Helpdesk in its languages.

From the source into locale/<language>/LC_MESSAGES/django.po, and from there into the .mo files that
Django reads. English is the source and has no catalogue.

    bin/catalogues             take new sentences in, drop those that are gone, compile
    bin/catalogues --compile   compile only
    bin/catalogues --check     change nothing; say what is missing, stale or broken; exit 1 if anything is

Pages offer the languages that locale/offered names. The others may grow: what they miss is no fault.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages import extract, pofile
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
OFFERED = tuple((ROOT / "locale" / "offered").read_text("utf-8").split())
GROWING = tuple(sorted({path.name for path in (ROOT / "locale").iterdir() if path.is_dir()} - {*OFFERED}))
LANGUAGES = (*OFFERED, *GROWING)
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]|(?<!\{)\{\w*(?:[.!:][^{}]*)?\}(?!\})|%[sd]")
TAG = re.compile(r"</?[a-z][^<>]*>")
HEADER = "Translations of Helpdesk. Licensed under the EUPL-1.2, as the rest of the project."

NOISE = re.compile(  # dates and names: version control knows them
    rb'^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator'
    rb"|Language-Team|Generated-By):.*\n",
    re.MULTILINE,
)


def from_template(file: BinaryIO, keywords: Any, tags: Any, options: Any) -> Iterable[Any]:
    """Babel's view of a Django template: `templatize` writes its sentences as Python calls."""
    source = templatize(file.read().decode(), origin=file.name)
    lines = "".join(line.lstrip(" \t") for line in source.splitlines(keepends=True))
    return extract.extract_python(BytesIO(lines.encode()), keywords, tags, options)


METHODS: dict[str, Any] = {  # a name of Babel's, or a function
    "*.py": "python",
    "*.html": from_template,
    "*.txt": from_template,
    "*.js": "javascript",
}


def sources() -> Iterator[tuple[Path, Any]]:
    """The files that speak to people, with the method that reads them."""
    for pattern, method in METHODS.items():
        for path in sorted((ROOT / "helpdesk").rglob(pattern)):
            if pattern != "*.txt" or "templates" in path.parts:
                yield path, method


def template() -> Catalog:
    """Every sentence in the source, with the files that say it (no line numbers: they only make noise)."""
    found = Catalog(charset="utf-8")
    for path, method in sources():
        with path.open("rb") as file:
            sentences = extract.extract(method, file, KEYWORDS, ("Translators:",), {"encoding": "utf-8"})
            for _, msgid, comments, context in sentences:
                where = [(path.relative_to(ROOT).as_posix(), 1)]
                found.add(msgid, None, where, auto_comments=comments, context=context)
    return found


def catalogue_path(language: str) -> Path:
    """Where the sentences of a language lie."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """The catalogue as it is; an empty one if there is none yet."""
    path = catalogue_path(language)
    if not path.is_file():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return pofile.read_po(file, locale=language)


def update(language: str, source: Catalog) -> None:
    """Take the source's sentences in, keep what is translated, forget what nobody says any more."""
    catalogue = read(language)
    catalogue.update(source, no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalogue.header_comment, catalogue.fuzzy = f"# {HEADER}", False
    text = BytesIO()
    pofile.write_po(text, catalogue, width=100, ignore_obsolete=True, include_lineno=False, sort_output=True)
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(NOISE.sub(b"", text.getvalue()))


def compile_(language: str) -> None:
    """Write the .mo file beside the .po file."""
    with catalogue_path(language).with_suffix(".mo").open("wb") as file:
        write_mo(file, read(language))


def faults(catalogue: Catalog, source: Catalog) -> Iterator[str]:
    """What keeps a catalogue from being complete, one line each."""
    said = {_key(message): message for message in source if message.id}
    known = {_key(message): message for message in catalogue if message.id}
    yield from (f"missing: {key!r}" for key in said.keys() - known.keys())
    yield from (f"no longer said: {key!r}" for key in known.keys() - said.keys())
    for key in known.keys() & said.keys():
        yield from (f"{fault}: {key!r}" for fault in _faults_of(known[key], catalogue.num_plurals))


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _faults_of(message: Message, plurals: int) -> Iterator[str]:
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    texts = [message.string or ""] if isinstance(message.string, str | None) else list(message.string)
    if message.fuzzy:
        yield "fuzzy"
    if not all(texts) or len(texts) != (1 if len(ids) == 1 else plurals):
        yield "not translated, or not in every plural form"
        return
    for text in texts:
        yield from _differences(ids, text)


def _differences(ids: list[str], text: str) -> Iterator[str]:
    if all(_marks(PLACEHOLDER, source) != _marks(PLACEHOLDER, text) for source in ids):
        yield "other placeholders than the source"
    if all(_marks(TAG, source) != _marks(TAG, text) for source in ids):
        yield "other tags than the source"
    if all(_edges(source) != _edges(text) for source in ids):
        yield "other white space at the edges than the source"


def _marks(pattern: re.Pattern[str], text: str) -> list[str]:
    return sorted(pattern.findall(text))


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


def main(arguments: Iterable[str]) -> int:
    """Do what the command line says; the exit code."""
    parser = argparse.ArgumentParser(prog="bin/catalogues", description="The sentences in every language.")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--compile", action="store_true", help="compile only")
    way.add_argument("--check", action="store_true", help="change nothing; exit 1 if anything is missing")
    chosen = parser.parse_args([*arguments])
    source = Catalog() if chosen.compile else template()
    found = 0
    for language in LANGUAGES:
        if not (chosen.compile or chosen.check):
            update(language, source)
        if not chosen.check:
            compile_(language)
        if not chosen.compile:
            lines = sorted(faults(read(language), source))
            if language in GROWING:
                print(f"{language}: not offered yet, {len(lines)} sentences to go")
                continue
            found += len(lines)
            for line in lines:
                print(f"{language}: {line}")
    if not chosen.compile:
        print(f"{len(source)} sentences, {len(LANGUAGES)} languages, {found} faults")
    return 1 if found and chosen.check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
