"""Rules that changed have another version: else nobody would read the archive anew."""

from pathlib import Path

import pytest

from helpdesk.conduct.rules.packs import VERSION
from tests.conduct import recognition


def test_the_version_was_raised_when_rules_or_data_changed() -> None:
    told = "rules or data changed: raise VERSION in rules/packs.py and run bin/conduct-pack"
    assert recognition.pins().get(VERSION) == recognition.digest(), told


def test_a_pinned_version_is_not_pinned_anew_by_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = tmp_path / "pins.json"
    pins.write_text(f'{{"{VERSION}": "another"}}')
    monkeypatch.setattr(recognition, "_PINS", pins)
    assert "raise VERSION" in recognition.renew(unreleased=False)
    assert recognition.pins() == {VERSION: "another"}
    assert recognition.renew(unreleased=True) == ""
    assert recognition.pins() == {VERSION: recognition.digest()}
