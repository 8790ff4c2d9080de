"""What is hidden, by whom and until when: suppressions, which are judged themselves; baselines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.lint.conftest import found
from tests.lint.region import FOUND, TABLES, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lint.conftest import Lint

SUPPRESS = """\
[lint]
fail-on = "info"

[[lint.suppress]]
rule = "{rule}"
ids = {ids}
{rest}
"""
WHOLE = 'reason = "new manager in February"\nuntil = 2027-02-28'


def suppress(folder: Path, rule: str, ids: str, rest: str = WHOLE) -> None:
    text = SUPPRESS.format(rule=rule, ids=ids, rest=rest)
    (folder / "graphauth.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("rule", "ids"),
    [
        ("GA604", '["K1"]'),
        ("unit-without-a-manager", "[]"),
        ("governance", '"K1"'),
    ],
)
def test_a_suppressed_finding_is_not_shown(lint: Lint, tmp_path: Path, rule: str, ids: str) -> None:
    suppress(tmp_path, rule, ids)
    ran = lint("-f", "json")
    assert found(ran) == FOUND - {("GA604", "K1")}
    assert json.loads(ran.out)["suppressed"] == 1


def test_it_must_name_all_that_it_says(lint: Lint, tmp_path: Path) -> None:
    suppress(tmp_path, "GA501", '["K1", "ssk"]')
    assert ("GA501", "K1|lak") in found(lint("-f", "json"))
    suppress(tmp_path, "GA501", '["lak", "K1"]')
    assert ("GA501", "K1|lak") not in found(lint("-f", "json"))


@pytest.mark.parametrize(
    ("rest", "code", "said"),
    [
        ("until = 2027-02-28", "GA001", "the suppression of GA604 `K1` has no reason"),
        ('reason = " "\nuntil = 2027-02-28', "GA001", "has no reason, and suppresses nothing"),
        ('reason = "new manager"', "GA001", "has no end, and suppresses nothing"),
        ('reason = "new manager"\nuntil = 2026-11-22', "GA002", "expired on 2026-11-22"),
    ],
)
def test_a_suppression_that_is_not_sound_hides_nothing_and_is_a_finding(
    lint: Lint, tmp_path: Path, rest: str, code: str, said: str
) -> None:
    suppress(tmp_path, "GA604", '["K1"]', rest)
    held = json.loads(lint("-f", "json").out)
    about = [one for one in held["findings"] if one["rule"] == code]
    assert len(held["findings"]) == len(FOUND) + 1
    assert said in about[0]["message"]
    assert about[0]["places"] == [{"file": str(tmp_path / "graphauth.toml"), "row": 4}]


def test_it_holds_through_its_last_day(lint: Lint, tmp_path: Path) -> None:
    suppress(tmp_path, "GA604", '["K1"]', 'reason = "new manager"\nuntil = 2026-11-23')
    assert found(lint("-f", "json")) == FOUND - {("GA604", "K1")}


def test_one_that_matches_nothing_is_a_finding(lint: Lint, tmp_path: Path) -> None:
    suppress(tmp_path, "GA604", '["K9"]')
    table = lint().out
    assert "SUPPRESSIONS\nGA003 Suppression that matches nothing (warning)\n" in table
    assert "nothing is found that the suppression of GA604 `K9` means" in table


def test_what_suppressions_are_judged_by_is_ignored_like_rules(lint: Lint, tmp_path: Path) -> None:
    suppress(tmp_path, "GA604", '["K9"]')
    assert found(lint("--ignore", "suppressions", "-f", "json")) == FOUND


@pytest.mark.parametrize("narrowed", [("--vo", "orto"), ("--ignore", "GA604")])
def test_whether_it_matches_is_judged_only_where_its_rule_was_asked_in_full(
    lint: Lint, tmp_path: Path, narrowed: tuple[str, ...]
) -> None:
    suppress(tmp_path, "GA604", '["K9"]')
    assert "GA003" not in {rule for rule, _ in found(lint(*narrowed, "-f", "json"))}


def test_a_baseline_accepts_todays_findings_and_fails_on_new_ones(
    lint: Lint, tmp_path: Path
) -> None:
    written = lint("--baseline", "base.json", "--write-baseline")
    assert (written.status, written.out, written.err) == (0, "", "findings accepted: 4\n")
    accepted = lint("--baseline", "base.json", "-f", "json")
    assert (accepted.status, found(accepted)) == (0, set())
    assert json.loads(accepted.out)["accepted"] == 4
    units = TABLES["units"] + "K2,Nya mottagningen,kard,\n"
    write_region(tmp_path / "region", {"units": units.replace("K1,", "K1,Nytt namn: ", 1)})
    later = lint("--baseline", "base.json", "-f", "json")
    assert (later.status, found(later)) == (1, {("GA604", "K2")})


def test_what_a_baseline_accepts_and_is_found_no_more_is_told(lint: Lint, tmp_path: Path) -> None:
    lint("--baseline", "base.json", "--write-baseline")
    write_region(tmp_path / "region", {"units": TABLES["units"].replace("kard,\n", "kard,chef\n")})
    ran = lint("--baseline", "base.json", "-f", "json")
    assert json.loads(ran.out)["gone"] == 1
    assert ran.err == "1 findings of the baseline are found no more: write it anew\n"
    assert lint("--baseline", "base.json", rules="GA203").err == ""


def test_a_baseline_stands_in_the_configuration_beside_it(
    lint: Lint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "graphauth.toml").write_text('[lint]\nbaseline = "base.json"\n')
    lint("--write-baseline")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "region").symlink_to(tmp_path / "region")
    monkeypatch.chdir(tmp_path / "inner")
    assert found(lint("-f", "json")) == set()


def test_a_baseline_names_ids_alone_a_line_each(lint: Lint, tmp_path: Path) -> None:
    lint("--baseline", "base.json", "--write-baseline", rules="GA501")
    lines = (tmp_path / "base.json").read_text().splitlines()
    assert lines[0] == '{"version": 1, "findings": ['
    assert json.loads(lines[1]) == {
        "fingerprint": json.loads(lint("-f", "json", rules="GA501").out)["findings"][0][
            "fingerprint"
        ],
        "rule": "GA501",
        "kind": "",
        "nodes": ["Unit:K1", "Role:lak"],
    }


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": 2, "findings": []}', "\x00"])
def test_what_is_no_baseline_is_refused(lint: Lint, tmp_path: Path, text: str) -> None:
    (tmp_path / "base.json").write_text(text)
    ran = lint("--baseline", "base.json")
    assert (ran.status, ran.err) == (
        2,
        "`base.json` is no baseline: write one with --write-baseline\n",
    )
