"""What verifiers must refuse, in one table: what the standards forbid, and what lenient readers let through."""

# ruff: noqa: E501, RUF001 (a refusal is a row, and some of them are about signs that look alike)

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from helpdesk.tlog import proof_files
from helpdesk.tlog.checkpoints import cosign, open_checkpoint
from helpdesk.tlog.encoding import to_base64
from helpdesk.tlog.hashing import EMPTY_ROOT, root_of
from helpdesk.tlog.keys import CosignatureSigner, KeyType, Signer, Verifier, cosigned, key_id
from helpdesk.tlog.notes import Line, open_note, sign, written
from helpdesk.tlog.proofs import consistency_proof, inclusion_proof, verify_consistency, verify_inclusion
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import Bundle, Tile, decode_bundle, parse_path, split_tile
from tests.architecture import house
from tests.tlog import given
from tests.tlog.answers import ANSWERS
from tests.tlog.given import COSIGNED, HEAD, LEAVES, LOG, PROOF, READ, SIGNED, TRUSTED, WITNESS

TEXT = HEAD.text()
ROOT_LINE = to_base64(HEAD.root)
FILE = proof_files.write(index=5, proof=PROOF, checkpoint=COSIGNED)
LINE = SIGNED.splitlines(keepends=True)[-1]
SIGNATURE = LINE.split(" ")[2].strip()
HASH = to_base64(PROOF[0])
OTHER = bytes(32)


def note(data: str | bytes) -> Callable[[], object]:
    return lambda: open_note(data, verifiers=TRUSTED)


def signed(text: str) -> Callable[[], object]:
    """A checkpoint that is well signed, whatever it says."""
    return lambda: open_checkpoint(sign(text, LOG), origin=LOG.name, verifiers=TRUSTED)


def head(data: str, *, origin: str = LOG.name) -> Callable[[], object]:
    return lambda: open_checkpoint(data, origin=origin, verifiers=TRUSTED)


def file(data: str | bytes) -> Callable[[], object]:
    return lambda: proof_files.verify(data, leaf_hash=LEAVES[5], origin=LOG.name, verifiers=TRUSTED)


def included(**other: Any) -> Callable[[], object]:
    right: dict[str, Any] = {"index": 5, "size": 8, "leaf_hash": LEAVES[5], "proof": PROOF, "root": HEAD.root}
    return lambda: verify_inclusion(**(right | other))


def consistent(first: int = 6, second: int = 8, **other: Any) -> Callable[[], object]:
    proof = consistency_proof(first=6, second=8, read=READ)
    right: dict[str, Any] = {"first_root": root_of(LEAVES[:6]), "second_root": HEAD.root, "proof": proof}
    return lambda: verify_consistency(first=first, second=second, **(right | other))


def cosigned_at(at: int) -> str:
    """A cosignature that says this time, rightly signed: no signer of ours would make it."""
    signature = WITNESS._private.sign(cosigned(text=TEXT, at=at))
    line = Line(WITNESS.name, WITNESS.key_id, at.to_bytes(8, "big") + signature)
    return SIGNED + line.written()


