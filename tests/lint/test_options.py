"""What is asked: rules, severities, one's own, days ahead, limits; and how lint exits."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.lint.conftest import found
from tests.lint.region import FOUND, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lint.conftest import Lint


def test_every_finding_is_found_and_exits_1(lint: Lint) -> None:
    ran = lint("-f", "json")
    assert (ran.status, found(ran), ran.err) == (1, FOUND, "")


def test_a_sound_region_exits_0(lint: Lint, tmp_path: Path) -> None:
    write_region(tmp_path / "region", {"units": "unit_id,name,vo_id,manager_id\nK1,M,kard,chef\n"})
    assert lint("--select", "GA604", rules=None).status == 0


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (("GA604",), {"GA604"}),
        (("ga6",), {"GA604"}),
        (("governance,tickets",), {"GA604", "GA402"}),
        (("unit-without-a-manager",), {"GA604"}),
        (("GA501", "--select", "GA604"), {"GA501", "GA604"}),
    ],
)
def test_rules_are_selected_by_word(lint: Lint, words: tuple[str, ...], rules: set[str]) -> None:
    ran = lint("--select", *words, "-f", "json", rules=None)
    assert {rule for rule, _ in found(ran) if (rule, _) in FOUND} == rules
    asked = {one["rule"] for one in json.loads(ran.out)["rules"]}
    assert rules <= asked


def test_what_is_ignored_is_not_asked_though_selected(lint: Lint) -> None:
    ran = lint("--ignore", "staffing,GA2", "-f", "json")
    assert found(ran) == {("GA402", "anna"), ("GA604", "K1")}


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (("--select", "GA999"), "no rule `GA999`"),
        (("--select", "GA60X"), "did you mean"),
        (("--ignore", "governence"), "no rule `governence`; did you mean `governance`?"),
        (("--explain", "unit-without-a-manger"), "did you mean `unit-without-a-manager`?"),
        (("--set", "GA604=3"), "`GA604=3` sets nothing: write it like GA206.days=400"),
        (("--set", "GA604.days=3"), "GA604 has no setting `days`"),
        (("--write-baseline",), "--write-baseline needs a file"),
        (("--baseline", "none.json"), "no baseline `none.json`: write one with --write-baseline"),
        (("-f", "sarrif"), "sarrif"),
    ],
)
def test_what_means_nothing_exits_2(lint: Lint, option: tuple[str, ...], told: str) -> None:
    ran = lint(*option)
    assert ran.status == 2
    assert told in ran.err


@pytest.mark.parametrize(
    ("severity", "rules"),
    [
        ("error", {"GA501"}),
        ("warning", {"GA501", "GA402", "GA604"}),
        ("info", {"GA501", "GA402", "GA604", "GA203"}),
    ],
)
def test_findings_are_shown_from_a_severity_on(lint: Lint, severity: str, rules: set[str]) -> None:
    assert {rule for rule, _ in found(lint("--severity", severity, "-f", "json"))} == rules


@pytest.mark.parametrize(
    ("rules", "fail_on", "status"),
    [
        ("GA203", "info", 1),
        ("GA203", "warning", 0),
        ("GA604", "warning", 1),
        ("GA604", "error", 0),
        ("GA501", "error", 1),
    ],
)
def test_lint_fails_from_a_severity_on(lint: Lint, rules: str, fail_on: str, status: int) -> None:
    ran = lint("--fail-on", fail_on, "-f", "json", rules=rules)
    assert ran.status == status
    assert found(ran) != set()


def test_exit_zero_is_for_those_who_want_it(lint: Lint) -> None:
    assert lint("--exit-zero").status == 0


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (("--vo", "kard"), {("GA402", "anna"), ("GA501", "K1|lak"), ("GA604", "K1")}),
        (("--vo", "orto"), {("GA203", "A2")}),
        (("--unit", "K1"), {("GA501", "K1|lak"), ("GA604", "K1")}),
        (("--unit", "O1"), {("GA203", "A2")}),
        (("--vo", "orto", "--unit", "K1"), {("GA203", "A2"), ("GA501", "K1|lak"), ("GA604", "K1")}),
    ],
)
def test_ones_own_is_what_belongs_to_a_vo_or_a_unit(
    lint: Lint, own: tuple[str, ...], expected: set[tuple[str, str]]
) -> None:
    assert found(lint(*own, "-f", "json")) == expected


def test_a_vo_that_is_not_declared_exits_3(lint: Lint) -> None:
    ran = lint("--vo", "card")
    assert ran.status == 3
    assert "did you mean `kard`?" in ran.err


@pytest.mark.parametrize(("within", "coming"), [("8", {}), ("9", {"K1|ssk", "O1|ssk"})])
def test_what_becomes_a_finding_says_from_when(lint: Lint, within: str, coming: set[str]) -> None:
    """The only grant of ssk ends on 1 December; so does anna's having a role, which is no finding."""
    held = json.loads(lint("--within", within, "-f", "json").out)
    later = {
        "|".join(node["id"] for node in one["nodes"]): one["starts"]
        for one in held["findings"]
        if one["starts"]
    }
    assert later == dict.fromkeys(coming, "2026-12-02")
    assert len(held["findings"]) == len(FOUND) + len(coming)


