"""This machine and this checkout: what can be seen without a database."""

import os
import platform
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from helpdesk.console import ground
from helpdesk.console.checks.finding import Finding, fine, warning, wrong
from helpdesk.console.embedded import cluster, paths
from helpdesk.console.embedded.trouble import Trouble

OLDEST_PYTHON = (3, 11)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def findings() -> Iterator[Finding]:
    """All of them, in the order in which one would mend them."""
    yield _python()
    yield from _home()
    if not ground.database_url():
        yield _embedded()
    yield from _catalogues()
    yield _mail()
    yield _browser()


def _python() -> Finding:
    version = platform.python_version()
    if sys.version_info < OLDEST_PYTHON:
        return wrong(f"Python {version} is too old.", remedy="Install 3.11 or newer, run bin/setup again.")
    return fine(f"Python {version}")


def _home() -> Iterator[Finding]:
    home = paths.home()
    if not home.exists():
        yield fine(f"Home {home}: not made yet; the first start makes it")
        return
    if not os.access(home, os.W_OK | os.X_OK):
        yield wrong(
            f"The home {home} cannot be written by this user.",
            remedy="Run as its owner, or name another home with HELPDESK_HOME.",
        )
        return
    yield fine(f"Home {home}")
    yield from _keys(home / "keys")


def _keys(folder: Path) -> Iterator[Finding]:
    for key in sorted(folder.glob("*.key")) if folder.is_dir() else ():
        found = key.stat()
        if stat.S_IMODE(found.st_mode) & 0o077 or found.st_uid != os.geteuid():
            yield wrong(
                f"The key {key} can be read by others, or is not ours.",
                remedy=f"chown {os.geteuid()} {key}; chmod 600 {key}; then think about who has read it.",
            )
        else:
            yield fine(f"Key {key.name}")


def _embedded() -> Finding:
    try:
        ours = cluster.cluster()
        return fine(
            f"Embedded PostgreSQL {ours.binaries.version}, {cluster.status()}, run by {ours.account.name}, "
            f"data in {ours.data}"
        )
    except Trouble as trouble:
        return wrong(trouble.sentence, remedy=trouble.remedy)


def _catalogues() -> Iterator[Finding]:
    stale = [
        text
        for text in sorted(paths.checkout().glob("locale/*/LC_MESSAGES/*.po"))
        if not text.with_suffix(".mo").exists()
        or text.with_suffix(".mo").stat().st_mtime < text.stat().st_mtime
    ]
    if stale:
        languages = ", ".join(text.parents[1].name for text in stale)
        yield wrong(f"Translations are not compiled: {languages}.", remedy="Run bin/setup.")
    else:
        yield fine("Translations compiled")


def _mail() -> Finding:
    if os.environ.get("HELPDESK_EMAIL_URL"):
        return fine("Mails leave by a mail server")
    return warning(
        f"Mails are written to files in {paths.home() / 'mails'}; nobody gets them (a demo wants it so).",
        remedy="Name a mail server: HELPDESK_EMAIL_URL=smtp://user:password@host:587?tls=1",
    )


def _browser() -> Finding:
    for name in (os.environ.get("HELPDESK_BROWSER", ""), *BROWSERS):
        if name and (found := shutil.which(name)):
            return fine(f"Browser for the tests: {found}")
    return warning(
        "No browser for the tests (users do not need one here).",
        remedy="bin/test installs Chromium where it may; or name one with HELPDESK_BROWSER.",
    )
