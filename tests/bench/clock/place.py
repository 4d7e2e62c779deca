"""Where contenders run: an environment of their own, so that none of them ever touches the product's."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = ROOT / ".venv-bench"
PINNED = ROOT / "requirements" / "bench.txt"
_MADE_FROM = ENVIRONMENT / "made-from"


def python() -> Path:
    """Its Python; made with the pinned libraries unless they are there."""
    found = ENVIRONMENT / "bin" / "python"
    if not (_MADE_FROM.exists() and _MADE_FROM.read_text("utf-8") == _wanted()):
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
        pip: list[str | Path] = [
            found,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-input",
        ]
        subprocess.run([*pip, "--no-deps", "--require-hashes", "--requirement", PINNED], check=True)
        _MADE_FROM.write_text(_wanted(), "utf-8")
    return found


def surroundings() -> dict[str, str]:
    """The environment of a contender's process: our code on its path."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _wanted() -> str:
    return f"{sys.version}\n{ROOT}\n{PINNED.read_text('utf-8')}"
