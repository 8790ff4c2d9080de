"""Linting the small region as a person does, in a folder without a configuration."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.cli.conftest import run
from tests.lint.region import DAY, RULES, write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Ran, Run

__all__ = ["Lint", "found", "lint", "run"]


class Lint(Protocol):
    def __call__(self, *arguments: object, rules: str | None = ...) -> Ran: ...


@pytest.fixture
def lint(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lint:
    """Run lint over the small region, asking the rules that it is about; tmp_path is the folder."""
    write_region(tmp_path / "region")
    monkeypatch.chdir(tmp_path)

    def ask(*arguments: object, rules: str | None = ",".join(RULES[1:])) -> Ran:
        select = () if rules is None else ("--select", rules)
        return run("-d", "region", "--at", DAY, "--lang", "en", "lint", *select, *arguments)

    return ask


def found(ran: Ran) -> set[tuple[str, str]]:
    """Return the rule and the ids of each finding that was written as JSON."""
    held: dict[str, Any] = json.loads(ran.out)
    return {
        (one["rule"], "|".join(node["id"] for node in one["nodes"])) for one in held["findings"]
    }
