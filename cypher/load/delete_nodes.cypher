// Deletes nodes that nothing is joined to any more, by the ids that Neo4j gives them.
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row
DELETE n
RETURN count(*) AS written
