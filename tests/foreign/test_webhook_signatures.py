"""What we sign is checked by programs of other people, as docs/howto/receive-events.md shows them."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from helpdesk.kernel import clock
from helpdesk.webhooks import rules

GUIDE = Path(__file__).resolve().parents[2] / "docs/howto/receive-events.md"
RECEIVER = Path(__file__).parent / "receiver"
SECRETS = [bytes(range(32)), bytes(range(32, 64))]
BODY = json.dumps({"id": "Ab1", "type": "helpdesk.message", "subject": "conversation/ä"}).encode()
ORIGIN = "http://localhost:9"  # a page there may use Web Crypto; nothing of it goes over a network


def example(language: str) -> str:
    """The guide's only block in that language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    return str(found)


def signed(*, age: timedelta = timedelta(), secrets: list[bytes] | None = None) -> dict[str, str]:
    return rules.headers(id="Ab1", now=clock.now() - age, body=BODY, secrets=secrets or SECRETS)


def cases() -> list[tuple[str, dict[str, str], bytes, bool]]:
    """Secret, headers, body, and whether it is ours."""
    new, old = map(rules.written, SECRETS)
    stranger = rules.written(bytes(32))
    moved = signed() | {"webhook-id": "Ab2"}
    return [
        (new, signed(), BODY, True),
        (old, signed(), BODY, True),
        (old, signed(secrets=SECRETS[:1]), BODY, False),
        (stranger, signed(), BODY, False),
        (new, signed(), BODY.replace(b"message", b"Message"), False),
        (new, signed(age=timedelta(minutes=10)), BODY, False),
        (new, moved, BODY, False),
    ]


def check(received: Callable[[str, dict[str, str], bytes], Any]) -> None:
    for secret, headers, body, is_ours in cases():
        assert received(secret, headers, body) == (json.loads(body) if is_ours else None)


def test_the_library_for_python_checks_what_we_sign() -> None:
    namespace: dict[str, Any] = {}
    exec(compile(example("python"), str(GUIDE), "exec"), namespace)
    check(namespace["received"])


def test_the_package_for_javascript_checks_what_we_sign() -> None:
    node = shutil.which("node")
    if node is None or not (RECEIVER / "node_modules/standardwebhooks").is_dir():
        pytest.fail(
            "Node or its package is missing: bin/test brings both, or `npm ci` in tests/foreign/receiver"
        )
    asked = [(secret, headers, body.decode()) for secret, headers, body, _ in cases()]
    done = subprocess.run(
        [node, str(RECEIVER / "check.mjs")],
        input=json.dumps({"guide": example("javascript"), "cases": asked}),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [json.loads(body) if is_ours else None for *_, body, is_ours in cases()]


@pytest.mark.journey
def test_web_crypto_checks_what_we_sign(browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/*", lambda route: route.fulfill(content_type="text/html", body="<!doctype html><title>x"))
    page.goto(f"{ORIGIN}/")
    call = (
        f"async ([secret, headers, body]) => {{ {example('js')}; return received(secret, headers, body); }}"
    )
    check(lambda secret, headers, body: page.evaluate(call, [secret, headers, body.decode()]))
    page.close()
