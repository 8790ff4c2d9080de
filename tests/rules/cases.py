"""The fixtures of rules: a broken and a clean data set each, and by hand what must be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from graphauth.access import engine_over
from graphauth.importing import read
from graphauth.importing.readers.hsa_test_data import is_hsa_test_data
from graphauth.rules.asking import check
from graphauth.rules.facts import Facts

if TYPE_CHECKING:
    from graphauth.engines.base import Engine
    from graphauth.model.answer import Node
    from graphauth.model.dataset import DataSet
    from graphauth.rules.base import Rule
    from graphauth.rules.finding import Finding

HOME: Final = Path(__file__).parent.parent.parent / "fixtures" / "rules"
FIELDS: Final = {"day", "system", "settings", "findings", "population"}
Key = tuple[str, ...]


@dataclass(frozen=True)
class Expected:
    """One finding, as a person wrote it down."""

    kind: str
    nodes: tuple[str, ...]
    places: tuple[str, ...]
    en: str
    sv: str
    path: tuple[str, ...]

    @property
    def key(self) -> Key:
        return (self.kind, *self.nodes)


@dataclass(frozen=True)
class Case:
    """The fixture of one rule."""

    rule: type[Rule]
    day: date
    system: str
    settings: dict[str, int]
    findings: tuple[Expected, ...]
    population: int | None

    @property
    def home(self) -> Path:
        return HOME / self.rule.code

    def found(self, variant: str, engine: str = "compiled") -> tuple[Finding, ...]:
        """Return what the rule finds in the broken or the clean data set."""
        return findings(self.rule(self.settings), engine_over(self.dataset(variant), engine), self)

    def counted(self, variant: str) -> int:
        """Return how many things the rule looked at."""
        dataset = self.dataset(variant)
        facts = Facts(engine_over(dataset, "compiled"), dataset, self.day.toordinal(), self.system)
        return self.rule(self.settings).population(facts)

    def dataset(self, variant: str) -> DataSet:
        """Return the broken or the clean data set; folders in it are sources, if it is none itself."""
        home = self.home / variant
        inside = sorted(home.iterdir())
        is_source = is_hsa_test_data(home) or not all(path.is_dir() for path in inside)
        return read([home] if is_source else inside)


def findings(rule: Rule, engine: Engine, case: Case) -> tuple[Finding, ...]:
    dataset: DataSet = engine.dataset  # type: ignore[attr-defined]
    return check(rule, Facts(engine, dataset, case.day.toordinal(), case.system)).findings


@cache
def case_of(rule: type[Rule]) -> Case:
    """Return the fixture of a rule."""
    text = (HOME / rule.code / "expected.yaml").read_text(encoding="utf-8")
    given: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)
    assert set(given) <= FIELDS, f"{rule.code}: {set(given) - FIELDS}"
    return Case(
        rule,
        date.fromisoformat(given["day"]),
        given.get("system", "clinic24"),
        {name: int(value) for name, value in given.get("settings", {}).items()},
        tuple(_expected(one) for one in given["findings"]),
        int(given["population"]) if "population" in given else None,
    )


def _expected(given: dict[str, Any]) -> Expected:
    return Expected(
        given.get("kind", ""),
        tuple(given["nodes"]),
        tuple(given["places"]),
        given["en"],
        given["sv"],
        tuple(given.get("path", ())),
    )


def path_of(finding: Finding) -> tuple[str, ...]:
    """Return what witnesses a finding as fixtures write it: ``Unit:U1 MANAGED_BY Employee:eva``."""
    return tuple(
        f"{_named(fact.start)} {fact.rel.value} {_named(fact.end)}"
        if fact.rel and fact.end
        else _named(fact.start)
        for fact in finding.path
    )


def _named(node: Node) -> str:
    return f"{node.label.value}:{node.id}"


def key_of(finding: Finding) -> Key:
    """Return a finding's key as fixtures and oracles write it: kind, then ``Label:id`` each."""
    return (finding.kind, *map(_named, finding.nodes))
