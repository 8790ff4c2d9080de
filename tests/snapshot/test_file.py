"""A snapshot is what was compiled, or it is refused: torn, altered, foreign, of another version."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from random import Random
from struct import Struct
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphauth as ga
from graphauth.access import compile_data, dataset_of
from graphauth.errors import SnapshotError, UsageError
from graphauth.importing import read_tables, write_folder
from graphauth.snapshot import is_snapshot, open_snapshot, write_snapshot
from tests.strategies.regions import random_region

if TYPE_CHECKING:
    import numpy as np

    from graphauth.model.dataset import DataSet

REGION = Path(__file__).parents[2] / "fixtures" / "gavleborg"
TRAILER = Struct("<Q32s8s")
SEEDS = st.integers(min_value=0, max_value=2**32)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.gasnap"
    folder = tmp_path / "small"
    write_folder(read_tables(random_region(Random(7))), folder, "en")
    compile_data(folder, path)
    return path


def content(dataset: DataSet) -> dict[str, list[object]]:
    return {name: [*dataset.entities(name)] for name in dataset.tables}


@given(SEEDS)
@settings(max_examples=100, deadline=None)
def test_the_data_comes_back_with_its_places(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    dataset = read_tables(random_region(Random(seed)))
    path = tmp_path_factory.mktemp("snapshot") / "region.gasnap"
    write_snapshot(path, dataset, (), lambda _: {}, "the tests")
    back = open_snapshot(path).dataset
    assert content(back) == content(dataset)
    assert (back.files, back.remarks, back.skipped) == (
        dataset.files,
        dataset.remarks,
        dataset.skipped,
    )


def test_it_answers_as_the_data_it_was_made_from(tmp_path: Path) -> None:
    path = tmp_path / "region.gasnap"
    compile_data(REGION, path)
    mapped, plain = ga.open(path), ga.open(REGION)
    assert list(mapped.matrix(at="2026-11-23")) == list(plain.matrix(at="2026-11-23"))
    reference = ga.open(path, engine="reference")
    employee = next(plain.matrix(at="2026-11-23")).employee_id
    assert reference.tickets(employee, at="2026-11-23") == plain.tickets(employee, at="2026-11-23")


def test_the_same_data_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.gasnap"
    compile_data(tmp_path / "small", again)
    assert again.read_bytes() == small.read_bytes()


def test_it_names_its_sources_and_notices_that_one_changed(small: Path, tmp_path: Path) -> None:
    snapshot = open_snapshot(small)
    units = tmp_path / "small" / "units.csv"
    named = {one.name: one.sha256 for one in snapshot.sources}
    assert named[str(units)] == sha256(units.read_bytes()).hexdigest()
    assert snapshot.changed_sources() == []
    units.write_bytes(units.read_bytes() + b"\n")
    assert snapshot.changed_sources() == [str(units)]


def test_every_altered_byte_is_noticed(small: Path) -> None:
    whole = small.read_bytes()
    for place in range(0, len(whole), 7):
        altered = bytearray(whole)
        altered[place] ^= 0x40
        small.write_bytes(altered)
        with pytest.raises(SnapshotError, match=r"small\.gasnap"):
            open_snapshot(small).verify()


def test_an_answer_over_an_altered_block_is_refused(small: Path) -> None:
    snapshot = open_snapshot(small)
    part = snapshot._container.index.parts["texts"]
    whole = bytearray(small.read_bytes())
    whole[part.at + part.size - 1] ^= 1
    altered = small.with_name("altered.gasnap")
    altered.write_bytes(whole)
    with pytest.raises(SnapshotError, match="`texts` is damaged; compile it anew"):
        list(ga.open(altered).matrix(at="2026-11-23"))


@pytest.mark.parametrize("kept", [0, 1, 8, 40, 0.5, 0.99])
def test_a_file_cut_short_is_refused(small: Path, kept: float) -> None:
    whole = small.read_bytes()
    small.write_bytes(whole[: kept if isinstance(kept, int) else int(len(whole) * kept)])
    with pytest.raises(SnapshotError):
        open_snapshot(small)


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "holiday.gasnap"
    foreign.write_bytes(os.urandom(4096))
    assert not is_snapshot(foreign)
    with pytest.raises(SnapshotError, match="this is no snapshot"):
        ga.open(foreign)


def test_another_version_is_refused_by_its_number(small: Path) -> None:
    whole = small.read_bytes()
    size, _, mark = TRAILER.unpack(whole[-TRAILER.size :])
    begin = len(whole) - TRAILER.size - size
    index = json.loads(whole[begin : begin + size])
    text = json.dumps(index | {"format": 99}).encode()
    trailer = TRAILER.pack(len(text), sha256(text).digest(), mark)
    small.write_bytes(whole[:begin] + text + trailer)
    with pytest.raises(SnapshotError, match="format 99, and this graphauth reads format 1"):
        open_snapshot(small)


def test_a_snapshot_stands_alone(small: Path) -> None:
    with pytest.raises(UsageError, match="stands alone"):
        ga.open([small, REGION])
    with pytest.raises(UsageError, match="compiled already"):
        compile_data(small, small.with_name("twice.gasnap"))


def test_what_fails_leaves_the_old_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = small.read_bytes()

    def full(_: DataSet) -> dict[str, np.ndarray[tuple[int], np.dtype[np.int32]]]:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_snapshot(small, dataset_of([REGION]), (), full, "the tests")
    assert small.read_bytes() == before
    assert [one.name for one in small.parent.iterdir() if one.name.startswith(".")] == []


def test_no_text_that_no_table_holds_is_written(tmp_path: Path) -> None:
    dataset = read_tables(random_region(Random(7)))
    dataset.vocabulary.add("a text that was dropped")
    path = tmp_path / "region.gasnap"
    write_snapshot(path, dataset, (), lambda _: {}, "the tests")
    assert b"dropped" not in path.read_bytes()
