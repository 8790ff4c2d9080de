// Deletes relationships, by the ids that Neo4j gives them.
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row
DELETE r
RETURN count(*) AS written