def test_a_table_says_from_when(lint: Lint) -> None:
    table = lint("--within", "9", rules="GA501").out
    assert "  - from 2026-12-02: nobody holds role `ssk`, which unit `K1` offers  [" in table


def test_the_profile_for_test_data_leaves_out_the_form_of_ids(lint: Lint) -> None:
    assert lint("--exit-zero", "-f", "json", rules="GA101").out.count('"rule": "GA101"') > 1
    held = json.loads(lint("--profile", "test-data", "-f", "json", rules="GA101").out)
    assert (held["rules"], held["findings"]) == ([], [])


@pytest.mark.parametrize(("days", "expected"), [("8", set()), ("9", {"K1|ssk", "O1|ssk"})])
def test_a_limit_is_set_by_an_option_or_by_the_table(
    lint: Lint, tmp_path: Path, days: str, expected: set[str]
) -> None:
    """The only grant of ssk ends on 1 December: nobody holds it from the ninth day on."""
    by_option = lint("--set", f"GA505.days={days}", "-f", "json", rules="GA505")
    assert {ids for _, ids in found(by_option)} == expected
    (tmp_path / "graphauth.toml").write_text(f"[lint.settings.GA505]\ndays = {days}\n")
    assert found(lint("-f", "json", rules="GA505")) == found(by_option)
    (tmp_path / "graphauth.toml").write_text("[lint.settings]\nGA505 = { days = 100 }\n")
    again = lint("--set", f"GA505.days={days}", "-f", "json", rules="GA505")
    assert found(again) == found(by_option)


def test_rules_are_listed_and_explained_without_data(lint: Lint) -> None:
    listed = lint("--list", "-f", "csv", rules="GA604,GA501").out.splitlines()
    assert listed[0] == "rule,name,category,severity,fixer,title"
    assert listed[1].startswith("GA501,unit-role-unstaffed,staffing,error,nearest-manager,")
    assert len(listed) == 3
    told = lint("--explain", "GA604").out
    assert "unit `‹unit›` has no manager" in told
    assert "Why it matters" in told
    assert "head of the VO" in told


def test_suppressions_are_explained_too(lint: Lint) -> None:
    assert "Suppression expired" in lint("--explain", "GA002").out


def test_rows_that_were_left_out_exit_5(lint: Lint, tmp_path: Path) -> None:
    write_region(tmp_path / "region", {"units": "unit_id,name,vo_id\nK1,M,kard\nK2,,kard\n"})
    ran = lint("--skip-invalid", "-f", "json")
    assert ran.status == 5
    assert json.loads(ran.out)["complete"] is False
