"""Pages speak through gettext, escape everything, and hold no script or style of their own."""

import re
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

from tests.architecture import house

SPOKEN = frozenset(
    {"title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label"}
)
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = frozenset({"Helpdesk"})  # the same in every language
RAW = re.compile(r"\|\s*safe\b|\bautoescape\s+off\b|\bsafeseq\b")
MAIL = "mail.html"  # no mail program loads a style sheet: a mail wears its style on its tags
SILENT = frozenset({"script", "style", "code", "kbd"})


def templates() -> list[Path]:
    return sorted((house.ROOT / "helpdesk").rglob("templates/**/*.html"))


def bare_text(source: str) -> str:
    """The template's own HTML: what stands outside tags, variables, comments and translated blocks."""
    out, skipping = [], ""
    for token in Lexer(source).tokenize():
        first = token.contents.split()[0] if token.contents.split() else ""
        if token.token_type is TokenType.BLOCK and not skipping and re.match(r"blocktrans|comment", first):
            skipping = f"end{first}"
        elif token.token_type is TokenType.BLOCK and first == skipping:
            skipping = ""
        elif token.token_type is TokenType.TEXT and not skipping:
            out.append(token.contents)
    return "".join(out)


class Page(HTMLParser):
    """Collects what breaks the rules in one page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[str] = []
        self.feed(bare_text(source))
        self.found += [f"unescaped: {match}" for match in RAW.findall(source)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = [*self._open, tag] if tag in SILENT else self._open
        names = {name for name, _ in attrs}
        self.found += [f"inline: {name}=" for name in names if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(f"inline: <{tag}>")
        for name, value in attrs:
            if name in SPOKEN and tag != "track":
                self._say(value or "")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not self._open:
            self._say(data)

    def _say(self, text: str) -> None:
        self.found += [f"not through gettext: {word!r}" for word in WORD.findall(text) if word not in NAMES]


def test_every_page_keeps_the_rules() -> None:
    found = [
        f"{path.relative_to(house.ROOT)}: {line}"
        for path in templates()
        for line in Page(path.read_text("utf-8")).found
        if not (path.name == MAIL and line == "inline: style=")
    ]
    house.show(found)


def test_what_breaks_the_rules_is_noticed() -> None:
    for source in (
        "<p>Orders</p>",
        "<p>{% if a %}Orders{% endif %}</p>",
        '<input placeholder="Search">',
        '<p style="color:red">{{ a }}</p>',
        '<p onclick="go()">{{ a }}</p>',
        "<script>go()</script>",
        "<style>p{}</style>",
        "{{ body|safe }}",
        "{% autoescape off %}{{ a }}{% endautoescape %}",
    ):
        assert Page(source).found, source


def test_what_keeps_the_rules_passes() -> None:
    for source in (
        "<h1>Helpdesk</h1>",
        "<p>{% translate 'Orders' %}: {{ count }} · 24</p>",
        "<p>{% blocktranslate %}Your {{ n }} orders{% endblocktranslate %}</p>",
        "{% comment %}why this is so{% endcomment %}{# and this #}",
        '<input placeholder="{% translate "Search" %}" class="field" id="search">',
        '<script src="{% static "js/composer.js" %}" defer></script>',
    ):
        assert not Page(source).found, source
