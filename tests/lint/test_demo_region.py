"""Lint finds the defects that were planted in the demo region, each where it stands, and no more."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from graphauth.access import open_access
from graphauth.rules.catalogue import catalogue
from scripts.docs import ROOT

if TYPE_CHECKING:
    from graphauth.questions.lint import Report
    from graphauth.rules.base import Rule

RULES = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
DAY: Final = "2026-11-23"
Row = tuple[str, int]


@cache
def report() -> Report:
    return open_access(ROOT / "fixtures" / "gavleborg").lint(at=DAY)


@cache
def defects() -> list[dict[str, Any]]:
    text = (ROOT / "fixtures" / "gavleborg.defects.yaml").read_text(encoding="utf-8")
    planted: list[dict[str, Any]] = yaml.safe_load(text)["defects"]
    return planted


def planted(rule: type[Rule]) -> list[set[Row]]:
    """Return the rows of each defect that a rule is to find."""
    return [
        {(row["table"], row["line"]) for row in one["at"]}
        for one in defects()
        if rule.name() in (one["name"], *one.get("also", []))
    ]


def found(rule: type[Rule]) -> dict[str, set[Row]]:
    """Return the rows of each finding of a rule."""
    return {
        str(one.message): {(Path(place.file).stem, place.row) for place in one.places}
        for one in report().findings
        if one.rule == rule.code
    }


@RULES
def test_every_defect_is_found_where_it_was_planted(rule: type[Rule]) -> None:
    findings = found(rule).values()
    assert [rows for rows in planted(rule) if not any(rows & one for one in findings)] == []


@RULES
def test_nothing_else_is_found(rule: type[Rule]) -> None:
    known = planted(rule)
    assert [
        said for said, rows in found(rule).items() if not any(rows & one for one in known)
    ] == []


def test_every_defect_has_its_rule() -> None:
    named = {name for one in defects() for name in (one["name"], *one.get("also", []))}
    assert named <= {rule.name() for rule in catalogue()}
