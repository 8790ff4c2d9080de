"""Generating: the same bytes for the same seed, whole or not at all, and the demo region as committed."""

from __future__ import annotations

import hashlib
import re
import tracemalloc
from pathlib import Path

import pytest
import yaml

from graphauth.errors import GraphauthError
from graphauth.generating import GenerationError, defects_document, generate
from graphauth.model.schema import TABLES
from graphauth.privacy import luhn_is_valid
from tests.generating.tables import Tables

FIXTURES = Path(__file__).parents[2] / "fixtures"
DEMO = FIXTURES / "gavleborg"
DEMO_SEED = 2026


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_demo_region_is_what_the_generator_writes(tmp_path: Path) -> None:
    summary = generate(tmp_path / "demo", 8_000, DEMO_SEED, defects=True)
    assert _bytes(tmp_path / "demo") == _bytes(DEMO)
    listed = (FIXTURES / "gavleborg.defects.yaml").read_bytes()
    assert defects_document(summary.defects).encode() == listed


def test_same_seed_same_bytes_on_every_platform(tmp_path: Path) -> None:
    generate(tmp_path / "small", 300, 7)
    content = _bytes(tmp_path / "small")
    joined = b"".join(content[name] for name in sorted(content))
    assert (
        hashlib.sha256(joined).hexdigest()
        == "0128a18c65c1d9f103038ea2bd764239d9096ff1345045b0906c149c39f7a76e"
    )


def test_another_seed_gives_other_bytes(tmp_path: Path) -> None:
    generate(tmp_path / "one", 300, 7)
    generate(tmp_path / "two", 300, 8)
    assert _bytes(tmp_path / "one") != _bytes(tmp_path / "two")


def test_tables_have_the_schemas_headers_and_plain_line_ends(tmp_path: Path) -> None:
    generate(tmp_path / "out", 100, 1)
    content = _bytes(tmp_path / "out")
    assert content.keys() == {f"{table.name}.csv" for table in TABLES}
    for table in TABLES:
        first = content[f"{table.name}.csv"].split(b"\n")[0].decode()
        assert first.split(",") == [column.name for column in table.columns]
        assert b"\r" not in content[f"{table.name}.csv"]
        assert content[f"{table.name}.csv"].endswith(b"\n")


def test_summary_counts_rows(tmp_path: Path) -> None:
    summary = generate(tmp_path / "out", 8_000, 1, defects=True)
    written = {
        name.removesuffix(".csv"): text.count(b"\n") - 1
        for name, text in _bytes(tmp_path / "out").items()
    }
    assert summary.rows == written
    assert (summary.employees, summary.seed, summary.folder) == (8_000, 1, tmp_path / "out")


def test_demo_region_has_the_size_and_parts_that_it_should() -> None:
    tables = Tables(DEMO)
    names = [row["name"] for row in tables["vos"]]
    people = {row["employee_id"] for row in tables["employees"]}
    assert 8_000 <= len(people) <= 8_020
    assert {"VO Kardiologi", "VO Digital vård", "VO Bollnäs hälsocentral"} <= set(names)
    assert sum(name.endswith(" hälsocentral") for name in names) == 25
    private = {r["provider_id"] for r in tables["providers"] if r["sector"] == "private"}
    private_vos = {row["vo_id"] for row in tables["vos"] if row["provider_id"] in private}
    assert 11 <= sum(row["vo_id"] in private_vos for row in tables["units"]) <= 13
    assert {"clinic24", "npo", "pascal"} <= {row["system_id"] for row in tables["systems"]}
    assert any(row["replaces"] for row in tables["units"])
    assert any(row["valid_from"] == "2027-01-01" for row in tables["units"])
    assert any(row["protected"] == "true" for row in tables["employees"])


def test_about_half_of_memberships_and_grants_bear_a_day() -> None:
    tables = Tables(DEMO)
    rows = tables["assignment_members"] + tables["role_grants"]
    dated = sum(bool(row["valid_from"] or row["valid_to"]) for row in rows)
    assert 0.45 < dated / len(rows) < 0.55


def test_listed_defects_stand_where_the_list_says() -> None:
    listed = yaml.safe_load((FIXTURES / "gavleborg.defects.yaml").read_text("utf-8"))["defects"]
    lines = {path.stem: path.read_text("utf-8").split("\n") for path in DEMO.iterdir()}
    assert len(listed) == 54
    for defect in listed:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", defect["name"])
        assert defect["en"]
        assert defect["sv"]
        text = "\n".join(lines[at["table"]][at["line"] - 1] for at in defect["at"])
        assert any(one in text for one in defect["ids"]), defect


def test_defects_are_on_top_of_the_same_clean_data(tmp_path: Path) -> None:
    generate(tmp_path / "clean", 8_000, DEMO_SEED)
    clean = {
        path.stem: path.read_text("utf-8").split("\n") for path in (tmp_path / "clean").iterdir()
    }
    listed = yaml.safe_load((FIXTURES / "gavleborg.defects.yaml").read_text("utf-8"))["defects"]
    changed = {(at["table"], at["line"]) for defect in listed for at in defect["at"]}
    for path in DEMO.iterdir():
        planted = path.read_text("utf-8").split("\n")
        for number, (one, two) in enumerate(zip(clean[path.stem][:-1], planted, strict=False), 1):
            assert one == two or (path.stem, number) in changed


def test_planted_organisation_number_is_wrong() -> None:
    assert not luhn_is_valid("9920000777")


def test_progress_rises_to_the_total(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    generate(tmp_path / "out", 1_000, 1, lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert seen[-1] == (1_000, 1_000)


@pytest.mark.parametrize("employees", [-1, 0, 19, 3_000_001])
def test_sizes_out_of_range_are_refused(tmp_path: Path, employees: int) -> None:
    with pytest.raises(GenerationError, match="ask for 20 to 3000000"):
        generate(tmp_path / "out", employees, 1)
    assert list(tmp_path.iterdir()) == []


def test_folder_in_use_is_refused_unless_told(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(GenerationError, match="is not empty"):
        generate(tmp_path, 100, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    generate(tmp_path / "out", 100, 1)
    before = _bytes(tmp_path / "out")
    generate(tmp_path / "out", 100, 2, overwrite=True)
    assert _bytes(tmp_path / "out") != before


def test_file_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(GraphauthError, match="is not a folder"):
        generate(tmp_path / "out", 100, 1, overwrite=True)


def test_nothing_is_left_behind_when_it_is_interrupted(tmp_path: Path) -> None:
    def interrupt(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        generate(tmp_path / "out", 1_000, 1, interrupt)
    assert list(tmp_path.iterdir()) == []


def test_too_small_for_defects_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(GenerationError, match="too few people"):
        generate(tmp_path / "out", 500, 1, defects=True)
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_country(tmp_path: Path) -> None:
    tracemalloc.start()
    try:
        generate(tmp_path / "out", 100_000, 1)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 40_000_000
