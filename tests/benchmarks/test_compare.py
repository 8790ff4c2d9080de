"""A difference stops everything, and is brought down to one question and the rows behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("psutil")

from benchmarks.compare import DisagreementError, compare, differences
from benchmarks.data import Questions
from benchmarks.worker import Answers
from tests.benchmarks.region import write_region

if TYPE_CHECKING:
    from pathlib import Path

_ASKED = Questions(
    [("anna", "ward", "nurse"), ("bo", "ward", "doctor")], ["anna"], [("ward", "nurse")]
)


def _answers(**changed: object) -> Answers:
    right: dict[str, object] = {
        "checks": [True, False],
        "batch": [True, False],
        "tickets": [{("ward", "nurse")}],
        "who": [{"anna"}],
        "matrix": 1,
    }
    return Answers(**{**right, **changed})  # type: ignore[arg-type]


def test_equal_answers_pass_even_where_one_has_answered_less(tmp_path: Path) -> None:
    less = _answers(checks=[True], who=[], matrix=None)
    compare({"one": _answers(), "other": less}, _ASKED, tmp_path)
    assert list(differences(_answers(), less, _ASKED)) == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"checks": [True, True]},
            "('bo', 'ward', 'doctor'): `one` says False and `other` says True",
        ),
        ({"batch": [False, False]}, "('anna', 'ward', 'nurse'): `one` says True"),
        ({"tickets": [set()]}, "('anna', 'ward', 'nurse'): `one` says True"),
        ({"who": [{"anna", "bo"}]}, "('bo', 'ward', 'nurse'): `one` says False"),
        ({"matrix": 2}, "the number of tickets: `one` says 1 and `other` says 2"),
    ],
)
def test_a_difference_names_the_smallest_question(
    tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    with pytest.raises(DisagreementError) as caught:
        compare({"one": _answers(), "other": _answers(**changed)}, _ASKED, tmp_path)
    assert said in str(caught.value)


def test_a_difference_shows_the_rows_it_rests_on(tmp_path: Path) -> None:
    folder = write_region(tmp_path)
    with pytest.raises(DisagreementError) as caught:
        compare({"one": _answers(), "other": _answers(checks=[True, True])}, _ASKED, folder)
    assert "  role_grants: bo,doctor,,2026-11-22" in str(caught.value).splitlines()
