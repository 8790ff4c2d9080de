"""Real material that nobody here wrote, linted; `GRAPHAUTH_REAL` names its folder."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphauth.access import open_access

if TYPE_CHECKING:
    from graphauth.questions.lint import Report

DAY = "2026-11-23"


@pytest.fixture(scope="module")
def report() -> Report:
    named = os.environ.get("GRAPHAUTH_REAL")
    if not named:
        pytest.skip("GRAPHAUTH_REAL is not set: real material is not read")
    return open_access(Path(named) / "fakehsa").lint(at=DAY, profile="test-data")


@pytest.mark.parametrize(
    ("rule", "count", "folder"),
    [
        ("assignment-points-at-a-missing-or-ended-vo-or-unit", 4, "persons"),
        ("assignment-purpose-missing-or-unknown", 29, "persons"),
        ("commission-to-a-sub-unit", 1, "persons"),
        ("one-id-with-differing-rows two_people", 1, "persons"),
        ("unit-in-two-vos-at-once", 1, "careproviders"),
    ],
)
def test_what_is_wrong_is_found_with_file_and_place(
    report: Report, rule: str, count: int, folder: str
) -> None:
    found = [one for one in report.findings if rule in (one.name, f"{one.name} {one.kind}")]
    assert len(found) == count
    for finding in found:
        assert {Path(place.file).parent.name for place in finding.places} == {folder}
        assert all(place.row >= 1 for place in finding.places)


def test_nothing_is_told_twice_and_nothing_else_is_found(report: Report) -> None:
    told = ("identity", "assignments")
    found = Counter(one.rule for one in report.findings if one.category in told)
    assert found == {"GA105": 1, "GA201": 4, "GA204": 29, "GA209": 1}


def test_the_profile_for_test_data_is_silent_about_the_form_of_ids(report: Report) -> None:
    assert {one.rule for one in report.findings} & {"GA101", "GA102", "GA406"} == set()
