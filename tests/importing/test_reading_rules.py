"""Every rule of reading, with what is expected written by hand (`domain.md`, "The tables")."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphauth.errors import DataRefusedError
from graphauth.importing import judge, read, read_tables, write_folder, write_rejected
from graphauth.model.dataset import DataSet, RemarkKind
from graphauth.model.schema import TABLES
from graphauth.model.vocabulary import DROPPED

PERSONNUMMER = "19121212-1212"


def folder(path: Path, **files: str | bytes) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for stem, content in files.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (path / f"{stem}.csv").write_bytes(raw)
    return path


def triples(*sources: Path) -> list[tuple[str, int | None, str | None, str]]:
    return [
        (Path(error.file).name, error.row, error.column, error.code)
        for error in judge(sources).errors
    ]


def rows(dataset: DataSet, table: str) -> list[dict[str, object]]:
    return [one.model_dump(exclude={"place"}) for one in dataset.entities(table)]


def column(dataset: DataSet, table: str, name: str) -> list[object]:
    return [getattr(one, name) for one in dataset.entities(table)]


def everything(dataset: DataSet) -> dict[str, list[dict[str, object]]]:
    return {schema.name: rows(dataset, schema.name) for schema in TABLES}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", [("units.csv", None, None, "no-header")]),
        (b"\xef\xbb\xbf", [("units.csv", None, None, "no-header")]),
        (b",,\nU,V,W\n", [("units.csv", None, None, "no-header")]),
        (b"unit_id\0,name,vo_id\n", [("units.csv", None, None, "nul-character")]),
        (
            b"unit_id,name,vo_id\nU\x81,N,V",
            [("units.csv", None, None, "unknown-encoding")],
        ),
        (
            b'unit_id,name,vo_id\nU,N,V\nU,"N,V\n',
            [("units.csv", 3, None, "broken-quoting")],
        ),
        (b'unit_id,name,vo_id\nU,"N"x,V\n', [("units.csv", 2, None, "broken-quoting")]),
        (b"unit_id,name\nU,N\n", [("units.csv", 1, "vo_id", "missing-column")]),
        (b"unit_id,name,vo_id,vo\n", [("units.csv", 1, "vo_id", "two-columns")]),
        (b"unit_id,name,vo_id\nU,,V\n", [("units.csv", 2, "name", "missing-cell")]),
        (b"unit_id,name,vo_id\nU,N\n", [("units.csv", 2, "vo_id", "missing-cell")]),
        (b"unit_id,name,vo_id\nU,N,V,x\n", [("units.csv", 2, None, "too-many-cells")]),
        (b"unit_id,name,vo_id\nU,N,V, ,\n", []),
        (b"unit_id,name,vo_id\n\n , ,\nU,N,V\n", []),
        (
            b'unit_id,name,vo_id,valid_from\nU,"a\r\nb\nc",V,\nU,N,V,x\n',
            [("units.csv", 5, "valid_from", "unparsable-day")],
        ),
        (
            b"unit_id,name,vo_id,valid_from,valid_to\nU,N,V,2026-02-01,20260131\n",
            [("units.csv", 2, "valid_from", "period-reversed")],
        ),
        (
            b"unit_id,name,vo_id,valid_to\nU,N,V,2026-2-1\nU,,V,2026-02-30\n",
            [
                ("units.csv", 2, "valid_to", "unparsable-day"),
                ("units.csv", 3, "name", "missing-cell"),
                ("units.csv", 3, "valid_to", "unparsable-day"),
            ],
        ),
        (
            f"unit_id,name,vo_id\nU,N,{PERSONNUMMER}\n".encode(),
            [("units.csv", 2, "vo_id", "personnummer")],
        ),
    ],
)
def test_what_is_an_error_and_where(tmp_path: Path, content: bytes, expected: list[object]) -> None:
    assert triples(folder(tmp_path, units=content)) == expected


def test_a_source_that_is_not_there_and_one_without_tables(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    assert [code for *_, code in triples(tmp_path / "nowhere", tmp_path)] == [
        "source-missing",
        "no-table",
    ]


def test_headers_in_two_languages_any_case_and_spelling(tmp_path: Path) -> None:
    content = "Från-och med\tUNIT ID\tnamn\tVO\n2026-01-02\tU\t=1+1\tV\n"
    (unit,) = rows(read([folder(tmp_path, ENHETER=content)]), "units")
    assert (unit["unit_id"], unit["name"], unit["vo_id"]) == ("U", "=1+1", "V")
    assert str(unit["valid_from"]) == "2026-01-02"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content = "unit_id;name;vo_id\nU;Hälsö;V\n".encode(encoding)
    assert column(read([folder(tmp_path, units=content)]), "units", "name") == ["Hälsö"]


def test_separator_is_decided_outside_quotes_on_the_header(tmp_path: Path) -> None:
    content = '"unit_id";name;vo_id;",,,,"\nU;"a,b";V;\n'
    assert column(read([folder(tmp_path, units=content)]), "units", "name") == ["a,b"]


def test_two_files_of_one_table_in_byte_order(tmp_path: Path) -> None:
    dataset = read(
        [
            folder(
                tmp_path,
                enheter="enhet,namn,vo\nU1,N,V\n",
                Units="unit_id,name,vo_id\nU2,N,V\n",
            )
        ]
    )
    assert column(dataset, "units", "unit_id") == ["U2", "U1"]


def test_booleans_choices_and_lists() -> None:
    dataset = read_tables(
        {
            "systems": [
                {
                    "system_id": "a",
                    "name": "A",
                    "requires_role": "JA",
                    "purposes": " x ||y ",
                },
                {
                    "system_id": "b",
                    "name": "B",
                    "requires_role": "Falskt",
                    "purposes": " | ",
                },
            ],
            "providers": [
                {"provider_id": "p", "name": "P", "sector": "Offentlig"},
                {"provider_id": "q", "name": "Q", "sector": "ideell"},
            ],
        }
    )
    assert column(dataset, "systems", "requires_role") == [True, False]
    assert column(dataset, "systems", "purposes") == [("x", "y"), ()]
    assert column(dataset, "providers", "sector") == ["public", "ideell"]
    (remark,) = dataset.remarks
    assert (remark.kind, remark.subject) == (RemarkKind.UNKNOWN_CHOICE, "q")


def test_open_ends() -> None:
    unit = {"unit_id": "U", "name": "N", "vo_id": "V"}
    dataset = read_tables({"units": [{**unit, "valid_to": "9999-12-31"}]})
    assert column(dataset, "units", "valid_to") == [None]


def test_clinic24_stands_alone_where_systems_has_no_rows(tmp_path: Path) -> None:
    dataset = read([folder(tmp_path, systems="system_id,name\n,\n")])
    assert column(dataset, "systems", "system_id") == ["clinic24"]


def test_in_one_source_the_first_row_counts_and_others_are_remarked() -> None:
    dataset = read_tables(
        {"yrken": [{"yrke": "L", "namn": n} for n in ("Läkare", "Läkare", "Doktor")]}
    )
    assert column(dataset, "professions", "name") == ["Läkare"]
    assert [(one.kind, one.place.row) for one in dataset.remarks] == [
        (RemarkKind.REPEATED_ROW, 3),
        (RemarkKind.DIFFERING_ROW, 4),
    ]


def test_differing_rows_of_an_assignment_are_an_error_lists_compare_as_sets() -> None:
    first = {"uppdrag": "A", "vo": "V", "enheter": "u|v"}
    same = {**first, "enheter": " v | u"}
    assert len(read_tables({"assignments": [first, same]})["assignments"]) == 1
    with pytest.raises(DataRefusedError) as refused:
        read_tables({"assignments": [first, {**first, "enheter": "u"}]})
    assert [(one.row, one.code) for one in refused.value.errors] == [(3, "differing-rows")]


def test_sources_merge_cell_by_cell(tmp_path: Path) -> None:
    one = folder(tmp_path / "1", systems="system_id,name,requires_role\na,,\nb,B,no\n")
    two = folder(tmp_path / "2", systems="system_id,name,requires_role\na,A,yes\nb,,\n")
    dataset = read([one, two])
    assert column(dataset, "systems", "name") == ["A", "B"]
    assert column(dataset, "systems", "requires_role") == [True, False]


def test_sources_that_contradict_each_other(tmp_path: Path) -> None:
    one = folder(tmp_path / "1", systems="system_id,requires_role\na,no\n")
    two = folder(tmp_path / "2", systems="system_id,requires_role\na,yes\n")
    errors = judge([one, two]).errors
    assert [(one.row, one.column, one.code) for one in errors] == [
        (2, "name", "missing-cell"),
        (2, "requires_role", "conflicting-values"),
    ]
    assert f"{one / 'systems.csv'}:2" in str(errors[1])


def test_a_personnummer_is_dropped_counted_and_never_echoed(tmp_path: Path) -> None:
    source = folder(
        tmp_path / PERSONNUMMER,
        assignments=f"assignment_id,vo_id,name,unit_ids,systems\nA,V,{PERSONNUMMER},"
        f"{PERSONNUMMER},s | {PERSONNUMMER}\n",
        units=f"unit_id,name,vo_id,{PERSONNUMMER}\nU,N,V,{PERSONNUMMER}\n",
    )
    dataset = read([source])
    (assignment,) = rows(dataset, "assignments")
    assert assignment["name"] == ""
    assert assignment["unit_ids"] == (DROPPED,)
    assert assignment["systems"] == ("s",)
    dropped = [r for r in dataset.remarks if r.kind is RemarkKind.PERSONNUMMER_DROPPED]
    assert sum(one.count for one in dropped) == 4
    said = repr((dataset.files, dataset.remarks, dataset.vocabulary.texts))
    assert PERSONNUMMER not in said


def test_names_of_the_protected_are_in_no_row_of_any_source(tmp_path: Path) -> None:
    header = "employee_id,given_name,family_name,protected\n"
    one = folder(tmp_path / "1", employees=header + "E,Hemlig,Delad,\nF,Fri,Delad,\n")
    two = folder(tmp_path / "2", employees=header + "E,Dold,,ja\n")
    dataset = read([one, two])
    assert column(dataset, "employees", "given_name") == ["", "Fri", ""]
    assert column(dataset, "employees", "family_name") == ["", "Delad", ""]
    assert dataset.vocabulary.find("Hemlig") is None
    assert dataset.vocabulary.find("Dold") is None
    counts = [one.count for one in dataset.remarks]
    assert counts == [1, 1]


def test_errors_of_the_protected_withhold_what_the_cell_says(tmp_path: Path) -> None:
    source = folder(
        tmp_path,
        employees="employee_id,given_name,valid_from,protected\n"
        "E,Hemlig,Hemlig,ja\nF,Dold,,Dold\nG,Nils,,kanske\nH,Eva,Berg,\n",
    )
    reading = judge([source])
    told = repr(reading.errors) + repr(reading.rejected)
    assert "Hemlig" not in told
    assert "Dold" not in told
    assert "kanske" in told
    assert "Berg" in told


def test_skipping_leaves_an_assignment_out_whole(tmp_path: Path) -> None:
    source = folder(
        tmp_path,
        assignments="assignment_id,vo_id,unit_ids\nA,V,\nA,V,u\nB,V,\nB,,\nC,V,\n",
        units="unit_id,name,vo_id,valid_to\nU,N,V,x\nU,N,V,\n",
    )
    dataset = read([source], skip_invalid=True)
    assert column(dataset, "assignments", "assignment_id") == ["C"]
    assert len(dataset["units"]) == 1
    assert dataset.skipped == 5


def test_skipping_every_system_does_not_bring_clinic24_in(tmp_path: Path) -> None:
    source = folder(tmp_path, systems="system_id,name,requires_role\na,A,perhaps\n")
    assert len(read([source], skip_invalid=True)["systems"]) == 0


def test_an_unreadable_file_is_refused_even_when_skipping(tmp_path: Path) -> None:
    with pytest.raises(DataRefusedError):
        read([folder(tmp_path, units=b"\0")], skip_invalid=True)


def test_rejected_rows_can_be_mended_and_read_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "a", units='enhet;namn;vo;till och med\nU;"a;b\n";V;x\n')
    (path,) = write_rejected(judge([source]).rejected, tmp_path / "b")
    path.write_text(path.read_text().replace(",x\n", ",2026-01-01\n"))
    (unit,) = rows(read([tmp_path / "b"]), "units")
    assert (unit["name"], str(unit["valid_to"])) == ("a;b", "2026-01-01")


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_round_trip_loses_nothing(tmp_path: Path, language: str) -> None:
    dataset = read_tables(
        {
            "providers": [{"provider_id": "p", "name": "=1+1", "sector": "privat"}],
            "assignments": [
                {
                    "assignment_id": "A",
                    "vo_id": "V",
                    "unit_ids": PERSONNUMMER,
                    "systems": "x|y",
                }
            ],
            "units": [
                {
                    "unit_id": "U",
                    "name": 'a\r\n"b",;c\rd',
                    "vo_id": "V",
                    "valid_from": "9999-12-31",
                }
            ],
            "employees": [{"employee_id": "E", "given_name": "Åsa", "protected": "nej"}],
        }
    )
    write_folder(dataset, tmp_path, language)  # type: ignore[arg-type]
    assert everything(read([tmp_path])) == everything(dataset)
    first = next(tmp_path.iterdir()).read_bytes()
    assert first.startswith(b"\xef\xbb\xbf") == (language == "sv")


def test_an_hsa_id_is_exempt_as_a_list_item_but_not_inside_a_text() -> None:
    exempt = "SE2321000198-1212121212"
    listed = f"{exempt}|x"
    dataset = read_tables(
        {
            "assignments": [{"assignment_id": "A", "vo_id": "V", "unit_ids": listed}],
            "assignment_members": [{"assignment_id": "A", "employee_id": "E"}],
            "role_grants": [{"employee_id": "E", "role_id": "R", "granted_by": listed}],
        }
    )
    assert column(dataset, "assignments", "unit_ids") == [(exempt, "x")]
    assert column(dataset, "role_grants", "granted_by") == [""]


def test_sources_that_contradict_each_other_lose_the_assignment_when_skipping(
    tmp_path: Path,
) -> None:
    one = folder(tmp_path / "1", assignments="assignment_id,vo_id\nA,V\nB,V\n")
    two = folder(tmp_path / "2", assignments="assignment_id,vo_id\nA,W\nC,V\n")
    dataset = read([one, two], skip_invalid=True)
    assert column(dataset, "assignments", "assignment_id") == ["B", "C"]
    assert dataset.skipped == 2
