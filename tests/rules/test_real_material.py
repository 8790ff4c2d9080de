"""The national test data for HSA, read and linted: only counts and forms stand here, none of its facts."""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphauth.access import open_access

if TYPE_CHECKING:
    from graphauth.questions.lint import Report

OVERLAY = Path(__file__).parents[2] / "fixtures" / "overlays" / "fakehsa"
NAMED = os.environ.get("GRAPHAUTH_REAL")
needs_real = pytest.mark.skipif(
    not NAMED, reason="GRAPHAUTH_REAL is not set: real material is not read"
)
KNOWN = {
    ("GA105", "two_people"): 1,
    ("GA201", "vo_missing"): 4,
    ("GA204", "commission"): 29,
    ("GA209", ""): 1,
    ("GA603", ""): 1,
}


@cache
def report() -> Report:
    return open_access([Path(NAMED or "") / "fakehsa", OVERLAY]).lint(
        at="2026-11-23", select=["GA1", "GA2", "GA603"], profile="test-data"
    )


@needs_real
def test_what_is_known_to_be_wrong_is_found_and_told_once() -> None:
    assert Counter((one.rule, one.kind) for one in report().findings) == KNOWN


@needs_real
@pytest.mark.parametrize(
    ("code", "folder", "places"),
    [
        ("GA105", "persons", 2),
        ("GA201", "persons", 4),
        ("GA204", "persons", 29),
        ("GA209", "persons", 1),
        ("GA603", "careproviders", 2),
    ],
)
def test_it_is_found_with_file_and_place(code: str, folder: str, places: int) -> None:
    found = {place for one in report().findings if one.rule == code for place in one.places}
    assert len(found) == places
    assert {Path(place.file).parent.name for place in found} == {folder}
    assert all(place.row > 0 for place in found)
