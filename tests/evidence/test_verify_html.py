"""verify.html: the same findings as verify.py, in a real browser that has no network, from a file."""

import base64
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from helpdesk.evidence.shipped import verify as shipped
from tests.evidence.handmade import LOG, long, pending, whole
from tests.evidence.tampered import CASES, TRUSTED
from tests.journeys import accessible

FILE = Path(shipped.__file__).parents[1] / "verify.html"
SOURCE = FILE.read_text("utf-8")
JUDGE = """async ([packages, keys]) => {
    const found = [];
    for (const data of packages) {
        const bytes = Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0));
        const report = await verifyPackage(new File([bytes], "p.zip"), keys);
        const { verdict, exitCode, rows, facts } = report;
        found.push({ verdict, exit_code: exitCode, rows, keys: report.keys, facts });
    }
    return found;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    yield from opened(browser)


def opened(browser: Browser, **more: Any) -> Iterator[Page]:
    """The page, from its file, offline. Whatever it complains of, or asks the network for, fails the test."""
    context = browser.new_context(offline=True, **{"locale": "en-GB", **more})
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    context.route(re.compile(r"^(?!file://)"), refuse)
    page = context.new_page()
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.on("console", lambda message: asked.append(message.text))
    page.goto(FILE.as_uri())
    yield page
    context.close()
    assert asked == []


def judged(page: Page, packages: list[bytes], keys: list[str]) -> list[dict[str, Any]]:
    encoded = [base64.b64encode(data).decode() for data in packages]
    found: list[dict[str, Any]] = page.evaluate(JUDGE, [encoded, keys])
    return found


def by_python(tmp_path: Path, data: bytes, keys: list[str]) -> dict[str, Any]:
    path = tmp_path / "package.zip"
    path.write_bytes(data)
    report: dict[str, Any] = json.loads(json.dumps(shipped.verify(path, keys).as_dict()))
    return report


def give(page: Page, data: bytes, *keys: str) -> str:
    """As a person does it; the verdict in words."""
    page.reload()
    page.get_by_label("Keys that you trust").fill("\n".join(keys))
    page.set_input_files("#file", {"name": "package.zip", "mimeType": "application/zip", "buffer": data})
    return page.locator("#verdict").inner_text(timeout=60_000)


def test_a_key_that_is_pasted_counts_at_once_and_the_cursor_stays(page: Page) -> None:
    assert give(page, whole().zip()) == "Key not trusted"
    page.get_by_label("Keys that you trust").fill("\n".join(TRUSTED))
    expect(page.locator("#verdict")).to_have_text("Whole", timeout=60_000)
    expect(page.get_by_label("Keys that you trust")).to_be_focused()


def test_both_verifiers_say_the_same_of_every_tampered_package(page: Page, tmp_path: Path) -> None:
    for keys in {case.keys for case in CASES}:
        cases = [case for case in CASES if case.keys == keys]
        files = [case.file() for case in cases]
        for case, data, found in zip(cases, files, judged(page, files, [*keys]), strict=True):
            codes = {row["code"] for row in found["rows"] if shipped.CODES[row["code"]]}
            assert (found["exit_code"], frozenset(codes)) == (case.exit_code, case.codes), case.name
            assert found == by_python(tmp_path, data, [*keys]), case.name


def test_both_verifiers_say_the_same_of_whole_packages(page: Page, tmp_path: Path) -> None:
    packages = [whole().zip(), pending().zip(), long(40).zip()]
    for data, found in zip(packages, judged(page, packages, [*TRUSTED]), strict=True):
        assert found["verdict"] == "whole"
        assert found == by_python(tmp_path, data, [*TRUSTED])


def test_both_verifiers_say_the_same_of_flipped_bytes_and_never_whole(page: Page, tmp_path: Path) -> None:
    chance, data = random.Random(5), whole().zip()
    flipped = []
    for _ in range(40):
        bits = bytearray(data)
        for _ in range(chance.randrange(1, 5)):
            bits[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        flipped.append(bytes(bits))
    for changed, found in zip(flipped, judged(page, flipped, [*TRUSTED]), strict=True):
        told = by_python(tmp_path, changed, [*TRUSTED])
        assert found["exit_code"] == told["exit_code"] in (1, 2)
        assert [row["code"] for row in found["rows"]] == [row["code"] for row in told["rows"]]


def test_its_hashes_are_those_of_the_standards(page: Page) -> None:
    for length in (0, 1, 55, 56, 63, 64, 111, 112, 127, 128, 1000):
        data = bytes(range(256)) * 4
        data = data[:length]
        found = page.evaluate(
            "(data) => [sha256, sha512].map((hash) => toHex(hash(Uint8Array.from(data))))", [*data]
        )
        assert found == [hashlib.sha256(data).hexdigest(), hashlib.sha512(data).hexdigest()]


def test_it_answers_to_its_policy_and_its_words_are_those_of_verify_py() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', SOURCE)
    assert policy
    script = re.search(r"<script>(.*)</script>", SOURCE, re.DOTALL)
    style = re.search(r"<style>(.*)</style>", SOURCE, re.DOTALL)
    assert script
    assert style
    for kind, content in (("script-src", script[1]), ("style-src", style[1])):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}';" in policy[1]
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|fetch\(|import\(", script[1]
    )
    data = {
        name: json.loads(content)
        for name, content in re.findall(r'json" id="(\w+)">(.*?)</script>', SOURCE, re.DOTALL)
    }
    assert data["codes"] == shipped.CODES
    for language, words in shipped.WORDS.items():
        assert {name: data["words"][language][name] for name in words} == words
        assert data["words"][language].keys() == data["words"]["en"].keys()


def test_a_person_sees_each_verdict(page: Page) -> None:
    cases = {case.name: case.file for case in CASES}
    assert give(page, whole().zip(), LOG.vkey) == "Whole"
    assert page.get_by_text("41.5 cm, measured today.").is_visible()
    assert page.get_by_text("Text: erased").is_visible()
    assert page.locator(".files .withheld").inner_text() == "withheld in this package"
    assert give(page, cases["text_changed"](), LOG.vkey) == "Altered"
    assert page.get_by_text("Entry 1, text: not what was recorded.").is_visible()
    assert page.get_by_text("Text: ALTERED").is_visible()
    assert give(page, cases["value_dropped"](), LOG.vkey) == "Incomplete"
    assert give(page, b"", LOG.vkey) == "Altered"


def test_who_compared_the_key_says_so_with_one_click(page: Page) -> None:
    assert give(page, whole().zip()) == "Key not trusted"
    assert page.get_by_text("https://helpdesk.example/keys").is_visible()
    page.get_by_role("button", name="I compared it: it is the same").click()
    page.locator(".verdict.whole").wait_for()
    assert page.get_by_label("Keys that you trust").input_value() == LOG.vkey


def test_what_is_no_key_is_said_at_once(page: Page) -> None:
    page.reload()
    page.get_by_label("Keys that you trust").fill("helpdesk")
    page.locator("h1").click()
    assert page.get_by_role("alert").inner_text() == "This is not a key: helpdesk"


def test_hostile_words_stay_words(page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    package = long(0)
    package.book.say("buyer", hostile)
    assert give(page, package.write().zip(), LOG.vkey) == "Whole"
    assert page.locator(".text").inner_text() == hostile
    assert page.locator("#result img, #result script").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_used_by_everybody(browser: Browser, scheme: str, width: int) -> None:
    """No barrier, nothing cut, in every language; a verdict of each kind has been looked at by people."""
    viewport = {"width": width, "height": 900}
    for page in opened(
        browser, color_scheme=scheme, viewport=viewport, bypass_csp=True, reduced_motion="reduce"
    ):
        assert give(page, CASES[0].file()) == "Altered"
        page.get_by_text("Every value, one by one").click()
        accessible.look_at(page)
        for language, name in (("pl", "Polski"), ("de", "Deutsch"), ("fr", "Français"), ("it", "Italiano")):
            page.get_by_role("button", name=name).click()
            assert not accessible.cuts(page)
            assert page.locator("html").get_attribute("lang") == language
