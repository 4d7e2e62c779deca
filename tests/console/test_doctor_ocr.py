"""What `helpdesk doctor` and a worker that starts say of who reads words in pictures."""

from pathlib import Path

import pytest
from django.conf import settings

from helpdesk.console.checks import ocr
from helpdesk.console.checks.finding import Grade


def program(folder: Path, says: str) -> None:
    """A tesseract that knows these languages."""
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)


def test_the_program_that_is_there() -> None:
    assert ocr.finding().grade is Grade.FINE


def test_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    found = ocr.finding()
    assert found.grade is Grade.WARNING
    assert "apt-get install tesseract-ocr tesseract-ocr-deu" in found.remedy
    assert "every picture waits" in found.remedy


def test_a_language_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "deu eng fra ita")
    monkeypatch.setenv("PATH", str(tmp_path))
    found = ocr.finding()
    assert (found.grade, found.sentence) == (Grade.WARNING, "tesseract has no data for pol.")


def test_nobody_by_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.HELPDESK, "ocr", "none")
    assert ocr.finding().grade is Grade.WARNING


def test_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.HELPDESK, "ocr", "rapidocr")
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert "marketplace-helpdesk[ocr]" in ocr.finding().remedy
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    assert ocr.finding().grade is Grade.FINE
