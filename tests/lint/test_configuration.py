"""The configuration table: found, read, refused with what was meant; the options go before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.lint.conftest import found
from tests.lint.region import FOUND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lint.conftest import Lint


@pytest.mark.parametrize(
    ("file", "table"),
    [("graphauth.toml", "lint"), ("pyproject.toml", "tool.graphauth.lint")],
)
def test_a_table_says_what_options_leave_open(
    lint: Lint, tmp_path: Path, file: str, table: str
) -> None:
    (tmp_path / file).write_text(f'[{table}]\nselect = ["GA203", "GA604"]\nfail-on = "error"\n')
    ran = lint("-f", "json", rules=None)
    assert found(ran) == {("GA203", "A2"), ("GA604", "K1")}
    assert ran.status == 0
    assert lint("--fail-on", "info", rules=None).status == 1
    assert found(lint("-f", "json", rules="GA402")) == {("GA402", "anna")}


def test_the_nearest_file_counts_and_graphauths_own_goes_first(
    lint: Lint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inner" / "most").mkdir(parents=True)
    (tmp_path / "graphauth.toml").write_text('[lint]\nselect = "GA203"\n')
    (tmp_path / "inner" / "pyproject.toml").write_text('[project]\nname = "another"\n')
    monkeypatch.chdir(tmp_path / "inner" / "most")
    (tmp_path / "inner" / "most" / "region").symlink_to(tmp_path / "region")
    assert found(lint("-f", "json", rules=None)) == {("GA203", "A2")}
    (tmp_path / "inner" / "pyproject.toml").write_text('[tool.graphauth.lint]\nselect = "GA604"\n')
    assert found(lint("-f", "json", rules=None)) == {("GA604", "K1")}
    (tmp_path / "inner" / "graphauth.toml").write_text('[lint]\nselect = "GA402"\n')
    assert found(lint("-f", "json", rules=None)) == {("GA402", "anna")}


def test_another_file_is_named_or_none_is_read(lint: Lint, tmp_path: Path) -> None:
    (tmp_path / "graphauth.toml").write_text('[lint]\nignore = ["GA"]\n')
    (tmp_path / "other.toml").write_text('[lint]\nignore = ["GA203"]\n')
    assert found(lint("-f", "json")) == set()
    assert found(lint("--no-config", "-f", "json")) == FOUND
    assert found(lint("--config", "other.toml", "-f", "json")) == FOUND - {("GA203", "A2")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[lint]\nslect = []", "no key `slect` in [lint]; did you mean `select`?"),
        ("[lint]\nselect = 3", "`select` must be a list of texts"),
        ('[lint]\nselect = ["GA9"]', "no rule `GA9`"),
        ('[lint]\nfail-on = "bad"', "`fail-on` must be one of error, warning, info"),
        ('[lint]\nprofile = "mine"', "`profile` must be one of test-data"),
        ("[lint]\nbaseline = 3", "`baseline` must be a text"),
        ("[lint]\nsettings = 3", "`settings` must be a table"),
        ("[lint.settings.GA604]\ndays = -1", "`settings.GA604.days` must be a whole number"),
        ("[lint.settings.GA604]\ndays = 1", "GA604 has no setting `days`"),
        ("[lint]\nsuppress = 3", "`suppress` must be a list of tables"),
        ('[[lint.suppress]]\nrul = "GA604"', "no key `rul` in [suppress]; did you mean `rule`?"),
        ("[[lint.suppress]]\nids = []", "`suppress.rule` must be a code, a category or a name"),
        ('[[lint.suppress]]\nrule = "GA999"', "no rule `GA999`"),
        (
            '[[lint.suppress]]\nrule = "GA604"\nuntil = "soon"',
            "`suppress.until` must be a day, like 2026-11-23",
        ),
        ('[[lint.suppress]]\nrule = "GA604"\nreason = 1', "`suppress.reason` must be a text"),
        ("[lint", "can't read"),
        ("lint = 3", "`lint` must be a table"),
    ],
)
def test_what_means_nothing_exits_2_and_says_what_was_meant(
    lint: Lint, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "graphauth.toml").write_text(text)
    ran = lint()
    assert ran.status == 2
    assert told in ran.err
    assert "graphauth.toml" in ran.err or "GA" in told
