"""The Cypher that follows from the schema: what constrains and what creates, a file for each kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from graphauth.model.schema import RELATIONSHIPS, Label

if TYPE_CHECKING:
    from collections.abc import Callable


def pages() -> dict[str, Callable[[], str]]:
    """Return path to text of every derived statement."""
    texts: dict[str, Callable[[], str]] = {}
    for label in Label:
        stem = label.lower()
        texts[f"cypher/schema/{stem}_id.cypher"] = partial(_constraint, label)
        texts[f"cypher/load/create_{stem}.cypher"] = partial(_node, label)
    for one in RELATIONSHIPS:
        ends = one.rel, one.start, one.end
        texts[f"cypher/load/create_{one.rel.lower()}.cypher"] = partial(_relationship, *ends)
    return texts


def _constraint(label: Label) -> str:
    return (
        f"// One {label} for each id, and the index that questions start from.\n"
        f"CREATE CONSTRAINT graphauth_{label.lower()}_id IF NOT EXISTS\n"
        f"FOR (n:{label}) REQUIRE n.id IS UNIQUE\n"
    )


def _node(label: Label) -> str:
    return (
        f"// Creates nodes of the label {label}; each row holds the properties of one.\n"
        f"UNWIND $rows AS row\nCREATE (n:{label})\nSET n = row\n"
        "RETURN count(n) AS written\n"
    )


def _relationship(rel: str, start: Label, end: Label) -> str:
    return (
        f"// Creates {rel} relationships; each row holds the ids of the two ends, and properties.\n"
        f"UNWIND $rows AS row\n"
        f"MATCH (a:{start} {{id: row.start}})\nMATCH (b:{end} {{id: row.end}})\n"
        f"CREATE (a)-[r:{rel}]->(b)\nSET r = row.properties\n"
        "RETURN count(r) AS written\n"
    )
