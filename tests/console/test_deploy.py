"""The container file, the compose file and the units name what is there: commands, ports, files, settings."""

import json
import re
import shlex
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.urls import resolve
from typer.main import get_command

from helpdesk.api import health
from helpdesk.config.environment import Environment
from helpdesk.config.example import variable
from helpdesk.console import main
from tests.architecture import house

DEPLOY = house.ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
OURS = ("migrate", "web", "stream", "worker")
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
SETTINGS = {variable(name=name, field=field) for name, field in Environment.model_fields.items()}
PORTS = {"serve": 8000, "stream": 8001}


def instructions() -> list[tuple[str, str]]:
    """Of the container file, each whole on one line."""
    whole = re.sub(r"\\\n", " ", DOCKERFILE)
    lines = [line for line in whole.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


def said(name: str) -> list[str]:
    return [rest.strip() for each, rest in instructions() if each == name]


def unit(path: Path) -> ConfigParser:
    found = ConfigParser(strict=False, interpolation=None)
    found.optionxform = str  # type: ignore[assignment, method-assign]
    found.read_string(path.read_text("utf-8"))
    return found


def runs(words: list[str]) -> dict[str, Any]:
    """The options of a command as it would be called; fails where there is none like it."""
    name, *rest = words
    assert name in main.COMMANDS, name
    command = get_command(main.application(name)).commands[name]  # type: ignore[attr-defined]
    context = command.make_context(name, rest)
    found: dict[str, Any] = context.params
    return found


def test_the_container_file_has_known_instructions_in_order() -> None:
    names = [name for name, _ in instructions()]
    known = {"ARG", "FROM", "ENV", "RUN", "COPY", "WORKDIR", "USER", "VOLUME", "EXPOSE"}
    assert set(names) - known == {"STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT", "CMD"}
    assert names[:2] == ["ARG", "FROM"]
    assert names.index("USER") < names.index("ENTRYPOINT")
    assert said("USER") == ["10001"]
    assert "--uid 10001" in DOCKERFILE


def test_what_is_copied_is_there_and_reaches_the_builder() -> None:
    ignored = (house.ROOT / ".dockerignore").read_text("utf-8").split()
    for copy in said("COPY"):
        *sources, _target = [word for word in copy.split() if not word.startswith("--from=build")]
        for source in sources:
            if source.startswith("/"):
                continue
            assert (house.ROOT / source).exists(), source
            assert f"!{source}" in ignored, source


def test_packages_come_by_their_hashes() -> None:
    assert "--require-hashes --requirement /opt/helpdesk/requirements/app.txt" in DOCKERFILE
    pinned = (house.ROOT / "requirements" / "app.txt").read_text("utf-8")
    names = re.findall(r"^([\w.\[\]-]+)==", pinned, re.MULTILINE)
    assert len(names) > 40
    for block in re.split(r"\n(?=\S)", pinned):
        assert "==" not in block or "--hash=sha256:" in block, block[:60]


def test_the_container_starts_a_command_that_is_there_and_asks_how_it_is() -> None:
    assert json.loads(said("ENTRYPOINT")[0]) == ["helpdesk"]
    options = runs(json.loads(said("CMD")[0]))
    assert (options["host"], options["port"]) == ("0.0.0.0", PORTS["serve"])
    assert said("EXPOSE") == [" ".join(str(port) for port in PORTS.values())]
    asked = re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", said("HEALTHCHECK")[0])
    assert asked == [(str(PORTS["serve"]), "/healthz")]
    assert resolve("/healthz").func is health.live
    assert set(re.findall(r"HELPDESK_\w+", DOCKERFILE)) <= SETTINGS


@pytest.mark.parametrize("name", OURS)
def test_each_service_runs_a_command_that_is_there(name: str) -> None:
    service = COMPOSE["services"][name]
    options = runs([str(word) for word in service["command"]])
    if port := PORTS.get(service["command"][0]):
        assert options["port"] == port
        assert service["ports"] == [f"127.0.0.1:{port}:{port}"]
    assert set(service["environment"]) <= SETTINGS
    assert service["cap_drop"] == ["ALL"]
    assert service["read_only"]
    for needed in service["depends_on"]:
        assert needed in COMPOSE["services"]


def test_the_compose_file_names_only_what_it_declares() -> None:
    named = {
        volume.partition(":")[0]
        for service in COMPOSE["services"].values()
        for volume in service["volumes"]
        if not volume.startswith(".")
    }
    assert named == set(COMPOSE["volumes"])
    assert (DEPLOY / "database.sh").stat().st_mode & 0o111
    assert (DEPLOY / COMPOSE["services"]["migrate"]["build"]["context"]).resolve() == house.ROOT
    guide = (house.ROOT / "docs" / "howto" / "run-in-production.md").read_text("utf-8")
    text = (DEPLOY / "compose.yaml").read_text("utf-8")
    for asked in set(re.findall(r"\$\{(\w+):\?\}", text)):
        assert f"{asked}=" in guide, asked


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_each_unit_runs_a_command_that_is_there_and_may_do_little(path: Path) -> None:
    service = unit(path)["Service"]
    binary, *words = shlex.split(service["ExecStart"])
    assert binary == "/opt/helpdesk/.venv/bin/helpdesk"
    options = runs(words)
    if port := PORTS.get(words[0]):
        assert (options["host"], options["port"]) == ("127.0.0.1", port)
    hardened = ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome", "RestrictSUIDSGID")
    assert {service[name] for name in hardened} == {"yes"}
    assert service["ProtectSystem"] == "strict"
    assert service["User"] == "helpdesk"
    assert {word.partition("=")[0] for word in shlex.split(service["Environment"])} <= SETTINGS


def test_the_target_wants_the_units_that_are_there() -> None:
    wanted = re.findall(r"helpdesk-\w+\.service", (DEPLOY / "systemd" / "helpdesk.target").read_text("utf-8"))
    assert {path.name for path in UNITS} == {*wanted, "helpdesk-migrate.service"}
