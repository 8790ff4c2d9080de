"""The whole data set, read back page by page: no call takes long, however much there is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from graphauth.engines.neo4j.restoring import Restoring
from graphauth.engines.neo4j.statements import Question, statement
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graphauth.engines.neo4j.connection import Row
    from graphauth.engines.neo4j.reading import Reader
    from graphauth.engines.neo4j.state import State
    from graphauth.model.dataset import DataSet

_PAGE: Final = 5000

Kinds = dict[str, list["Row"]]


def read_whole(reader: Reader) -> DataSet:
    """Return the published data set, equal to the one that was loaded.

    Raises
    ------
    EngineError
        When nothing is published, or a sync is applied while it is read.
    """
    state = reader.refresh()
    gathered = Restoring(state.files)
    for label in Label:
        for row in _pages(reader, state, "read_rows", label):
            gathered.add_node(label, row["properties"])
            gathered.add_rows(row["properties"]["id"], row["rows"])
    remarks = [row["properties"] for row in _ask(reader, state, "read_remarks", {})]
    return gathered.dataset(state.skipped, sorted(remarks, key=lambda one: one["position"]))


def read_elements(reader: Reader) -> tuple[State, Kinds, Kinds]:
    """Return the published state, and every node and relationship by its label or type.

    Each has `element` and `properties`; a relationship has `start` and `end`, too.
    """
    state = reader.state()
    nodes: Kinds = defaultdict(list)
    edges: Kinds = defaultdict(list)
    for label in Label:
        for row in _pages(reader, state, "read_nodes", label):
            start = row["properties"]["id"]
            for element, kind, end, own in row.pop("relationships"):
                edges[kind].append(
                    {"element": element, "start": start, "end": end, "properties": own}
                )
            nodes[label.value].append(row)
    nodes["Remark"] = _ask(reader, state, "read_remarks", {})
    return state, nodes, edges


def _pages(reader: Reader, state: State, name: str, label: Label) -> Iterator[Row]:
    after = ""
    while True:
        page = _ask(reader, state, name, {"label": label.value, "after": after, "limit": _PAGE})
        after = page[-1]["properties"]["id"] if page else ""
        full = len(page) == _PAGE
        yield from page
        if not full:
            return


def _ask(reader: Reader, state: State, name: str, asked: Mapping[str, object]) -> list[Row]:
    return reader.ask_at(state, Question(statement(f"load/{name}").text, asked))
