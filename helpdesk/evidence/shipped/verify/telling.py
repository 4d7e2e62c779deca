"""What people are told."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Iterator

from helpdesk.evidence.shipped.verify.checks import verify
from helpdesk.evidence.shipped.verify.reporting import ALTERED, CODES, WHOLE, Report, Row
from helpdesk.evidence.shipped.verify.values import FILE_VALUE, STATES
from helpdesk.evidence.shipped.verify.words import WORDS


def sentence(row: Row, language: str = "en") -> str:
    """A row in words."""
    said = {"detail": "", "n": "?", "member": "", "field": "", "fingerprint": "", **row.said}
    first, last = said.get("first", ""), said.get("last", "")
    said["span"] = str(first) if first == last else str(first) + "\u2013" + str(last)
    named = row.code.split(".")[0] in ("value", "file") and row.code != "file.extra"
    said["name"] = (value_name(row.name, language) if named else row.name) or row.entry
    return WORDS[language][row.code].format(**said)


def value_name(name: str, language: str = "en") -> str:
    """What a value is called."""
    found = FILE_VALUE.fullmatch(name)
    if found:
        return WORDS[language]["name.file"].format(k=found.group(1))
    return WORDS[language].get("name." + name, name)


def moment(us: int) -> str:
    """An instant for people: microseconds since 1970 UTC, as a date and a time of UTC."""
    try:
        at = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=us)
    except OverflowError:
        return str(us)
    return at.strftime("%Y-%m-%d %H:%M:%S UTC")


def lines(report: Report, language: str = "en") -> Iterator[str]:
    """The report for people, a paragraph at a time."""
    words, facts = WORDS[language], report.facts
    yield words["verdict." + report.verdict].upper()
    yield words["means." + report.verdict]
    yield ""
    if "conversation" in facts:
        title = " \u00b7 ".join(filter(None, (facts.get("title", ""), facts["conversation"])))
        yield words["say.conversation"] + ": " + title
        yield words["say.made"] + ": " + moment(facts["made_at"])
        yield words["say.entries"].format(**facts)
        states = [str(facts["values"][s]) + " " + words["state." + s] for s in STATES if facts["values"][s]]
        yield words["say.values"] + ": " + ", ".join(states)
    for key in report.keys:
        trust = words["say.trusted"] if key.trusted else words["say.unknown"]
        yield words["say.key"] + " (" + words["say." + key.use] + ", " + trust + "): " + key.vkey
    if report.messages:
        yield words["say.scope"]
    yield ""
    for row in report.rows:
        if CODES[row.code] != WHOLE or row.state in ("erased", "withheld") or row.code == "proof.pending":
            yield "- " + sentence(row, language)
            if row.said.get("address"):
                yield "  " + words["say.address"].format(address=row.said["address"])


def printable(text: str) -> str:
    """Without characters that would move the cursor, change colours or turn the direction of the line."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _wrapped(line: str) -> str:
    if not line.startswith(("- ", "  ")) and len(line) > 400:
        return line
    indent = "  " if line.startswith(("- ", "  ")) else ""
    return textwrap.fill(line, 100, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> Any:
        """A wrong call is no verdict, so it has a code of its own."""
        self.print_usage(sys.stderr)
        self.exit(64, self.prog + ": " + message + "\n")


def _arguments(given: list[str] | None) -> argparse.Namespace:
    parser = _Arguments(
        description="Verify an evidence package: 0 whole, 1 altered, 2 incomplete, 3 key not trusted."
    )
    parser.add_argument("package", nargs="?", default=str(Path(__file__).resolve().parent))
    parser.add_argument("--key", action="append", default=[], metavar="VKEY", help="a key that you trust")
    parser.add_argument("--keys", metavar="FILE", help="keys that you trust, one a line")
    parser.add_argument("--lang", choices=sorted(WORDS), default="en")
    parser.add_argument("--json", action="store_true", help="the whole report, for machines")
    return parser.parse_args(given)


def _trusted(arguments: argparse.Namespace) -> list[str]:
    rows = Path(arguments.keys).read_text("utf-8").splitlines() if arguments.keys else []
    return [*arguments.key, *(row.strip() for row in rows if row.strip() and not row.startswith("#"))]


def main(given: list[str] | None = None) -> int:
    """Verify, tell, and return the exit code; 64 where the call itself was wrong."""
    arguments = _arguments(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        report = verify(arguments.package, _trusted(arguments))
    except (OSError, ValueError) as error:
        print(printable(str(error)), file=sys.stderr)
        return 64
    except Exception:
        # The last line of defence: whatever made the check itself fail confirms nothing.
        print(WORDS[arguments.lang]["say.failed"], file=sys.stderr)
        return ALTERED
    if arguments.json:
        print(json.dumps(report.as_dict(), indent=2, ensure_ascii=True))
    else:
        for line in lines(report, arguments.lang):
            print(_wrapped(printable(line)))
    return report.exit_code
