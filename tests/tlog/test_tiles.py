"""Tiles and bundles have one name each, and a growing log writes those that are new."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from helpdesk.tlog.proofs import hashes_of
from helpdesk.tlog.tiles import (
    Bundle,
    Tile,
    edge_of,
    new_bundles,
    new_tiles,
    parse_path,
    split_tile,
    tile_data,
)
from tests.tlog import given

LEVELS = st.integers(min_value=0, max_value=63)
INDEXES = st.integers(min_value=0, max_value=1100) | st.integers(min_value=0, max_value=(1 << 63) - 1)
WIDTHS = st.integers(min_value=1, max_value=256)
PLACES = st.builds(Tile, LEVELS, INDEXES, WIDTHS) | st.builds(Bundle, INDEXES, WIDTHS)


@pytest.mark.parametrize("known", given.VECTORS["tile_paths"], ids=lambda known: known["path"])
def test_the_known_paths(known: dict) -> None:
    found = parse_path(known["path"])
    level = "entries" if isinstance(found, Bundle) else found.level
    assert (level, found.index, found.width) == (known["level"], known["index"], known["width"])
    assert found.path() == known["path"]


@for_any(PLACES)
def test_a_path_leads_back(place: Tile | Bundle) -> None:
    assert parse_path(place.path()) == place


def test_a_tree_of_70000_leaves_has_the_tiles_that_the_standard_counts() -> None:
    tiles = [*new_tiles(old_size=0, new_size=70_000)]
    assert len([tile for tile in tiles if tile.level == 0 and tile.width == 256]) == 273
    assert [tile for tile in tiles if tile.level or tile.width < 256] == [
        Tile(0, 273, 112),
        Tile(1, 0, 256),
        Tile(1, 1, 17),
        Tile(2, 0, 1),
    ]
    assert edge_of(size=70_000) == [Tile(0, 273, 112), Tile(1, 1, 17), Tile(2, 0, 1)]


def test_a_tree_of_256_leaves_has_a_full_tile_and_one_above_it() -> None:
    assert [*new_tiles(old_size=0, new_size=256)] == [Tile(0, 0), Tile(1, 0, 1)]
    assert edge_of(size=256) == [Tile(1, 0, 1)]
    assert edge_of(size=0) == [*new_tiles(old_size=9, new_size=9)] == []


@for_any(st.integers(0, 70_000), st.integers(0, 1500))
def test_only_new_files_are_written_and_none_is_left_out(old: int, more: int) -> None:
    written = {*new_tiles(old_size=old, new_size=old + more), *new_bundles(old_size=old, new_size=old + more)}
    assert written == _all(old + more) - _all(old)


def _all(size: int) -> set[Tile | Bundle]:
    return {*new_tiles(old_size=0, new_size=size), *new_bundles(old_size=0, new_size=size)}


@for_any(st.integers(0, 900), st.integers(0, 900))
def test_a_log_that_grows_holds_the_files_of_one_made_at_once(old: int, more: int) -> None:
    grown = given.files(old + more, given.files(old), old)
    at_once = given.files(old + more)
    assert {path: grown[path] for path in at_once} == at_once
    assert {path: grown[path] for path in given.files(old)} == given.files(old)


def test_tiles_grow_to_the_third_level() -> None:
    grown = given.files(66_000, given.files(65_400), 65_400)
    assert {path: grown[path] for path in given.files(66_000)} == given.files(66_000)
    assert len(grown["tile/2/000.p/1"]) == 32


def test_a_tile_is_made_of_the_hashes_below_it() -> None:
    read = hashes_of(given.leaves(1000))
    held = given.files(1000)
    for tile in new_tiles(old_size=0, new_size=1000):
        assert tile_data(tile=tile, read=read) == held[tile.path()]
        assert len(split_tile(held[tile.path()], width=tile.width)) == tile.width
