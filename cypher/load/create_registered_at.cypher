// Creates REGISTERED_AT relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Unit {id: row.start})
MATCH (b:System {id: row.end})
CREATE (a)-[r:REGISTERED_AT]->(b)
SET r = row.properties
RETURN count(r) AS written
