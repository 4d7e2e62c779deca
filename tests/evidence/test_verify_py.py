"""verify.py: what it finds in every tampered package, alone, with nothing but Python."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpdesk.evidence.shipped import verify as shipped
from helpdesk.evidence.shipped.joining import program
from helpdesk.kernel.canonical import canonical
from tests.evidence import handmade
from tests.evidence.handmade import LOG, RECEIPTS, Package, long, pending, whole
from tests.evidence.tampered import CASES, TRUSTED, Case, entry

# The command of a person, many times in one process, which has neither our packages nor theirs.
EMPTY = """
import contextlib, importlib.util, io, json, sys
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = sys.modules["verify"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
codes = {}
for name, keys in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = verify.main([name, *(f"--key={key}" for key in keys)])
    codes[name] = [code, said.getvalue().split("\\n")[0]]
ours = ("helpdesk", "cryptography", "django", "msgspec")
foreign = [name for name in sys.modules if name.split(".")[0] in ours]
print(json.dumps([codes, foreign]))
"""


def verified(tmp_path: Path, data: bytes, *keys: str) -> shipped.Report:
    path = tmp_path / "package.zip"
    path.write_bytes(data)
    return shipped.verify(path, keys)


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """As somebody who has nothing of ours: no home, no packages, no settings."""
    command = [sys.executable, "-I", "-S", *arguments]
    return subprocess.run(command, cwd=cwd, env={}, capture_output=True, text=True, encoding="utf-8")


def script(folder: Path) -> Path:
    """The verifier as it is handed out, in a folder of somebody's."""
    path = folder / "verify.py"
    path.write_bytes(program())
    return path


def unpacked(tmp_path: Path, package: Package) -> Path:
    """The folder that a person gets, with the verifier in it as the package has it."""
    package.members["verify.py"] = program()
    (tmp_path / "package.zip").write_bytes(package.seal().zip())
    folder = tmp_path / "package"
    with zipfile.ZipFile(tmp_path / "package.zip") as file:
        file.extractall(folder)
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_done_is_found_and_nothing_else(case: Case, tmp_path: Path) -> None:
    report = verified(tmp_path, case.file(), *case.keys)
    assert {row.code for row in report.findings} == case.codes
    assert report.exit_code == case.exit_code
    for language in shipped.WORDS:
        assert all("{" not in shipped.sentence(row, language) for row in report.rows)


def test_the_command_says_so_too_with_nothing_installed(tmp_path: Path) -> None:
    for case in CASES:
        (tmp_path / f"{case.name}.zip").write_bytes(case.file())
    asked = json.dumps([[f"{case.name}.zip", list(case.keys)] for case in CASES])
    command = [sys.executable, "-I", "-S", "-c", EMPTY, str(script(tmp_path))]
    done = subprocess.run(command, cwd=tmp_path, env={}, input=asked, capture_output=True, text=True)
    assert done.stderr == ""
    codes, foreign = json.loads(done.stdout)
    assert foreign == []
    words = [shipped.WORDS["en"][f"verdict.{verdict}"].upper() for verdict in shipped.VERDICTS]
    assert codes == {f"{case.name}.zip": [case.exit_code, words[case.exit_code]] for case in CASES}


def test_every_code_is_found_in_some_tampered_package() -> None:
    wrong = {code for code, verdict in shipped.CODES.items() if verdict != shipped.WHOLE}
    assert {code for case in CASES for code in case.codes} == wrong


@pytest.mark.parametrize("package", [whole(), pending(), long(3)])
def test_a_whole_package_is_whole(package: Package, tmp_path: Path) -> None:
    report = verified(tmp_path, package.zip(), LOG.vkey)
    assert (report.verdict, report.findings) == ("whole", [])


def test_a_package_says_what_became_of_each_value(tmp_path: Path) -> None:
    report = verified(tmp_path, whole().zip(), LOG.vkey)
    facts = report.facts
    assert facts["values"] == {"verified": 11, "erased": 2, "withheld": 2, "missing": 0, "altered": 0}
    assert (facts["entries"], facts["proved"], facts["log_size"], facts["witnesses"]) == (6, 6, 8, 1)
    asked, answered, erased = report.messages
    assert asked["text"] == {"state": "verified", "text": "Is the lamp 40 cm high?\nThank you. ż\u202fß 🌱"}
    assert asked["name"] == {"state": "verified", "text": "Clara Żak"}
    assert [file["state"] for file in answered["files"]] == ["verified", "withheld"]
    assert (erased["text"]["state"], erased["name"]["state"]) == ("erased", "erased")
    assert {(key.use, key.trusted) for key in report.keys} == {
        ("log", True),
        ("receipts", True),
        ("witness", False),
    }


def test_all_keys_may_be_trusted_at_once(tmp_path: Path) -> None:
    keys = [LOG.vkey, RECEIPTS.vkey, handmade.WITNESS.vkey]
    report = verified(tmp_path, whole().zip(), *keys)
    assert report.exit_code == 0
    assert all(key.trusted for key in report.keys)


def test_before_anything_is_in_the_log_the_receipt_key_must_be_trusted_itself(tmp_path: Path) -> None:
    package = handmade.story()
    package.pending = frozenset(e.id for e in package.book.entries)
    package.made_at = package.book.at + 1
    package.write()
    for name in [n for n in package.members if n == "checkpoint"]:
        del package.members[name]
    data = package.seal().zip()
    assert verified(tmp_path, data, LOG.vkey).exit_code == 3
    assert verified(tmp_path, data).exit_code == 3
    assert verified(tmp_path, data, RECEIPTS.vkey).exit_code == 0


def test_a_proof_stands_in_for_a_receipt(tmp_path: Path) -> None:
    package = whole()
    receipts = json.loads(package.members["receipts.json"])
    del receipts[str(entry(package, 1).id)]
    package.members["receipts.json"] = canonical(receipts)
    assert verified(tmp_path, package.seal().zip(), LOG.vkey).exit_code == 0


def test_an_unpacked_folder_verifies_itself(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, whole())
    done = run("verify.py", "--key", LOG.vkey, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("WHOLE\n")
    assert "withheld in this package" in done.stdout
    assert run("package/verify.py", "package.zip", "--key", LOG.vkey, cwd=tmp_path).returncode == 0


def test_an_unpacked_folder_shows_what_was_changed_in_it(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, whole())
    (folder / "Thumbs.db").write_bytes(b"left by a file manager")
    told = folder / "conversation.json"
    told.write_text(told.read_text("utf-8").replace("41.5 cm", "40.0 cm"), "utf-8")
    done = run("verify.py", "--key", LOG.vkey, "--json", cwd=folder)
    report = json.loads(done.stdout)
    assert (done.returncode, report["verdict"]) == (1, "altered")
    assert {row["code"] for row in report["rows"] if shipped.CODES[row["code"]]} == {
        "member.altered",
        "conversation.differs",
    }


def test_an_unpacked_folder_with_something_missing_or_more(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, whole())
    (folder / "README.txt").unlink()
    assert run("verify.py", "--key", LOG.vkey, cwd=folder).returncode == 2
    (folder / "notes.txt").write_text("Mine.")
    assert run("verify.py", "--key", LOG.vkey, cwd=folder).returncode == 1


def test_a_link_in_a_folder_is_refused(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, whole())
    (folder / "README.txt").unlink()
    (folder / "README.txt").symlink_to(tmp_path / "package.zip")
    report = shipped.verify(folder, TRUSTED)
    assert [row.code for row in report.findings] == ["member.path"]


def test_keys_from_a_file(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, whole())
    (tmp_path / "keys").write_text(f"# the log\n{LOG.vkey}\n\n", "utf-8")
    assert run("verify.py", "--keys", "../keys", cwd=folder).returncode == 0
    done = run("verify.py", cwd=folder)
    assert done.returncode == 3
    assert "https://helpdesk.example/keys" in done.stdout
    assert "3475 0f98 bd59 fcfc" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["nowhere.zip"], ["--key", "no key"], ["--keys", "nowhere"], ["--lang", "xx"], ["--what"]]
)
def test_a_wrong_call_is_no_verdict(arguments: list[str], tmp_path: Path) -> None:
    done = run(str(script(tmp_path)), *arguments, cwd=tmp_path)
    assert done.returncode == 64
    assert done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("language", shipped.WORDS)
