"""What a database holds, counted; and whether it is all graphauth's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphauth.engines.neo4j.state import Stage
from graphauth.errors import ForeignDatabaseError
from graphauth.i18n import message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphauth.engines.neo4j.connection import Transaction
    from graphauth.engines.neo4j.state import State


class Contents(NamedTuple):
    """Counts of all nodes and relationships, and of those of each kind that is graphauth's."""

    nodes: int
    relationships: int
    labels: Mapping[str, int]
    types: Mapping[str, int]

    @property
    def is_foreign(self) -> bool:
        """Whether there is anything of another kind."""
        return self.nodes != sum(self.labels.values()) or self.relationships != sum(
            self.types.values()
        )


def count(transaction: Transaction) -> Contents:
    """Return what a database holds; the counts are kept by Neo4j itself, so this costs nothing."""
    nodes = transaction.run("load/count_nodes", {})
    relationships = transaction.run("load/count_relationships", {})
    return Contents(
        nodes[0]["nodes"],
        relationships[0]["relationships"],
        {row["label"]: row["count"] for row in nodes},
        {row["type"]: row["count"] for row in relationships},
    )


def require_ours(transaction: Transaction, state: State) -> Contents:
    """Return the counts.

    Raises
    ------
    ForeignDatabaseError
        When the database holds anything that isn't graphauth's, or holds data without a data set.
    """
    contents = count(transaction)
    if contents.is_foreign or (state.stage is Stage.EMPTY and contents.nodes):
        raise ForeignDatabaseError(
            message(
                "the database holds data that graphauth did not put there; nothing was changed. "
                "Name an empty database"
            )
        )
    return contents
