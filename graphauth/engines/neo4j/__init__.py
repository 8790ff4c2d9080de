"""The Neo4j engine: the same questions as Cypher, run over Bolt.

Nothing outside this package imports the driver, and nothing imports this package before a
``neo4j://`` or ``bolt://`` address is named.
"""

from graphauth.engines.neo4j.engine import Neo4jEngine

__all__ = ["Neo4jEngine"]