def test_the_verdict_in_every_language(language: str, tmp_path: Path) -> None:
    folder = unpacked(tmp_path, whole())
    done = run("verify.py", "--lang", language, "--key", LOG.vkey, cwd=folder)
    assert done.stdout.split("\n")[0] == shipped.WORDS[language]["verdict.whole"].upper()


def test_hostile_names_do_not_reach_the_terminal(tmp_path: Path) -> None:
    package = whole()
    told = json.loads(package.members["conversation.json"]) | {"title": "a\x1b[2J\u202eb", "order": "x"}
    package.members["conversation.json"] = canonical(told)
    folder = unpacked(tmp_path, package)
    done = run("verify.py", "--key", LOG.vkey, cwd=folder)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


DATA = whole().zip()


def test_no_byte_of_a_header_can_be_another(tmp_path: Path) -> None:
    data = long(1).zip()
    members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    starts = [(member.header_offset + 30 + len(member.filename), member.file_size) for member in members]
    content = {place for start, size in starts for place in range(start, start + size)}
    frame = [place for place in range(len(data)) if place not in content]
    assert len(frame) > 1000
    for place in frame:
        flipped = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        assert verified(tmp_path, flipped, LOG.vkey).exit_code == 1, place


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    flips=st.lists(
        st.tuples(st.integers(0, len(DATA) - 1), st.integers(1, 255)),
        min_size=1,
        max_size=8,
        unique_by=lambda f: f[0],
    )
)
def test_no_flipped_bytes_are_whole(flips: list[tuple[int, int]], tmp_path: Path) -> None:
    data = bytearray(DATA)
    for place, mask in flips:
        data[place] ^= mask
    assert verified(tmp_path, bytes(data), LOG.vkey).exit_code in (1, 2)


