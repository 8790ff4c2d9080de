"""Ask a rule of an engine: over columns where it holds them, else by its Cypher twin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, cast

from graphauth.engines.base import ReadsBack
from graphauth.i18n import Text, message
from graphauth.model.answer import Node
from graphauth.model.days import FIRST_DAY, format_day
from graphauth.model.entities import Place
from graphauth.model.schema import Label
from graphauth.resources import resource_path
from graphauth.rules.base import Rule
from graphauth.rules.facts import Facts
from graphauth.rules.finding import Finding, fingerprint
from graphauth.rules.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import PurePosixPath

    from graphauth.engines.base import Engine
    from graphauth.model.dataset import DataSet


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
        Whether it could be asked: a rule about rows is not where a graph can't read them back.
    """

    rule: Rule
    findings: tuple[Finding, ...] = ()
    population: int | None = None
    asked: bool = True


class Source:
    """An engine and a system, and the columns that rules read.

    Attributes
    ----------
    engine
        Holds the data; without a `dataset` it `AsksCypher`.
    """

    def __init__(self, engine: Engine, system: str) -> None:
        self.engine = engine
        self.system = system

    @cached_property
    def held(self) -> Facts | None:
        """The columns that the engine holds, on no day in particular; None where it holds none."""
        dataset: DataSet | None = getattr(self.engine, "dataset", None)
        return None if dataset is None else self._facts(dataset)

    @cached_property
    def read(self) -> Facts | None:
        """The columns, held or read back once; None where they can't be."""
        if self.held is None and isinstance(self.engine, ReadsBack):
            return self._facts(self.engine.whole())
        return self.held

    def _facts(self, dataset: DataSet) -> Facts:
        return Facts(self.engine, dataset, FIRST_DAY, self.system)


class Asking:
    """A source on a day, asked by one rule after another; what they share is worked out once."""

    def __init__(self, source: Source, day: int) -> None:
        self._source = source
        self._day = day

    @cached_property
    def columns(self) -> Facts | None:
        """What vectorised rules read; None where the engine holds no columns."""
        held = self._source.held
        return None if held is None else held.on(self._day)

    @cached_property
    def rows(self) -> Facts | None:
        """What rules about rows read, from an engine of any kind; None where it has no rows."""
        if self.columns is not None:
            return self.columns
        read = self._source.read
        return None if read is None else read.on(self._day)

    def result(self, rule: Rule) -> Result:
        """Return what a rule finds."""
        if self.columns is not None:
            return check(rule, self.columns)
        if rule.twin() is not None:
            return self._of_twin(rule)
        return Result(rule, asked=False) if self.rows is None else check(rule, self.rows)

    def turning_days(self, rule: Rule, last: int) -> Iterable[int]:
        """Return the days that a rule names itself (`Rule.turning_days`)."""
        names_some = type(rule).turning_days is not Rule.turning_days
        if not names_some or self.rows is None:
            return ()
        return rule.turning_days(self.rows, last)

    def _of_twin(self, rule: Rule) -> Result:
        engine = cast("AsksCypher", self._source.engine)
        settings = {name: getattr(rule, name) for name in rule.settings()}
        asked = {"day": format_day(self._day), "system": self._source.system, **settings}
        rows = engine.ask(_statement(cast("PurePosixPath", rule.twin())), asked)
        return Result(rule, _findings(rule, (_hit(rule, row) for row in rows)))


def check(rule: Rule, facts: Facts) -> Result:
    """Return what a rule finds in facts."""
    return Result(rule, _findings(rule, rule.find(facts)), rule.population(facts))


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
    same: dict[tuple[tuple[Node, ...], str, str], list[Hit]] = {}
    for hit in hits:
        same.setdefault((_nodes(rule, hit), hit.kind, hit.about), []).append(hit)
    found = [_finding(rule, nodes, hits_of) for (nodes, _, _), hits_of in same.items()]
    return tuple(sorted(found, key=order_of))


def order_of(finding: Finding) -> tuple[list[tuple[str, str]], str]:
    """Return what findings of a rule are sorted by: ids in byte order, labels, kind."""
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
        fingerprint=fingerprint(rule.code, f"{hit.kind} {hit.about}".rstrip(), nodes),
    )


def _named(hit: Hit) -> Iterator[tuple[str, object]]:
    for slot, one in hit.nodes.items():
        yield slot, one.id if isinstance(one, Node) else one
        if isinstance(one, Node):
            yield f"{slot}_kind", message(one.label.value)
