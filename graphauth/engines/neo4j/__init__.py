"""The Neo4j engine: the same questions as Cypher, run over Bolt.

Nothing outside this package imports the driver, and the driver is not imported before an address is
named: what only reads the statements (`graphauth.engines.neo4j.statements`) does without.
"""
