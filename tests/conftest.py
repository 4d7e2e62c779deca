"""What all tests share: real databases, cloned from a migrated template, and as new for each test.

Tests connect as the application role, never as owner, and their transactions really commit.
"""

import hashlib
import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper
from psycopg import sql
from psycopg.conninfo import make_conninfo
from pytest_django import DjangoDbBlocker

from helpdesk.archive.actions import begin_log
from helpdesk.archive.queries.receipt_key import receipt_key
from helpdesk.archive.terms import LogMode
from helpdesk.cases.queries import arriving
from helpdesk.conduct import rules as conduct
from helpdesk.conduct.queries import amendments
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests import cluster
from tests.browser import browser
from tests.recycled import Recycled

__all__ = ["browser"]  # a fixture, for all folders

_ROOT = Path(__file__).resolve().parents[1]
_clones = itertools.count()


@dataclass(frozen=True)
class Template:
    """A migrated database that nobody connects to."""

    name: str
    parameters: dict[str, str]


def _state_of_the_schema() -> str:
    """A digest of everything that migrations are made of."""
    files = sorted(_ROOT.glob("helpdesk/*/migrations/*.py")) + sorted(_ROOT.glob("helpdesk/*/sql/*.sql"))
    files += [*sorted(_ROOT.glob("helpdesk/archive/database/*.py")), _ROOT / "tests/conftest.py"]
    digest = hashlib.sha256(os.environ.get("HELPDESK_ROLE_SUFFIX", "").encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@pytest.fixture(scope="session")
def template(django_db_blocker: DjangoDbBlocker) -> Iterator[Template]:
    """The template, migrated once per state of the schema and kept between runs.

    Who needs a database may post: the rules of conduct read their lexicons before, as a server does.
    """
    conduct.warm()
    with cluster.server() as parameters, django_db_blocker.unblock():
        name = f"helpdesk_template_{_state_of_the_schema()}"
        with psycopg.connect(make_conninfo(**{**parameters, "dbname": "postgres"}), autocommit=True) as admin:
            admin.execute("SELECT pg_advisory_lock(hashtext('helpdesk tests'))")
            done = admin.execute(
                "SELECT datistemplate FROM pg_database WHERE datname = %s", [name]
            ).fetchone()
            if done is None or not done[0]:
                _make_template(admin, name)
            admin.execute("SELECT pg_advisory_unlock(hashtext('helpdesk tests'))")
        yield Template(name, parameters)


def _make_template(admin: psycopg.Connection, name: str) -> None:
    admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
    admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    _point_django_at(name)
    call_command("migrate", database="owner", verbosity=0)
    begin_log(actor=SYSTEM, now=clock.now(), mode=LogMode.REAL)
    hang_up()
    admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE true").format(sql.Identifier(name)))


@pytest.fixture
def database(template: Template, _kept: list[Recycled]) -> Iterator[str]:
    """A database of the test's own, as new; Django's connections lead to it."""
    if (superuser := cluster.superuser()) is None:
        with clone(template) as name:
            yield name
        return
    if not _kept:
        _kept.append(
            Recycled(name=_make_clone(template), parameters={**template.parameters, "user": superuser})
        )
    _point_django_at(_kept[0].name)
    with _log_of_its_own(f"{_kept[0].name}_{next(_clones)}"):
        yield _kept[0].name
    hang_up()
    if not _kept[0].clean():
        _drop(template, _kept)


@pytest.fixture(scope="session")
def _kept(template: Template) -> Iterator[list[Recycled]]:
    """The clone that the next test may have, if there is one."""
    kept: list[Recycled] = []
    yield kept
    if kept:
        _drop(template, kept)


def _drop(template: Template, kept: list[Recycled]) -> None:
    _drop_clone(template, kept.pop().name)


@contextmanager
def clone(template: Template, *, own_log: bool = True) -> Iterator[str]:
    """A copy of the template, for as long as the block lasts; with `own_log` its log lies by itself, too."""
    name = _make_clone(template)
    _point_django_at(name)
    try:
        with _log_of_its_own(name) if own_log else nullcontext():
            yield name
    finally:
        hang_up()
        _drop_clone(template, name)


def _make_clone(template: Template) -> str:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    name = f"helpdesk_test_{os.getpid()}{worker}_{next(_clones)}"
    identifiers = sql.Identifier(name), sql.Identifier(template.name)
    with _administration(template) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(*identifiers))
    return name


def _drop_clone(template: Template, name: str) -> None:
    with _administration(template) as admin:
        admin.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def _administration(template: Template) -> psycopg.Connection:
    return psycopg.connect(make_conninfo(**{**template.parameters, "dbname": "postgres"}), autocommit=True)


@contextmanager
def _log_of_its_own(name: str) -> Iterator[None]:
    """Folders for log and guard: all clones have the template's log id, and would share them."""
    ours, home = settings.HELPDESK, cluster.home() / "logs" / name
    before = ours.log_folder, ours.guard_folder
    ours.log_folder, ours.guard_folder = home / "log", home / "guard"
    try:
        yield
    finally:
        ours.log_folder, ours.guard_folder = before
        shutil.rmtree(home, ignore_errors=True)


def _point_django_at(name: str) -> None:
    hang_up()
    for alias in settings.DATABASES:
        connections.settings[alias]["NAME"] = name
        connections[alias].settings_dict["NAME"] = name


def hang_up() -> None:
    """End what Django has of connections to the database."""
    for alias in settings.DATABASES:
        connections[alias].close()
    pooled = connections["default"]
    assert isinstance(pooled, DatabaseWrapper)
    pooled.close_pool()
    receipt_key.cache_clear()
    amendments.forget()
    arriving.forget()