TOKENS = st.sampled_from(
    [
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b",",
        b":",
        b"null",
        b"true",
        b"-0",
        b"1e9",
        b"9" * 400,
        b"\xff",
        b"\\ud800",
        b"\n",
    ]
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_members_say_is_judged_and_never_fails(data: st.DataObject, tmp_path: Path) -> None:
    """The list of files is made anew each time, so that the checks behind it are reached."""
    package = whole()
    name = data.draw(st.sampled_from(sorted(package.members)))
    content = package.members[name]
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 40))
    into = data.draw(st.one_of(TOKENS, st.binary(max_size=40)))
    package.members[name] = content[:start] + into + content[start + length :]
    if not name.startswith("manifest."):
        package.seal()
    report = verified(tmp_path, package.zip(), LOG.vkey)
    bound = name in ("manifest.json", "salts.json") or name.startswith("attachments/")  # to the last byte
    assert report.exit_code != 0 or not bound or package.members[name] == content
    json.dumps(report.as_dict())
    assert all(
        shipped.printable(line) == line for line in map(shipped.printable, shipped.lines(report, "de"))
    )


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000, b'"\\ud800"', b"\xef\xbb\xbf{}"]
)
@pytest.mark.parametrize(
    "member", ["manifest.json", "salts.json", "receipts.json", "conversation.json", "leaves.jsonl"]
)
def test_json_that_no_reader_should_take(data: bytes, member: str, tmp_path: Path) -> None:
    package = whole()
    package.members[member] = data + (b"\n" if member == "leaves.jsonl" else b"")
    if member != "manifest.json":
        package.seal()
    assert verified(tmp_path, package.zip(), LOG.vkey).exit_code == 1
