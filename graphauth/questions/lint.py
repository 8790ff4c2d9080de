"""Whether what the directories say is consistent, and if not, who can put it right how."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from graphauth.errors import UsageError
from graphauth.i18n import Message, Text, message
from graphauth.model.answer import Answer
from graphauth.model.question import Filters
from graphauth.model.schema import Label
from graphauth.questions.held import held
from graphauth.questions.lint_scope import is_within, scope_of
from graphauth.questions.validate import require_filters, system_named
from graphauth.rules.asking import Result, Source
from graphauth.rules.catalogue import catalogue
from graphauth.rules.finding import Category, Finding, Severity
from graphauth.rules.run import foresee, run
from graphauth.rules.suppressions import Suppression, judged, without_suppressed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

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
        How many of how many, those that are suppressed, accepted or not severe enough to be shown
        included; `population` is None where the engine doesn't count, or findings are narrowed.
    why
        Why it matters.
    counted
        What they are counted among: unit-roles, say.
    asked
        Whether the engine could ask it: rules about rows as read need the files.
    """

    rule: str
    name: str
    title: Message
    why: Message
    category: Category
    severity: Severity
    found: int
    population: int | None
    counted: Message
    asked: bool


class Report(Answer):
    """Every finding, in the order of the rules and then of the ids, and how each rule came out.

    Attributes
    ----------
    within
        So many days were looked ahead; a finding that comes with them has `starts`.
    suppressed, accepted
        How many findings suppressions hide, and how many the baseline accepts.
    gone
        How many findings the baseline accepts that are found no more.
    """

    system_id: str
    day: date
    within: int
    suppressed: int
    accepted: int
    gone: int
    rules: tuple[RuleSummary, ...]
    findings: tuple[Finding, ...]

    def fails(self, at: Severity) -> bool:
        """Whether there is a finding of this severity or a worse one."""
        return any(one.severity.weight >= at.weight for one in self.findings)


@dataclass(frozen=True)
class Asked:
    """What is asked of `lint`, the day and the system aside.

    Attributes
    ----------
    rules
        None asks every rule, with its own limits.
    within
        So many days are looked ahead.
    vos, units
        Only findings about these and what belongs to them; neither: every finding.
    severity
        Only findings of this severity or a worse one.
    suppressions
        Findings that somebody answers for.
    unjudged
        Codes of what suppressions are not judged by.
    baseline
        Fingerprints of the findings that are accepted, each with its rule.
    """

    rules: Sequence[Rule] | None = None
    within: int = 0
    vos: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    severity: Severity = Severity.INFO
    suppressions: Sequence[Suppression] = ()
    unjudged: frozenset[str] = frozenset()
    baseline: Mapping[str, str] = field(default_factory=dict)


EVERYTHING: Final = Asked()


def lint(
    engine: Engine,
    system: str,
    day: int,
    asked: Asked = EVERYTHING,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Return what the rules find on a day.

    Raises
    ------
    UnknownIdError
        When the system, a VO or a unit is not declared.
    UsageError
        When findings are to be narrowed on an engine that can't read its rows back.
    """
    system_named(engine, system)
    engine = held(engine)
    scope = _scope(engine, system, asked)
    rules = [rule() for rule in catalogue()] if asked.rules is None else asked.rules
    results = run(engine, rules, day, system, progress)
    if asked.within:
        results = foresee(engine, results, day, asked.within, system, progress)
    if scope is not None:
        results = [_narrowed(one, scope) for one in results]
    return _report(results, system, day, asked)


def _report(results: Sequence[Result], system: str, day: int, asked: Asked) -> Report:
    everything = [finding for result in results for finding in result.findings]
    on = date.fromordinal(day)
    kept = without_suppressed(everything, asked.suppressions, on)
    in_full = {one.rule.code for one in results if one.asked and not (asked.vos or asked.units)}
    accepted = asked.baseline
    found = {one.fingerprint for one in everything}
    wrong = judged(asked.suppressions, everything, on, in_full)
    about = [one for one in wrong if one.rule not in asked.unjudged]
    new = [one for one in (*about, *kept) if one.fingerprint not in accepted]
    return Report(
        system_id=system,
        day=on,
        within=asked.within,
        suppressed=len(everything) - len(kept),
        accepted=sum(one.fingerprint in accepted for one in kept),
        gone=sum(rule in in_full and one not in found for one, rule in accepted.items()),
        rules=tuple(map(_summary, results)),
        findings=tuple(one for one in new if one.severity.weight >= asked.severity.weight),
    )


def _scope(engine: Engine, system: str, asked: Asked) -> Mapping[Label, frozenset[str]] | None:
    if not asked.vos and not asked.units:
        return None
    require_filters(engine, Filters(vos=asked.vos or None, units=asked.units or None))
    facts = Source(engine, system).read
    if facts is None:
        raise UsageError(
            message("lint can't be narrowed here: the engine can't read its rows back")
        )
    return scope_of(facts, asked.vos, asked.units)


def _narrowed(result: Result, scope: Mapping[Label, frozenset[str]]) -> Result:
    found = tuple(one for one in result.findings if is_within(one, scope))
    return replace(result, findings=found, population=None)


def _summary(result: Result) -> RuleSummary:
    rule = result.rule
    label = next(iter(rule.nodes.slots.values()), None)
    counted = rule.counted or (_IDS if label is None else _COUNTED[label])
    return RuleSummary(
        rule=rule.code,
        name=rule.name(),
        title=message(rule.title),
        why=message(rule.why),
        category=rule.category(),
        severity=rule.severity,
        found=len(result.findings),
        population=result.population,
        counted=message(counted),
        asked=result.asked,
    )
