"""What belongs together is one file; its address changes with what it says, and then only."""

import re
import shutil
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from helpdesk.portal.joined import joining, sending
from helpdesk.portal.joined.sets import SCRIPTS, STYLES
from tests.cast import ANNA, CLARA
from tests.portal.conftest import SignIn

STATIC = Path(sending.__file__).parents[1] / "static"
_OTHER_WAYS = re.compile(r"^import (?!\{)|^export (?!async function|function|const|class)", re.MULTILINE)
SETS = [("css", name) for name in STYLES] + [("js", name) for name in SCRIPTS]


@pytest.fixture(autouse=True)
def nowhere_else(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path


def test_every_style_sheet_and_script_is_sent_by_somebody() -> None:
    sent = {(kind, part) for kind, name in SETS for part in {"css": STYLES, "js": SCRIPTS}[kind][name]}
    alone = {("js", "awaited"), ("js", "passkeys")}  # asked for when they are needed
    kept = {(path.parent.name, path.stem) for path in STATIC.glob("*/*") if path.suffix in (".css", ".js")}
    assert sent | alone == kept


@pytest.mark.parametrize(("kind", "name"), SETS)
def test_it_comes_under_its_address_and_is_kept_for_ever(kind: str, name: str) -> None:
    answer = Client().get(sending.address(kind=kind, name=name), headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Content-Encoding"] == "gzip"
    assert answer["Content-Type"].startswith({"css": "text/css", "js": "text/javascript"}[kind])
    assert "Cookie" not in answer["Vary"]


def test_a_page_of_another_release_gets_what_there_is_and_keeps_it_for_a_moment() -> None:
    address = sending.address(kind="css", name="seller")
    other = re.sub(r"\.[0-9a-f]{10}\.", ".0123456789.", address)
    answer = Client().get(other)
    assert answer.content == Client().get(address).content
    assert answer["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("path", ["css/nobody.0123456789.css", "js/seller.js", "css/seller.0123456789.js"])
def test_what_nobody_named_is_not_there(path: str) -> None:
    assert sending.answer(f"/static/{path}") is None


def test_layers_are_declared_first_and_no_rule_is_lost() -> None:
    for name, parts in STYLES.items():
        joined = sending.answer(sending.address(kind="css", name=name))
        assert joined is not None
        text = joined.content.decode()
        assert "/*" not in text
        whole = "".join((STATIC / "css" / f"{part}.css").read_text("utf-8") for part in parts)
        assert text.count("{") == re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL).count("{")
        if "tokens" in parts:
            assert text.startswith("@layer reset, elements, layout, components, print;")


def test_a_script_keeps_its_names_and_finds_what_it_imports() -> None:
    parts = {
        "given": "// What others need.\nconst here = 1;\nexport function give() { return here; }\n",
        "taking": 'import { give } from "./given.js";\nconst here = give();\n',
    }
    assert joining.script(parts) == (
        "const of_given = (() => {\nconst here = 1;\nfunction give() { return here; }\n"
        "return { give };\n})();\n"
        "const of_taking = (() => {\nconst { give } = of_given;\nconst here = give();\nreturn {  };\n})();\n"
    )


def test_what_is_imported_stands_before_who_imports_it() -> None:
    for parts in SCRIPTS.values():
        for place, part in enumerate(parts):
            text = (STATIC / "js" / f"{part}.js").read_text("utf-8")
            for wanted in re.findall(r'^import .* from "\./([\w-]+)\.js"', text, re.MULTILINE):
                assert wanted in parts[:place], f"{part}: {wanted}"
            assert not re.search(_OTHER_WAYS, text)


def test_another_word_is_another_address(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"demo": True})
    shutil.copytree(STATIC, tmp_path / "copy")
    monkeypatch.setattr(sending, "_STATIC", tmp_path / "copy")
    before = sending.address(kind="css", name="buyer")
    assert sending.address(kind="css", name="buyer") == before
    sheet = tmp_path / "copy/css/buyer.css"
    sheet.write_text(sheet.read_text("utf-8") + "\n@layer components { .new { color: red; } }\n", "utf-8")
    assert sending.address(kind="css", name="buyer") != before


def test_each_side_has_its_own(sign_in: SignIn) -> None:
    assert "/static/css/stranger." in Client().get("/sign-in").content.decode()
    for actor, path in ((CLARA, "/buyer/orders"), (ANNA, "/seller/orders")):
        page = sign_in(actor).get(path).content.decode()
        assert page.count(f"/static/css/{actor.side}.") == 1
        assert page.count(f"/static/js/{actor.side}.") == 1


def test_pages_come_without_indents(sign_in: SignIn) -> None:
    page = sign_in(CLARA).get("/buyer/orders").content.decode()
    assert not re.search(r"\n[ \t]+<", page)
