"""Names of nodes, for people to read: those of an answer's ids are looked up together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphauth.engines.neo4j.graph_form import PERIOD
from graphauth.engines.neo4j.rows import cut
from graphauth.engines.neo4j.statements import question
from graphauth.model.days import FIRST_DAY, LAST_DAY
from graphauth.model.schema import DECLARED_IN, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphauth.engines.neo4j.reading import Reader
    from graphauth.engines.neo4j.state import State


class Named(NamedTuple):
    """A name, and the days on which it is the node's."""

    name: str
    begins: int
    ends: int


class Names:
    """What has been read of names, for as long as the data set stays the same."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._state: State | None = None
        self._expected: dict[Label, frozenset[str]] = {}
        self._known: dict[tuple[Label, str], Sequence[Named]] = {}

    def expect(self, label: Label, ids: Iterable[str]) -> None:
        """Note what names may be asked for next; nothing is looked up before one is."""
        self._expected[label] = frozenset(ids)

    def name_of(self, label: Label, node_id: str, day: int) -> str:
        """Return a node's name on a day; blank where it has none, or isn't declared."""
        if self._state != self._reader.state():
            self._state = self._reader.state()
            self._known.clear()
        if (label, node_id) not in self._known:
            self._look_up(label, {node_id, *self._expected.pop(label, ())})
        rows = self._known[label, node_id]
        holding = (row for row in rows if row.begins <= day <= row.ends)
        return next(holding, rows[0]).name if rows else ""

    def _look_up(self, label: Label, ids: set[str]) -> None:
        new = sorted(one for one in ids if (label, one) not in self._known)
        self._known.update(((label, one), ()) for one in new)
        for some in cut(new):
            _, (rows,) = self._reader.ask(question("find_nodes", label=label.value, ids=some))
            for row in rows:
                properties = row["properties"]
                if properties["declared"]:
                    self._known[label, properties["id"]] = _named(label, properties)


def _named(label: Label, properties: Mapping[str, Any]) -> Sequence[Named]:
    """Return the names of a declared node, one for each of its rows."""
    if not DECLARED_IN[label].is_dated:
        return [Named(str(properties.get("name", "")), FIRST_DAY, LAST_DAY)]
    if label is Label.EMPLOYEE:
        parts = zip(properties["given_name"], properties["family_name"], strict=True)
        names = [f"{given} {family}".strip() for given, family in parts]
    else:
        names = properties["name"]
    begins, ends = ([day.to_ordinal() for day in properties[one]] for one in PERIOD)
    return [Named(*row) for row in zip(names, begins, ends, strict=True)]
