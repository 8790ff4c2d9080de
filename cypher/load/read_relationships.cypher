// All relationships, as they are.
MATCH (a)-[r]->(b)
RETURN elementId(r) AS element, type(r) AS kind, a.id AS start, b.id AS end, properties(r) AS properties
