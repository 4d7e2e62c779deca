"""The module for the Platform's pages: everybody's, small, in five languages; and the page about it."""

import gzip
import json
import re

from django.conf import settings
from django.test import Client

from helpdesk.portal.embed import views
from helpdesk.portal.embed.words import WORDS

MODULE = "/embed/helpdesk.js"


def test_any_page_may_load_the_module(database: str) -> None:
    answer = Client().get(MODULE, headers={"Origin": "https://marketplace.example"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in answer
    assert answer["Cache-Control"].startswith("public, max-age=3600")
    assert "Set-Cookie" not in answer
    again = Client().get(MODULE, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_speaks_all_languages_and_stays_small() -> None:
    source = views.written().decode()
    found = re.search(r"^const WORDS = (\{.*\});$", source, re.MULTILINE)
    assert found is not None
    words = json.loads(found[1])
    assert set(words) == {code for code, _ in settings.LANGUAGES}
    assert all(set(said) == set(WORDS) and all(said.values()) for said in words.values())
    assert all("{n}" in said["unread"] for said in words.values())
    assert len(gzip.compress(source.encode())) < 5_500


def test_it_needs_nothing_that_a_strict_policy_forbids() -> None:
    source = views.written().decode()
    for never in (
        "innerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "<iframe",
        ".style.",
    ):
        assert never not in source
    assert not re.search(r"^import |\bimport\(", source, re.MULTILINE)
    assert 'createElement("style")' not in source
    assert set(re.findall(r'"(https?://[^"]+)"', source)) == {"http://www.w3.org/2000/svg"}


def test_what_is_copied_names_this_helpdesk(database: str) -> None:
    page = Client().get("/embed/").content.decode()
    assert f"src=&quot;{settings.HELPDESK.public_url}{MODULE}&quot;" in page
    assert page.count("data-copy=") == 8
