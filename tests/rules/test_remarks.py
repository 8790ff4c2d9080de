"""Rules about what reading remarked on: one finding for each thing, and none about what isn't there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphauth.access import engine_over
from graphauth.importing import read
from graphauth.model.days import parse_day
from graphauth.rules.asking import check
from graphauth.rules.catalogue import rule_named
from graphauth.rules.facts import Facts
from graphauth.rules.finding import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from graphauth.rules.finding import Finding


def found(home: Path, code: str, files: dict[str, str]) -> tuple[Finding, ...]:
    """Return what a rule finds in a folder of these files; rows with errors are left out."""
    for name, text in files.items():
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    dataset = read([home], skip_invalid=True)
    rule = rule_named(code)
    assert rule is not None
    facts = Facts(engine_over(dataset, "compiled"), dataset, parse_day("2026-11-23"), "clinic24")
    return check(rule(), facts).findings


@pytest.mark.parametrize(
    ("code", "files", "abouts"),
    [
        (
            "GA109",
            {"capabilities.csv": "capability_id,name,namm,note\nvideo,Video,,\n"},
            ["column capabilities namm", "column capabilities note"],
        ),
        (
            "GA109",
            {"capabilities.csv": "capability_id,name\nvideo,Video\n", "a.txt": "", "b.txt": ""},
            ["file a.txt", "file b.txt"],
        ),
        (
            "GA110",
            {
                "employees.csv": "employee_id,given_name,manager_id\nanna,19121212-1212,191212121212\n",
                "capabilities.csv": "capability_id,name\nvideo,Video\n",
            },
            [
                " employees.csv employees given_name",
                " employees.csv employees manager_id",
            ],
        ),
    ],
)
def test_each_column_and_each_file_is_a_finding_of_its_own(
    tmp_path: Path, code: str, files: dict[str, str], abouts: list[str]
) -> None:
    """A baseline or a suppression of the one must not hide the other."""
    fingerprints = {one.fingerprint for one in found(tmp_path, code, files)}
    assert fingerprints == {fingerprint(code, about, ()) for about in abouts}


def test_a_word_on_a_row_that_was_left_out_is_nobodys(tmp_path: Path) -> None:
    """The row lacks its name: no VO is declared by it, whether the id is named elsewhere or not."""
    files = {
        "vos.csv": "vo_id,name,care_level\nv1,,närsjukvård\nv2,,närsjukvård\n",
        "units.csv": "unit_id,name,vo_id\ne1,Mottagning,v1\n",
    }
    assert found(tmp_path, "GA108", files) == ()


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("GA105", {"capabilities.csv": "capability_id,name\nfirst,Video\nfirst,Film\n"}),
        ("GA108", {"providers.csv": "provider_id,name,sector\nfirst,Bolaget,halvprivat\n"}),
        ("GA112", {"capabilities.csv": "capability_id,name\nfirst,Video\nfirst,Video\n"}),
    ],
)
def test_the_first_text_of_all_is_looked_at_too(
    tmp_path: Path, code: str, files: dict[str, str]
) -> None:
    assert [one.nodes[0].id for one in found(tmp_path, code, files)] == ["first"]


def test_two_people_without_an_id_share_none(tmp_path: Path) -> None:
    files = {
        "careproviders/region.json": '{"id": "SE2321000198-0", "name": "Regionen", "careUnits": []}',
        "persons/anna.json": '{"givenName": "Anna", "commissionList": []}',
        "persons/bo.json": '{"givenName": "Bo", "commissionList": []}',
    }
    assert found(tmp_path, "GA105", files) == ()