def beyond_the_order(signature: bytes) -> bytes:
    """The same signature to a lax verifier: the order of the curve's group added to its second half."""
    order = (1 << 252) + 27742317777372353535851937790883648493
    return signature[:32] + (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")


def long_note(size: int) -> str:
    """A well signed note of so many bytes."""
    rest = len(sign("\n", LOG).encode())
    return sign("a" * (size - rest) + "\n", LOG)


def vkey(kind: int, public: bytes, *, name: str = "log", hash_of: str | None = None) -> Callable[[], object]:
    made = key_id(name=hash_of or name, kind=kind, public=public).hex()  # type: ignore[arg-type]
    return lambda: Verifier.parse(f"{name}+{made}+{to_base64(bytes([kind]) + public)}")


def lines(count: int) -> str:
    return SIGNED + "".join(f"— key{n}.test AAAAAAA=\n" for n in range(count - 1))


def head_of(
    size: str = "8", root: str = ROOT_LINE, origin: str = LOG.name, rest: str = ""
) -> Callable[[], object]:
    return signed(f"{origin}\n{size}\n{root}\n{rest}")


PLAIN = key_id(name=LOG.name, kind=KeyType.NOTE, public=LOG.public)
TWINS = [Verifier("log", KeyType.NOTE, number.to_bytes(32)) for number in (29_982, 41_147)]  # both 7b9b6d23
FINDINGS = frozenset(
    ["entry.altered", "leaves.altered", "tile.altered", "tile.entries", "root.altered", "file.missing"]
)
Row = tuple[str, Callable[[], object], str]

NOTES: Sequence[Row] = [
    ("no final newline", note(SIGNED[:-1]), "note.newline"),
    ("nothing at all", note(""), "note.newline"),
    ("newlines only", note("\n\n"), "note.unsigned"),
    ("no empty line", note(SIGNED.replace("\n\n", "\n")), "note.separator"),
    ("a text without signatures", note(TEXT + "\n"), "note.unsigned"),
    ("CRLF", note(SIGNED.replace("\n", "\r\n")), "note.control"),
    ("a tab in the text", note(sign(TEXT, LOG).replace("8\n", "8\t\n", 1)), "note.control"),
    ("NUL in the text", note("\x00" + SIGNED), "note.control"),
    ("escape in a signature line", note(SIGNED.replace("— ", "— \x1b", 1)), "note.control"),
    ("not UTF-8", note(b"\xff" + SIGNED.encode()), "note.utf8"),
    ("overlong UTF-8", note(b"\xc0\xaf" + SIGNED.encode()), "note.utf8"),
    ("a surrogate in UTF-8", note(b"\xed\xa0\x80" + SIGNED.encode()), "note.utf8"),
    ("a lone surrogate", note("\ud800" + SIGNED), "note.utf8"),
    ("a byte order mark", note(b"\xef\xbb\xbf" + SIGNED.encode()), "note.signature"),
    ("more than a million bytes", note(long_note(1_000_001)), "note.size"),
    ("101 signatures", note(lines(101)), "note.signatures"),
    ("a wrong signature of a known key", note(SIGNED.replace("8\n", "9\n", 1)), "note.signature"),
    ("a wrong one of the witness beside a good one", note(COSIGNED[:-5] + "A==\n"), "note.line"),
    ("a witness's line cut short", note(SIGNED + Line(WITNESS.name, WITNESS.key_id, bytes(8)).written()), "note.signature"),
    ("a signature of 63 bytes", note(written(text=TEXT, lines=[Line(LOG.name, PLAIN, LOG.sign(TEXT)[:63])])), "note.signature"),
    ("a signature of 65 bytes", note(written(text=TEXT, lines=[Line(LOG.name, PLAIN, LOG.sign(TEXT) + b"\0")])), "note.signature"),
    ("unknown keys only", note(sign(TEXT, given.STRANGER)), "note.unknown_keys"),
    ("a known name with another key", note(sign(TEXT, Signer(LOG.name, b"x" * 32))), "note.unknown_keys"),
    ("a known key under another name", note(LINE.join([TEXT + "\n", ""]).replace("— log", "— lag")), "note.unknown_keys"),
    ("one key twice", note(SIGNED + LINE), "note.duplicate"),
    ("one key twice, the second wrong", note(SIGNED + Line(LOG.name, PLAIN, bytes(64)).written()), "note.duplicate"),
    ("a hyphen for the em dash", note(SIGNED.replace("— ", "- ")), "note.line"),
    ("an en dash for the em dash", note(SIGNED.replace("— ", "– ")), "note.line"),
    ("no mark at all", note(SIGNED.replace("— ", "")), "note.line"),
    ("two spaces", note(SIGNED.replace(f" {SIGNATURE}", f"  {SIGNATURE}")), "note.line"),
    ("a space at the end", note(SIGNED[:-1] + " \n"), "note.line"),
    ("no name", note(SIGNED + f"—  {SIGNATURE}\n"), "note.line"),
    ("a name with a plus", note(SIGNED + f"— a+b {SIGNATURE}\n"), "note.line"),
    ("a name with a no-break space", note(SIGNED + f"— a\u00a0b {SIGNATURE}\n"), "note.line"),
    ("a name without a signature", note(SIGNED + "— alone.test\n"), "note.line"),
    ("an empty signature", note(SIGNED + "— alone.test \n"), "note.line"),
    ("a key id and nothing after it", note(SIGNED + "— short.test AAAAAA==\n"), "note.line"),
    ("base64 of an unknown key without padding", note(SIGNED + "— x.test AAAAAAA\n"), "note.line"),
    ("base64 with a stray character", note(SIGNED + "— x.test AAAA!AAA=\n"), "note.line"),
    ("base64 for addresses", note(SIGNED + "— x.test AAAA_-A=\n"), "note.line"),
    ("base64 with bits beyond the last byte", note(SIGNED + "— x.test AAAAAAB=\n"), "note.line"),
    ("base64 with too much padding", note(SIGNED + "— x.test AAAAAAA==\n"), "note.line"),
    ("base64 in two pieces", note(SIGNED + "— x.test AAAAAAA=AAAA\n"), "note.line"),
    ("text after the signatures", note(SIGNED + "more\n"), "note.line"),
    ("signatures apart", note(SIGNED + "\n" + LINE), "note.signature"),
    ("a cosignature of 1970", note(cosigned_at(0)), "note.timestamp"),
    ("a cosignature beyond 2^63 - 1", note(cosigned_at(1 << 63)), "note.timestamp"),
    ("a cosignature with its time moved", note(SIGNED + Line(WITNESS.name, WITNESS.key_id, bytes(7) + b"\1" + WITNESS.sign(TEXT, at=2)[8:]).written()), "note.signature"),
    ("a log's signature as a witness's", note(SIGNED + Line(WITNESS.name, WITNESS.key_id, bytes(7) + b"\1" + LOG.sign(TEXT)).written()), "note.signature"),
    ("a second form of the same signature", note(written(text=TEXT, lines=[Line(LOG.name, PLAIN, beyond_the_order(LOG.sign(TEXT)))])), "note.signature"),
]  # fmt: skip

HEADS: Sequence[Row] = [
    ("another log", head(COSIGNED, origin="log.other.test"), "checkpoint.origin"),
    ("the same origin in capitals", head(COSIGNED, origin=LOG.name.upper()), "checkpoint.origin"),
    ("only the witness signed", head(cosign(sign(TEXT, given.STRANGER), signer=WITNESS, at=1)), "checkpoint.unsigned"),
    ("a trusted key of another name signed", lambda: open_checkpoint(sign(TEXT, given.STRANGER), origin=LOG.name, verifiers=[*TRUSTED, given.STRANGER.verifier]), "checkpoint.unsigned"),
    ("no origin", head_of(origin=""), "checkpoint.origin"),
    ("no size", head_of(size=""), "checkpoint.size"),
    ("a leading zero", head_of(size="08"), "checkpoint.size"),
    ("a plus", head_of(size="+8"), "checkpoint.size"),
    ("a minus", head_of(size="-8"), "checkpoint.size"),
    ("a minus before zero", head_of(size="-0", root=to_base64(EMPTY_ROOT)), "checkpoint.size"),
    ("a space before", head_of(size=" 8"), "checkpoint.size"),
    ("a space after", head_of(size="8 "), "checkpoint.size"),
    ("a point", head_of(size="8.0"), "checkpoint.size"),
    ("an underscore", head_of(size="1_0"), "checkpoint.size"),
    ("hexadecimal", head_of(size="0x8"), "checkpoint.size"),
    ("an Arabic digit", head_of(size="٨"), "checkpoint.size"),
    ("2^63", head_of(size=str(1 << 63)), "checkpoint.size"),
    ("5,000 digits", head_of(size="9" * 5000), "checkpoint.size"),
    ("a root of 31 bytes", head_of(root=to_base64(bytes(31))), "checkpoint.root"),
    ("a root of 33 bytes", head_of(root=to_base64(bytes(33))), "checkpoint.root"),
    ("no root", head_of(root=""), "checkpoint.root"),
    ("a root without padding", head_of(root=ROOT_LINE[:-1]), "checkpoint.root"),
    ("a root with bits beyond its last byte", head_of(root=ROOT_LINE[:-2] + "h="), "checkpoint.root"),
    ("a root in hexadecimal", head_of(root=HEAD.root.hex()), "checkpoint.root"),
    ("a root with spaces around", head_of(root=f" {ROOT_LINE}"), "checkpoint.root"),
    ("an empty tree with a root", head_of(size="0"), "checkpoint.root"),
    ("an empty extension line", head_of(rest="\n"), "checkpoint.extension"),
    ("an empty line between extensions", head_of(rest="one\n\ntwo\n"), "checkpoint.extension"),
    ("two lines", signed(f"{LOG.name}\n8\n"), "checkpoint.lines"),
    ("one line", signed(f"{LOG.name}\n"), "checkpoint.lines"),
]  # fmt: skip

PROOFS: Sequence[Row] = [
    ("index = size", included(index=8), "proof.index"),
    ("a negative index", included(index=-1), "proof.index"),
    ("a tree of no leaves", included(index=0, size=0, proof=[], root=EMPTY_ROOT), "proof.index"),
    ("a tree of 2^63 leaves", included(size=1 << 63), "proof.index"),
    ("another index", included(index=4), "proof.root"),
    ("a smaller tree with its own root", included(size=7, root=root_of(LEAVES[:7])), "proof.root"),
    ("a much smaller tree", included(index=1, size=2), "proof.length"),
    ("a much larger tree", included(size=1000), "proof.length"),
    ("another root", included(root=OTHER), "proof.root"),
    ("another leaf", included(leaf_hash=LEAVES[4]), "proof.root"),
    ("an inner node for a leaf", included(index=2, leaf_hash=root_of(LEAVES[4:6]), proof=PROOF[1:]), "proof.length"),
    ("a shortened proof", included(proof=PROOF[:-1]), "proof.length"),
    ("a proof without its first hash", included(proof=PROOF[1:]), "proof.length"),
    ("a lengthened proof", included(proof=[*PROOF, OTHER]), "proof.length"),
    ("a lengthened proof of the only leaf", included(index=0, size=1, leaf_hash=LEAVES[0], proof=[OTHER], root=LEAVES[0]), "proof.length"),
    ("no proof", included(proof=[]), "proof.length"),
    ("no proof for the root as leaf", included(proof=[], leaf_hash=HEAD.root), "proof.length"),
    ("a reordered proof", included(proof=PROOF[::-1]), "proof.root"),
    ("a hash of 31 bytes", included(proof=[PROOF[0][:31], *PROOF[1:]]), "hash.length"),
    ("two hashes in one", included(proof=[PROOF[0] + PROOF[1], PROOF[2]]), "hash.length"),
    ("an empty hash", included(proof=[*PROOF, b""]), "hash.length"),
    ("a leaf hash of 64 bytes", included(leaf_hash=bytes(64)), "hash.length"),
    ("a root of no bytes", included(root=b""), "hash.length"),
    ("a proof asked beyond the tree", lambda: inclusion_proof(index=8, size=8, read=READ), "proof.index"),
]  # fmt: skip

TREES: Sequence[Row] = [
    ("the older larger than the newer", consistent(first=9), "proof.size"),
    ("a negative size", consistent(first=-1), "proof.size"),
    ("2^63 leaves", consistent(second=1 << 63), "proof.size"),
    ("another older size", consistent(first=7), "proof.length"),
    ("another older size of the same form", consistent(first=2, second=5, proof=consistency_proof(first=2, second=8, read=READ)), "proof.root"),
    ("another older root", consistent(first_root=OTHER), "proof.root"),
    ("another newer root", consistent(second_root=OTHER), "proof.root"),
    ("roots exchanged", consistent(first_root=HEAD.root, second_root=root_of(LEAVES[:6])), "proof.root"),
    ("no proof", consistent(proof=[]), "proof.length"),
    ("no proof from a perfect tree", consistent(first=4, first_root=root_of(LEAVES[:4]), proof=[]), "proof.length"),
    ("a shortened proof", consistent(proof=consistency_proof(first=6, second=8, read=READ)[:-1]), "proof.length"),
    ("a lengthened proof", consistent(proof=[*consistency_proof(first=6, second=8, read=READ), OTHER]), "proof.length"),
    ("a reordered proof", consistent(proof=consistency_proof(first=6, second=8, read=READ)[::-1]), "proof.root"),
    ("equal trees with a proof", consistent(first=8, first_root=HEAD.root), "proof.length"),
    ("two roots of one size", consistent(first=8, proof=[]), "proof.root"),
    ("a proof after the empty tree", consistent(first=0, first_root=EMPTY_ROOT), "proof.length"),
    ("an empty tree with a root", consistent(first=0, first_root=OTHER, proof=[]), "proof.root"),
    ("two empty trees with a root", consistent(first=0, second=0, first_root=OTHER, second_root=OTHER, proof=[]), "proof.root"),
    ("a hash of 31 bytes", consistent(proof=[bytes(31)]), "hash.length"),
    ("a root of 33 bytes", consistent(second_root=bytes(33)), "hash.length"),
    ("a proof asked backward", lambda: consistency_proof(first=8, second=6, read=READ), "proof.size"),
]  # fmt: skip

FILES: Sequence[Row] = [
    ("another first line", file(FILE.replace("@v1", "@v2")), "proof_file.header"),
    ("a space after the first line", file(FILE.replace("@v1", "@v1 ")), "proof_file.header"),
    ("nothing", file(""), "proof_file.separator"),
    ("no checkpoint", file(FILE.partition("\n\n")[0] + "\n"), "proof_file.separator"),
    ("no index", file(FILE.replace("index 5\n", "")), "proof_file.index"),
    ("no index and no hashes", file(f"{proof_files.HEADER}\n\n{COSIGNED}"), "proof_file.index"),
    ("an index with a leading zero", file(FILE.replace("index 5", "index 05")), "proof_file.index"),
    ("an index with a plus", file(FILE.replace("index 5", "index +5")), "proof_file.index"),
    ("an index without a number", file(FILE.replace("index 5", "index ")), "proof_file.index"),
    ("an index in capitals", file(FILE.replace("index", "Index")), "proof_file.index"),
    ("another index", file(FILE.replace("index 5", "index 4")), "proof.root"),
    ("an index beyond the tree", file(FILE.replace("index 5", "index 8")), "proof.index"),
    ("the index before the extra data", file(FILE.replace("index 5", "index 5\nextra AAAA")), "proof_file.hash"),
    ("extra data twice", file(FILE.replace("index", "extra AAAA\nextra AAAA\nindex")), "proof_file.index"),
    ("extra data that is none", file(FILE.replace("index", "extra \nindex")), "proof_file.extra"),
    ("extra data that is not base64", file(FILE.replace("index", "extra A\nindex")), "proof_file.extra"),
    ("a hash that is not base64", file(FILE.replace(HASH, HASH[:-1])), "proof_file.hash"),
    ("a hash with bits beyond its last byte", file(FILE.replace(HASH, HASH[:-2] + "t=")), "proof_file.hash"),
    ("a hash of 33 bytes", file(FILE.replace(HASH, to_base64(bytes(33)))), "hash.length"),
    ("a hash left out", file(FILE.replace(f"{HASH}\n", "")), "proof.length"),
    ("a hash too many", file(FILE.replace(HASH, f"{HASH}\n{HASH}")), "proof.length"),
    ("64 hashes", file(FILE.replace(HASH, "\n".join([HASH] * 64))), "proof.length"),
    ("CRLF", file(FILE.replace("\n", "\r\n")), "proof_file.separator"),
    ("a second empty line", file(FILE.replace("\n\nlog", "\n\n\nlog")), "note.signature"),
    ("the checkpoint's last newline missing", file(FILE[:-1]), "note.newline"),
    ("another checkpoint", file(FILE.replace(f"\n8\n{ROOT_LINE}", f"\n7\n{ROOT_LINE}")), "note.signature"),
    ("not UTF-8", file(FILE.encode() + b"\xff\n"), "note.utf8"),
]  # fmt: skip

KEYS: Sequence[Row] = [
    ("another hash", vkey(1, LOG.public, hash_of="lag"), "key.hash"),
    ("a hash in capitals", lambda: Verifier.parse("L+ABCDEF01+AQ=="), "key.format"),
    ("a hash of seven digits", lambda: Verifier.parse("L+abcdef0+AQ=="), "key.format"),
    ("two parts", lambda: Verifier.parse("log+abcdef01"), "key.format"),
    ("no name", lambda: Verifier.parse("+abcdef01+AQ=="), "key.format"),
    ("a name with a space", vkey(1, LOG.public, name="the log"), "key.name"),
    ("a name with a newline", vkey(1, LOG.public, name="the\nlog"), "key.name"),
    ("a name with a control character", vkey(1, LOG.public, name="the\x01log"), "key.name"),
    ("a newline at the end", lambda: Verifier.parse(LOG.vkey + "\n"), "key.format"),
    ("a key of 31 bytes", vkey(1, LOG.public[:31]), "key.length"),
    ("a key of 33 bytes", vkey(4, LOG.public + b"\0"), "key.length"),
    ("a type without meaning here", vkey(2, LOG.public), "key.type"),
    ("base64 without padding", lambda: Verifier.parse(Signer("n", bytes(32)).vkey.rstrip("=") + "A"), "key.format"),
    ("a name with a lone surrogate", lambda: Verifier("\ud800", KeyType.NOTE, LOG.public), "key.name"),
    ("two keys of one name and id", lambda: open_note(SIGNED, verifiers=[*TRUSTED, *TWINS]), "key.ambiguous"),
    ("a cosignature at no time", lambda: CosignatureSigner("w", bytes(32)).sign("t\n", at=0), "note.timestamp"),
]  # fmt: skip

TILES: Sequence[Row] = [
    *(
        (f"path {path!r}", lambda path=path: parse_path(path), "tile.path")
        for path in (
            "", "tile", "tile/0", "tile/0/", "/tile/0/000", "tile/0/000/", "tile/0/0", "tile/0/0000", "tile/00/000",
            "tile/-1/000", "tile/+1/000", "tile/0/x000/001", "tile/0/001/x234", "tile/0/001/234", "tile/0/x1/000",
            "tile/0/X001/000", "tile/0/x001/x234", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
            "tile/0/000.p/", "tile/0/000.p", "tile/0/000.p/+1", "tile/0/000.p/1/", "tile/0/000.P/1", "tile/0/٠٠٠",
            "tile/entries", "tile/Entries/000", "tile/entries/000.p/256", "tile/8/0/000", "tile/0/000\n",
            "tile/0/../0/000", "tile//0/000", "tile/0/x000/x000/000", "checkpoint",
        )
    ),
    ("level 64", lambda: parse_path("tile/64/000"), "tile.level"),
    ("an index beyond 2^63 - 1", lambda: parse_path("tile/0/" + "x999/" * 6 + "999"), "tile.index"),
    ("width 300", lambda: parse_path("tile/0/000.p/300"), "tile.width"),
    ("a tile of no width", lambda: Tile(0, 0, 0), "tile.width"),
    ("a bundle of 257", lambda: Bundle(0, 257), "tile.width"),
    ("a negative index", lambda: Bundle(-1), "tile.index"),
    ("a tile of no bytes", lambda: split_tile(b""), "tile.length"),
    ("half a hash", lambda: split_tile(bytes(48)), "tile.length"),
    ("257 hashes", lambda: split_tile(bytes(257 * 32)), "tile.length"),
    ("fewer hashes than its width", lambda: split_tile(bytes(64), width=3), "tile.length"),
    ("an entry cut short", lambda: decode_bundle(b"\x00\x02a"), "bundle.length"),
    ("half a length", lambda: decode_bundle(b"\x00\x01a\x00"), "bundle.length"),
    ("a bundle of nothing", lambda: decode_bundle(b""), "bundle.width"),
    ("257 entries", lambda: decode_bundle(bytes(2 * 257)), "bundle.width"),
    ("another number of entries", lambda: decode_bundle(bytes(4), width=3), "bundle.width"),
]  # fmt: skip

TABLE = [*NOTES, *HEADS, *PROOFS, *TREES, *FILES, *KEYS, *TILES, *ANSWERS]


@pytest.mark.parametrize(("call", "code"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_it_is_refused(call: Callable[[], object], code: str) -> None:
    with pytest.raises(Refused) as refused:
        call()
    assert refused.value.code == code


def test_what_the_rows_alter_is_accepted_unaltered() -> None:
    for call in (
        note(COSIGNED),
        head(COSIGNED),
        head_of(),
        head_of(size=str((1 << 63) - 1)),
        note(long_note(1_000_000)),
        file(FILE),
        included(),
        consistent(),
        note(lines(100)),
    ):
        call()
    Verifier.parse(LOG.vkey)


def test_every_code_of_the_room_is_in_the_table() -> None:
    sources = [module.source for module in house.modules() if module.room == "tlog"]
    literal = re.compile(r"(?:Refused\(|code=)\"([a-z_]+\.[a-z_0-9]+)\"")
    known = {code for source in sources for code in literal.findall(source)}
    to_writers = {"bundle.entry", "frontier.length", "note.text", "tree.index"}  # in tests of their own
    assert {code for code in known - to_writers if code not in FINDINGS} == {code for _, _, code in TABLE}
