"""Names of nodes: one at a time at first, and all of a kind at once where many are asked for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from graphauth.engines.neo4j.statements import question
from graphauth.model.schema import DECLARED_IN, Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphauth.engines.neo4j.reading import Reader
    from graphauth.engines.neo4j.state import State

_FEW: Final = 20
"""So many are asked for one by one; a table of hundreds is not."""


class Names:
    """What has been read of names, for as long as the data set stays the same."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._state: State | None = None
        self._asked: Counter[Label] = Counter()
        self._known: dict[tuple[Label, str], Mapping[str, Any]] = {}
        self._whole: set[Label] = set()

    def name_of(self, label: Label, node_id: str, day: int) -> str:
        """Return a node's name on a day; blank where it has none, or isn't declared."""
        if self._state != self._reader.state():
            self._forget()
        if (label, node_id) not in self._known and label not in self._whole:
            self._look_up(label, node_id)
        properties = self._known.get((label, node_id))
        return "" if properties is None else _name(label, properties, day)

    def _forget(self) -> None:
        self._state = self._reader.state()
        self._asked.clear()
        self._known.clear()
        self._whole.clear()

    def _look_up(self, label: Label, node_id: str) -> None:
        self._asked[label] += 1
        if self._asked[label] <= _FEW:
            asked = question("find_node", label=label.value, id=node_id)
        else:
            asked = question("list_nodes", label=label.value)
            self._whole.add(label)
        _, (rows,) = self._reader.ask(asked)
        for row in rows:
            properties = row["properties"]
            if properties["declared"]:
                self._known[label, properties["id"]] = properties


def _name(label: Label, properties: Mapping[str, Any], day: int) -> str:
    if not DECLARED_IN[label].is_dated:
        return str(properties.get("name", ""))
    periods = zip(properties["valid_from"], properties["valid_to"], strict=True)
    holding = (
        number
        for number, (begins, ends) in enumerate(periods)
        if begins.to_ordinal() <= day <= ends.to_ordinal()
    )
    row = next(holding, 0)
    if label is Label.EMPLOYEE:
        return f"{properties['given_name'][row]} {properties['family_name'][row]}".strip()
    return str(properties["name"][row])
