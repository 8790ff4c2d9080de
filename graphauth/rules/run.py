"""Run rules over an engine: over columns where it has them, else by their Cypher twins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, cast

from graphauth.i18n import Text, message
from graphauth.model.answer import Node
from graphauth.model.days import format_day
from graphauth.model.entities import Place
from graphauth.model.schema import Label
from graphauth.resources import resource_path
from graphauth.rules.facts import Facts
from graphauth.rules.finding import Finding, fingerprint
from graphauth.rules.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import PurePosixPath

    from graphauth.engines.base import Engine
    from graphauth.model.dataset import DataSet
    from graphauth.rules.base import Rule


class AsksCypher(Protocol):
    """An engine that runs a Cypher statement over its graph; it holds no data set."""

    def ask(self, statement: str, parameters: Mapping[str, object]) -> Iterable[Mapping[str, Any]]:
        """Yield the rows that the statement returns, by column."""
        ...


@dataclass(frozen=True, slots=True)
class Result:
    """What a rule found.

    Attributes
    ----------
    population
        How many things it looked at; None where the engine doesn't count them.
    asked
        Whether the engine can ask it: rules about rows as read are silent on a graph.
    """

    rule: Rule
    findings: tuple[Finding, ...] = ()
    population: int | None = None
    asked: bool = True


def run(
    engine: Engine,
    rules: Sequence[Rule],
    day: int,
    system: str,
    progress: Callable[[int, int], None] | None = None,
) -> list[Result]:
    """Run rules on a day, in their order.

    Parameters
    ----------
    engine
        Holds the data; with a `dataset`, rules read its columns; without, it `AsksCypher`.
    day
        The asked day, as an ordinal.
    system
        A declared system.
    progress
        Told how many rules are done, and how many there are.
    """
    facts = facts_of(engine, day, system)
    results = []
    for done, rule in enumerate(rules):
        if progress is not None:
            progress(done, len(rules))
        results.append(_on_day(rule, engine, facts, day, system))
    return results


def foresee(
    engine: Engine,
    results: Sequence[Result],
    day: int,
    within: int,
    system: str,
    progress: Callable[[int, int], None] | None = None,
) -> list[Result]:
    """Add to results on a day what becomes a finding in the days after it, each once.

    Parameters
    ----------
    results
        What `run` returned for the day.
    within
        So many days are looked ahead.
    """
    facts = facts_of(engine, day, system)
    asked = [one for one in results if one.asked and one.rule.dated]
    ahead = {one.rule.code: _days_ahead(engine, one.rule, facts, day, within) for one in asked}
    days = sorted(set().union(*ahead.values()))
    found = {one.rule.code: {each.fingerprint: each for each in one.findings} for one in results}
    for done, later in enumerate(days):
        if progress is not None:
            progress(done, len(days))
        then = None if facts is None else facts.on(later)
        for one in asked:
            if later in ahead[one.rule.code]:
                for finding in _on_day(one.rule, engine, then, later, system).findings:
                    starts = {"starts": date.fromordinal(later)}
                    known = found[one.rule.code]
                    known.setdefault(finding.fingerprint, finding.model_copy(update=starts))
    return [
        replace(one, findings=tuple(sorted(found[one.rule.code].values(), key=_order)))
        for one in results
    ]


def _days_ahead(engine: Engine, rule: Rule, facts: Facts | None, day: int, within: int) -> set[int]:
    own = () if facts is None else rule.turning_days(facts, day + within)
    return {*engine.changes(day + 1, day + within), *own} if within else set()


def facts_of(engine: Engine, day: int, system: str) -> Facts | None:
    """Return what vectorised rules read; None where the engine holds no columns."""
    dataset: DataSet | None = getattr(engine, "dataset", None)
    return None if dataset is None else Facts(engine, dataset, day, system)


def _on_day(rule: Rule, engine: Engine, facts: Facts | None, day: int, system: str) -> Result:
    if facts is not None:
        return check(rule, facts)
    return _asked(rule, cast("AsksCypher", engine), day, system)


def check(rule: Rule, facts: Facts) -> Result:
    """Return what a rule finds in facts."""
    return Result(rule, _findings(rule, rule.find(facts)), rule.population(facts))


def _asked(rule: Rule, engine: AsksCypher, day: int, system: str) -> Result:
    twin = rule.twin()
    if twin is None:
        return Result(rule, asked=False)
    values = {name: getattr(rule, name) for name in rule.settings()}
    rows = engine.ask(_statement(twin), {"day": format_day(day), "system": system, **values})
    return Result(rule, _findings(rule, (_hit(rule, row) for row in rows)))


def _statement(twin: PurePosixPath) -> str:
    return resource_path(str(twin)).read_text(encoding="utf-8")


def _hit(rule: Rule, row: Mapping[str, Any]) -> Hit:
    """Return the hit that a row of a twin says (`graphauth.rules.base`, "The Cypher twin")."""
    nodes: dict[str, Node | str] = {}
    for slot, label in rule.nodes.slots.items():
        if row.get(slot) is not None:
            given = row[slot]
            nodes[slot] = given if label is not None else Node(Label(given[0]), given[1])
    places = [Place(one["file"], one["line"]) for one in row.get("places") or ()]
    known = {*rule.nodes.slots, "kind", "places"}
    values = {name: value for name, value in row.items() if name not in known}
    return Hit(nodes, row.get("kind") or "", tuple(sorted(set(places))), (), values)


def _findings(rule: Rule, hits: Iterable[Hit]) -> tuple[Finding, ...]:
    """Return findings in byte order of their nodes; hits with the same nodes are one."""
    same: dict[tuple[tuple[Node, ...], str], list[Hit]] = {}
    for hit in hits:
        same.setdefault((_nodes(rule, hit), hit.kind), []).append(hit)
    found = [_finding(rule, nodes, hits_of) for (nodes, _), hits_of in same.items()]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[list[tuple[str, str]], str]:
    return [(node.id, node.label.value) for node in finding.nodes], finding.kind


def _nodes(rule: Rule, hit: Hit) -> tuple[Node, ...]:
    return tuple(
        one if isinstance(one, Node) else Node(cast("Label", label), one)
        for slot, label in rule.nodes.slots.items()
        if (one := hit.nodes.get(slot)) is not None
    )


def _finding(rule: Rule, nodes: tuple[Node, ...], hits: Sequence[Hit]) -> Finding:
    hit = hits[0]
    said: Text = rule.kinds()[hit.kind]
    return Finding(
        rule=rule.code,
        name=rule.name(),
        category=rule.category(),
        severity=rule.severity,
        kind=hit.kind,
        nodes=nodes,
        message=message(said, **{**dict(_named(hit)), **hit.values}),
        fix=message(rule.fix, **dict(_named(hit))),
        fixer=rule.fixer,
        path=tuple(fact for one in hits for fact in one.path),
        places=tuple(dict.fromkeys(place for one in hits for place in one.places)),
        fingerprint=fingerprint(rule.code, hit.kind, nodes),
    )


def _named(hit: Hit) -> Iterator[tuple[str, object]]:
    for slot, one in hit.nodes.items():
        yield slot, one.id if isinstance(one, Node) else one
        if isinstance(one, Node):
            yield f"{slot}_kind", message(one.label.value)
