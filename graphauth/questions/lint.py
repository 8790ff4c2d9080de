"""Whether what the directories say is consistent, and if not, who can put it right how."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graphauth.i18n import Message, Text, message
from graphauth.model.answer import Answer
from graphauth.model.schema import Label
from graphauth.questions.validate import system_named
from graphauth.rules.catalogue import catalogue
from graphauth.rules.finding import Category, Finding, Severity
from graphauth.rules.run import Result, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graphauth.engines.base import Engine
    from graphauth.rules.base import Rule

_COUNTED = {
    Label.EMPLOYEE: Text(en="employees", sv="medarbetare"),
    Label.ASSIGNMENT: Text(en="assignments", sv="medarbetaruppdrag"),
    Label.VO: Text(en="VOs", sv="verksamhetsområden"),
    Label.UNIT: Text(en="units", sv="enheter"),
    Label.ROLE: Text(en="roles", sv="roller"),
    Label.SPECIALTY: Text(en="specialties", sv="specialiteter"),
    Label.PROFESSION: Text(en="professions", sv="yrken"),
    Label.CAPABILITY: Text(en="capabilities", sv="kapabiliteter"),
    Label.CATALOGUE: Text(en="catalogues", sv="rollkataloger"),
    Label.SYSTEM: Text(en="systems", sv="system"),
    Label.PROVIDER: Text(en="providers", sv="vårdgivare"),
}
_IDS = Text(en="ids", sv="id:n")


class RuleSummary(Answer):
    """How a rule came out.

    Attributes
    ----------
    found, population
        How many of how many; `population` is None where the engine doesn't count.
    counted
        What they are counted among: unit-roles, say.
    asked
        Whether the engine could ask it: rules about rows as read need the files.
    """

    rule: str
    name: str
    title: Message
    category: Category
    severity: Severity
    found: int
    population: int | None
    counted: Message
    asked: bool


class Report(Answer):
    """Every finding, in the order of the rules and then of the ids, and how each rule came out."""

    system_id: str
    day: date
    rules: tuple[RuleSummary, ...]
    findings: tuple[Finding, ...]

    def worst(self) -> Severity | None:
        """Return the severity of the worst finding; None where there is none."""
        found = (one.severity for one in self.findings)
        return max(found, key=lambda one: one.weight, default=None)


def lint(
    engine: Engine,
    system: str,
    day: int,
    rules: Sequence[Rule] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Return what the rules find on a day; None asks every rule there is.

    Raises
    ------
    UnknownIdError
        When the system is not declared.
    """
    system_named(engine, system)
    chosen = [rule() for rule in catalogue()] if rules is None else rules
    results = run(engine, chosen, day, system, progress)
    return Report(
        system_id=system,
        day=date.fromordinal(day),
        rules=tuple(map(_summary, results)),
        findings=tuple(finding for result in results for finding in result.findings),
    )


def _summary(result: Result) -> RuleSummary:
    rule = result.rule
    label = next(iter(rule.nodes.slots.values()))
    counted = rule.counted or (_IDS if label is None else _COUNTED[label])
    return RuleSummary(
        rule=rule.code,
        name=rule.name(),
        title=message(rule.title),
        category=rule.category(),
        severity=rule.severity,
        found=len(result.findings),
        population=result.population,
        counted=message(counted),
        asked=result.asked,
    )
