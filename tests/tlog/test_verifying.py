"""A whole log is gone through: each altered file is named, with the first leaf concerned, and no other."""

from collections.abc import Iterable

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from helpdesk.tlog.growing import grown_tiles
from helpdesk.tlog.hashing import leaf_hashes, root_of
from helpdesk.tlog.tiles import Bundle, Tile, encode_bundle
from helpdesk.tlog.verifying import Folder, Found, Progress, check_bundle, check_log
from tests.tlog import given

SIZE = 66_000  # three levels of tiles, all of them with a partial one
Files = dict[str, bytes]


def walk(files: Files, *, size: int = SIZE, root: bytes | None = None) -> list[Found | Progress]:
    def read(place: Tile | Bundle) -> bytes:
        if place.path() not in files:
            raise FileNotFoundError(place.path())
        return files[place.path()]

    folder = Folder(read_tile=read, read_bundle=read)
    return [*check_log(size=size, root=root or given.root(size), folder=folder)]


def found(steps: Iterable[Found | Progress]) -> list[tuple[str, str, int | None]]:
    return [(step.code, step.path, step.index) for step in steps if isinstance(step, Found)]


def flipped(files: Files, path: str, at: int) -> Files:
    data = bytearray(files[path])
    data[at] ^= 1
    return files | {path: bytes(data)}


@pytest.fixture(scope="module")
def files() -> Files:
    return given.files(SIZE)


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 513, 1000])
def test_a_whole_log_has_no_findings(size: int) -> None:
    steps = walk(given.files(size), size=size)
    assert found(steps) == []
    counts = [step.leaves for step in steps if isinstance(step, Progress)]
    assert counts == sorted(counts)
    assert (counts or [0])[-1] == size


def test_a_whole_log_of_three_levels_has_no_findings(files: Files) -> None:
    assert found(walk(files)) == []


@pytest.mark.parametrize("index", [0, 3, 255, 256, 40_001, 65_535, 65_536, 65_999])
def test_an_altered_entry_is_named(files: Files, index: int) -> None:
    bundle = next(Bundle(index // 256, width) for width in (256, SIZE % 256) if _has(files, index, width))
    held = [*given.entries(SIZE)[index // 256 * 256 :][: bundle.width]]
    held[index % 256] = b"altered"
    altered = files | {bundle.path(): encode_bundle(held)}
    assert found(walk(altered)) == [("entry.altered", bundle.path(), index)]


def _has(files: Files, index: int, width: int) -> bool:
    return Bundle(index // 256, width).path() in files


@pytest.mark.parametrize(
    ("path", "at", "index"),
    [
        ("tile/0/000", 0, 0),
        ("tile/0/100", 32 * 17, 25_617),
        ("tile/1/000", 32 * 3, 768),
        ("tile/1/000", 32 * 255 + 31, 65_280),
    ],
)
def test_an_altered_full_tile_is_named(files: Files, path: str, at: int, index: int) -> None:
    assert found(walk(flipped(files, path, at))) == [("tile.altered", path, index)]


def test_an_altered_tile_of_the_edge_is_named(files: Files) -> None:
    assert found(walk(flipped(files, "tile/2/000.p/1", 5))) == [("tile.altered", "tile/2/000.p/1", 0)]
    assert found(walk(flipped(files, "tile/1/001.p/1", 5))) == [("tile.altered", "tile/1/001.p/1", 65_536)]
    partial = "tile/0/257.p/208"
    assert found(walk(flipped(files, partial, 32 * 9))) == [("tile.entries", partial, 65_801)]


def test_entry_and_tile_altered_alike_are_named(files: Files) -> None:
    held = [*given.entries(SIZE)[25_600:25_856]]
    held[9] = b"altered"
    altered = files | {
        "tile/entries/100": encode_bundle(held),
        "tile/0/100": b"".join(leaf_hashes(held)),
    }
    assert found(walk(altered)) == [("leaves.altered", "tile/0/100", None)]


def test_everything_made_again_after_a_change_makes_another_root(files: Files) -> None:
    held = [*given.entries(600)]
    held[9] = b"altered"
    made = {
        tile.path(): data for tile, data in grown_tiles(size=0, leaf_hashes=leaf_hashes(held), read_tile=_no)
    }
    for index, width in ((0, 256), (1, 256), (2, 88)):
        made[Bundle(index, width).path()] = encode_bundle(held[index * 256 : index * 256 + width])
    assert found(walk(made, size=600)) == [("root.altered", "checkpoint", None)]
    assert found(walk(made, size=600, root=root_of(leaf_hashes(held)))) == []


def _no(tile: Tile) -> bytes:
    raise AssertionError(f"a new log has no {tile.path()}")


def test_swapped_removed_and_inserted_entries_are_named() -> None:
    files, held = given.files(300), [*given.entries(300)[:256]]
    for other, index in (
        ([*held[:6], held[7], held[6], *held[8:]], 6),
        ([*held[:6], b"between", *held[6:255]], 6),
        ([*held[:6], *held[7:], b"more"], 6),
    ):
        altered = files | {"tile/entries/000": encode_bundle(other)}
        assert found(walk(altered, size=300)) == [("entry.altered", "tile/entries/000", index)]


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        ("tile/entries/000", b"", "bundle.width"),
        ("tile/entries/000", b"\x00", "bundle.length"),
        ("tile/entries/001.p/44", b"\x00\x00", "bundle.width"),
        ("tile/0/000", bytes(31), "tile.length"),
        ("tile/0/001.p/44", b"", "tile.length"),
        ("tile/1/000.p/1", bytes(64), "tile.length"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(path: str, data: bytes, code: str) -> None:
    assert (code, path) in [
        (code, path) for code, path, _ in found(walk(given.files(300) | {path: data}, size=300))
    ]


@pytest.mark.parametrize("path", sorted(given.files(300)))
def test_a_missing_file_is_named(path: str) -> None:
    left = {other: data for other, data in given.files(300).items() if other != path}
    steps = found(walk(left, size=300))
    assert [(code, where) for code, where, _ in steps] == [("file.missing", path)]


@settings(max_examples=200)
@for_any(st.data(), st.sampled_from([1, 40, 256, 300, 600]))
def test_any_flipped_bit_in_any_file_is_found_there(data: st.DataObject, size: int) -> None:
    files = given.files(size)
    path = data.draw(st.sampled_from(sorted(path for path in files if files[path])))
    steps = found(walk(flipped(files, path, data.draw(st.integers(0, len(files[path]) - 1))), size=size))
    assert {where for _, where, _ in steps} == {path}


def test_nothing_left_is_not_whole() -> None:
    steps = found(walk({}, size=300))
    assert {code for code, _, _ in steps} >= {"file.missing", "root.altered"}


def test_a_bundle_gives_its_leaf_hashes() -> None:
    assert check_bundle(given.files(40)["tile/entries/000.p/40"], width=40) == [*given.leaves(40)]
