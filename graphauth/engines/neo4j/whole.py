"""The whole data set, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.engines.neo4j.restoring import Restoring
from graphauth.engines.neo4j.statements import Question, statement

if TYPE_CHECKING:
    from graphauth.engines.neo4j.reading import Reader
    from graphauth.model.dataset import DataSet


def read_whole(reader: Reader) -> DataSet:
    """Return the published data set, equal to the one that was loaded."""
    state, (nodes, relationships) = reader.ask(
        Question(statement("load/read_nodes").text, {}),
        Question(statement("load/read_relationships").text, {}),
    )
    gathered = Restoring(state.files)
    for row in (*nodes, *relationships):
        gathered.add(row)
    remarks = [row["properties"] for row in nodes if row["kind"] == "Remark"]
    return gathered.dataset(state.skipped, sorted(remarks, key=lambda one: one["position"]))
